import { once } from 'node:events'
import { createServer } from 'node:http'

/** A list of twenty lines with neither style nor script: what machine and net cost at least, in the same run. */
export async function openPlainPage(): Promise<{ readonly url: string; close(): void }> {
  const line = '<li>1027号 幸福里小区5栋2单元楼道灯不亮三天 安居物业 办理中</li>'
  const page = `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>plain</title><ul>${line.repeat(20)}</ul></html>`
  const server = createServer((_, answer) => {
    answer.setHeader('Content-Type', 'text/html; charset=utf-8')
    answer.end(page)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close() }
}
