import { z } from 'zod'
import { no, ok, type Result } from './domain/result.ts'
import type { AsrSettings } from './senses/settings.ts'
import { wholeNumber } from './whole-number.ts'

const schema = z.object({
  LINLI_ASR_URL: z
    .url({
      protocol: /^https?$/,
      error:
        '应为 http(s):// 开头、OpenAI 兼容的接口地址，一般以 /v1 结尾 [an http(s):// address, as a rule ending in /v1]',
    })
    .optional(),
  LINLI_ASR_MODEL: z.string().trim().default('whisper-1'),
  LINLI_ASR_KEY: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]+$/, '只能是没有空格的英文字符 [printable ASCII without spaces]')
    .optional(),
  LINLI_ASR_COMMAND: z.string().trim().optional(),
  LINLI_ASR_TIMEOUT_MS: wholeNumber(500, 300_000).default(30_000),
})

/**
 * Reads what is set about transcribing voices; null: nobody does. Refuses like `readConfig`; what is wrong with an
 * address or a key is said without repeating it.
 */
export function readAsr(
  set: Readonly<Record<string, string | undefined>>,
): Result<AsrSettings | null, string[]> {
  const read = schema.safeParse(set)
  if (!read.success)
    return no(read.error.issues.map(({ path, message }) => `${path.join('.')}：${message}`))
  const {
    LINLI_ASR_URL: url,
    LINLI_ASR_COMMAND: line,
    LINLI_ASR_MODEL: model,
    LINLI_ASR_TIMEOUT_MS: timeoutMs,
  } = read.data
  if (url && line)
    return no(['LINLI_ASR_COMMAND：与 LINLI_ASR_URL 只能设一个 [not together with LINLI_ASR_URL]'])
  if (line && (set.LINLI_ASR_MODEL || set.LINLI_ASR_KEY))
    return no([
      'LINLI_ASR_COMMAND：不能与 LINLI_ASR_MODEL 或 LINLI_ASR_KEY 同设，它们只用于 LINLI_ASR_URL [not together with them]',
    ])
  if (url)
    return ok({ kind: 'server', url, model, key: read.data.LINLI_ASR_KEY ?? null, timeoutMs })
  if (!line)
    return set.LINLI_ASR_MODEL || set.LINLI_ASR_KEY
      ? no(['LINLI_ASR_URL：设了 LINLI_ASR_MODEL 或 LINLI_ASR_KEY 就要设它 [needed with them]'])
      : ok(null)
  const [program, ...options] = wordsIn(line)
  return program
    ? ok({ kind: 'command', command: [program, ...options], timeoutMs })
    : no(['LINLI_ASR_COMMAND：应为一个程序及其参数 [a program and its options]'])
}

/** Words between spaces; quotes hold together what has spaces. No shell reads them. */
const wordsIn = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '')
