import axios, { AxiosError, type AxiosInstance, type AxiosRequestConfig } from 'axios'
import { faultOf, LarkFault } from './faults.ts'

/** Longest answer of Lark's that is read, and longest file. In bytes. */
export const mostBytes = 30 * 1024 * 1024
const tokenPath = '/auth/v3/tenant_access_token/internal'

/** With these nothing was sent: saying it again cannot say it twice. */
const notSent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']

const base = {
  proxy: false, // HTTP_PROXY would be honoured even for 127.0.0.1
  maxRedirects: 0,
  maxContentLength: mostBytes,
} as const

/**
 * What the SDK's client speaks through. The stock one has no time limit, takes a refusal with HTTP 200 for a success, asks
 * for a token with every first call, and its faults carry the secret, the token and what was said into the SDK's log: here
 * every failure is a `LarkFault`, and a token is asked for once at a time.
 */
export function callInstance(callMs: number): AxiosInstance {
  const http = axios.create({ ...base, timeout: callMs })
  http.interceptors.response.use(
    async (answer) => {
      const { config, data, headers, status } = answer
      const isJson = String(headers['content-type'] ?? '').startsWith('application/json')
      const isStream = config.responseType === 'stream'
      const body = isStream ? (isJson ? await readJson(data) : undefined) : data
      const code = codeIn(body)
      if (code !== 0 && (code !== undefined || (isStream && isJson)))
        throw faultOf(code, status, headers['x-ogw-ratelimit-reset'])
      // the SDK expects this shape: only downloads ask for the headers
      return (config as { $return_headers?: boolean }).$return_headers ? { data, headers } : data
    },
    async (failure: unknown) => {
      throw await withoutSecrets(failure)
    },
  )
  const post = http.post.bind(http)
  const asked = new Map<string, Promise<unknown>>()
  const tokenOnce = (url: string, data: unknown, config?: AxiosRequestConfig) => {
    const key = `${url}\n${(data as { app_id?: string }).app_id}`
    const known = asked.get(key)
    if (known) return known
    const asking = post(url, data, config)
      .catch((fault: unknown) => {
        throw fault instanceof LarkFault ? beforeSending(fault) : fault
      })
      .finally(() => asked.delete(key))
    asked.set(key, asking)
    return asking
  }
  http.post = ((url: string, data?: unknown, config?: AxiosRequestConfig) =>
    url.endsWith(tokenPath) ? tokenOnce(url, data, config) : post(url, data, config)) as typeof post
  return http
}

/** For the long connection, which reads the code itself: a fault would turn "wrong secret" into trying for ever. */
export function plainInstance(): AxiosInstance {
  const http = axios.create(base) // the SDK sets a time limit itself
  http.interceptors.response.use(
    ({ data }) => data,
    (failure: unknown) => {
      throw new Error(failure instanceof AxiosError ? (failure.code ?? 'failed') : 'failed')
    },
  )
  return http
}

/** A token that could not be had: whatever it was for was not sent. */
const beforeSending = ({ kind, code, waitMs }: LarkFault) => new LarkFault(kind, code, waitMs)

async function withoutSecrets(failure: unknown): Promise<LarkFault> {
  if (failure instanceof LarkFault) return failure
  const { response, code = '' } = failure instanceof AxiosError ? failure : new AxiosError()
  if (!response) return new LarkFault('link', -1, null, !notSent.includes(code))
  const isStream = response.config.responseType === 'stream'
  const body = isStream ? await readJson(response.data) : response.data
  return faultOf(codeIn(body), response.status, response.headers['x-ogw-ratelimit-reset'])
}

function codeIn(body: unknown): number | undefined {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined
  return typeof code === 'number' ? code : undefined
}

const longestRefusal = 64 * 1024

/** The JSON of a stream that was to be a file; undefined for what is none. */
async function readJson(stream: AsyncIterable<Uint8Array>): Promise<unknown> {
  try {
    const parts: Uint8Array[] = []
    let length = 0
    for await (const part of stream) {
      length += part.length
      if (length > longestRefusal) return undefined
      parts.push(part)
    }
    return JSON.parse(Buffer.concat(parts).toString())
  } catch {
    return undefined
  }
}
