// A file of its own in plain JavaScript: a thread of Node 20 loads no TypeScript.
import { parentPort } from 'node:worker_threads'
import { decode } from 'silk-wasm'

parentPort?.on('message', async ({ silk, rate }) => {
  try {
    const { data } = await decode(silk, rate)
    parentPort?.postMessage(data)
  } catch {
    parentPort?.postMessage(null)
  }
})
