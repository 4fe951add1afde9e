import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { wholeAnswer } from '../asking/whole-answer.ts'
import type { Voice } from '../flows/ports/senses.ts'
import type { AsrSettings } from './settings.ts'
import type { Tried } from './tried.ts'

type Server = Extract<AsrSettings, { kind: 'server' }>

/** No transcript is longer; more is a fault or an attack. */
const longestBody = 64 * 1024
const pauseMs = 500

/** Asks an OpenAI-compatible server, once more after a refusal that may pass. The signal is its whole time. */
export async function askServer(server: Server, voice: Voice, signal: AbortSignal): Promise<Tried> {
  const first = await ask(server, voice, signal)
  if (first.ok || first.again === null) return first
  try {
    await setTimeout(first.again, undefined, { signal })
  } catch {
    return first
  }
  return ask(server, voice, signal)
}

/** `again`: after how many ms another try may help; null: it will not. */
type Asked =
  | Extract<Tried, { ok: true }>
  | (Extract<Tried, { ok: false }> & { again: number | null })

async function ask(
  { url, model, key }: Server,
  { bytes, mime }: Voice,
  signal: AbortSignal,
): Promise<Asked> {
  const form = new FormData()
  const name = mime === 'audio/wav' ? 'voice.wav' : 'voice.mp3'
  form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mime }), name)
  form.append('model', model)
  form.append('language', 'zh')
  form.append('response_format', 'json')
  try {
    const response = await fetch(addressOf(url), {
      method: 'POST',
      headers: key === null ? {} : { authorization: `Bearer ${key}` },
      body: form,
      redirect: 'error',
      signal,
    })
    const body = await wholeAnswer(response, longestBody, signal)
    return outcomeOf(response, body)
  } catch {
    return signal.aborted
      ? { ok: false, fault: 'timeout', again: null }
      : { ok: false, fault: 'unreachable', again: pauseMs }
  }
}

const addressOf = (url: string): string =>
  /\/audio\/transcriptions$/.test(url) ? url : `${url.replace(/\/+$/, '')}/audio/transcriptions`

const transcript = z.object({ text: z.string() })

function outcomeOf({ status, headers }: Response, body: string | null): Asked {
  if (status === 429) return { ok: false, fault: 'broken', status, again: waitIn(headers) }
  if (status >= 500) return { ok: false, fault: 'broken', status, again: pauseMs }
  if (status !== 200) return { ok: false, fault: 'refused', status, again: null }
  const read = transcript.safeParse(parsed(body))
  return read.success
    ? { ok: true, said: read.data.text }
    : { ok: false, fault: 'nonsense', status, again: null }
}

/** As long as the server says, in seconds. */
function waitIn(headers: Headers): number {
  const said = headers.get('retry-after')
  return said !== null && /^\d{1,4}$/.test(said) ? Number(said) * 1_000 : pauseMs
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
