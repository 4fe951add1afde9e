import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { z } from 'zod'
import { wholeAnswer } from '../../src/asking/whole-answer.ts'
import { type FileLimits, fileLimits, TooMuch, wholeStream } from '../../src/asking/whole-stream.ts'
import { TooLate } from '../../src/asking/within.ts'
import { faultOfCode, faultOfSilence, faultOfStatus, WecomFault } from './faults.ts'
import type { WecomSettings } from './settings.ts'

/** What we ask of WeCom. Everything that fails is a `WecomFault`. */
export interface WecomClient {
  /** Asks for a new token: whether WeCom is there, and takes us for who we are. */
  signIn(): Promise<void>
  /** A message to a member. */
  send(message: object): Promise<void>
  /** By a robot, into its group. */
  sendByRobot(key: string, message: object): Promise<void>
  /** Answers the number of the file, which holds for three days. */
  upload(kind: 'image' | 'file', bytes: Uint8Array, mime: string): Promise<string>
  download(file: string): Promise<{ readonly bytes: Uint8Array; readonly mime: string }>
  nameOf(account: string): Promise<string>
}

const callMs = 10_000
const uploadMs = 60_000
const longestAnswer = 1024 * 1024
/** A token is given up so long before it ends. */
const earlyMs = 120_000

const answered = z.object({
  errcode: z.number().default(0),
  access_token: z.string().optional(),
  expires_in: z.number().default(7_200),
  media_id: z.string().optional(),
  name: z.string().optional(),
  invaliduser: z.string().optional(),
  unlicenseduser: z.string().optional(),
})
type Answered = z.output<typeof answered>

export function wecomClient(settings: WecomSettings, files = fileLimits): WecomClient {
  let token: { readonly value: string; readonly until: number } | null = null
  let asking: Promise<string> | null = null

  const fetched = async (path: string, query: Record<string, string>, init: RequestInit) => {
    try {
      const url = `${settings.api}${path}?${new URLSearchParams(query)}`
      return await fetch(url, { ...init, redirect: 'manual' })
    } catch (fault) {
      throw faultOfSilence(fault)
    }
  }
  const ask = async (
    path: string,
    query: Record<string, string>,
    init: RequestInit = {},
    ms = callMs,
  ): Promise<Answered> => {
    const signal = AbortSignal.timeout(ms)
    const answer = await fetched(path, query, { ...init, signal })
    const text = await wholeAnswer(answer, longestAnswer, signal).catch((fault) => {
      throw faultOfSilence(fault)
    })
    return judged(answer.status, text)
  }
  const newToken = async (): Promise<string> => {
    const query = { corpid: settings.corpId, corpsecret: settings.secret }
    const { access_token: value, expires_in: seconds } = await ask('/cgi-bin/gettoken', query)
    if (value === undefined) throw new WecomFault('link', 0)
    token = { value, until: performance.now() + seconds * 1000 - earlyMs }
    return value
  }
  /** One asks, all wait for the same: WeCom counts askers, and a newer token may end an older one. */
  const freshToken = () => {
    asking ??= newToken()
      .catch((fault: unknown) => {
        throw fault instanceof WecomFault ? new WecomFault(fault.kind, fault.code) : fault
      })
      .finally(() => {
        asking = null
      })
    return asking
  }
  const withToken = async <Value>(work: (token: string) => Promise<Value>): Promise<Value> => {
    const ours = token && performance.now() < token.until ? token.value : await freshToken()
    try {
      return await work(ours)
    } catch (fault) {
      if (!(fault instanceof WecomFault) || !isAboutToken(fault)) throw fault
      if (token?.value === ours) token = null
      return work(token?.value ?? (await freshToken()))
    }
  }
  const asJson = (body: object) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return {
    signIn: async () => void (await freshToken()),
    async send(message) {
      const sent = await withToken((access_token) =>
        ask('/cgi-bin/message/send', { access_token }, asJson(message)),
      )
      if (sent.invaliduser || sent.unlicenseduser) throw faultOfCode(81013)
    },
    async sendByRobot(key, message) {
      await ask('/cgi-bin/webhook/send', { key }, asJson(message))
    },
    async upload(type, bytes, mime) {
      const form = new FormData()
      const name = `photo.${/^image\/(png|jpeg|gif)$/.exec(mime)?.[1] ?? 'bin'}`
      form.set('media', new Blob([Uint8Array.from(bytes)], { type: mime }), name)
      const init = { method: 'POST', body: form }
      const { media_id: file } = await withToken((access_token) =>
        ask('/cgi-bin/media/upload', { access_token, type }, init, uploadMs),
      )
      if (file === undefined) throw new WecomFault('link', 0)
      return file
    },
    download: (media_id) =>
      withToken(async (access_token) => {
        const signal = AbortSignal.timeout(files.wholeMs)
        const answer = await fetched('/cgi-bin/media/get', { access_token, media_id }, { signal })
        const mime = answer.headers.get('content-type')?.split(';')[0] ?? ''
        const bytes = await bytesOf(answer, files)
        // a refusal comes as JSON with status 200 in the place of the file
        if (answer.status !== 200 || /json|text\/plain/.test(mime))
          judged(answer.status, Buffer.from(bytes).toString())
        return { bytes, mime: mime || 'application/octet-stream' }
      }),
    async nameOf(userid) {
      const { name } = await withToken((access_token) =>
        ask('/cgi-bin/user/get', { access_token, userid }),
      )
      return name ?? ''
    },
  }
}

/** Too large, or dripping: it does not get better by being asked for again. */
async function bytesOf({ body }: Response, files: FileLimits): Promise<Uint8Array> {
  try {
    return await wholeStream(
      body ? Readable.fromWeb(body as ReadableStream) : Readable.from([]),
      files,
    )
  } catch (fault) {
    const isHopeless =
      fault instanceof TooMuch ||
      fault instanceof TooLate ||
      (fault instanceof Error && fault.name === 'TimeoutError')
    throw isHopeless ? new WecomFault('refused', 0) : faultOfSilence(fault)
  }
}

/** 40001 is a wrong secret where a token is asked for, and a bad token everywhere else. */
const isAboutToken = ({ kind, code }: WecomFault) => kind === 'token' || code === 40001

function judged(status: number, text: string | null): Answered {
  if (status !== 200) throw faultOfStatus(status)
  const read = answered.safeParse(parsed(text ?? ''))
  if (!read.success) throw new WecomFault('link', 0, true)
  if (read.data.errcode !== 0) throw faultOfCode(read.data.errcode)
  return read.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
