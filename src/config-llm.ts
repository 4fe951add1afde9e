import { z } from 'zod'
import { ok, type Result } from './domain/result.ts'
import { secondReaderModes } from './flows/ports/second-reader.ts'
import type { LlmSettings } from './llm/settings.ts'
import { type Environment, readSettings } from './settings-together.ts'
import { wholeNumber } from './whole-number.ts'

const modes = ['off', ...secondReaderModes] as const

const schema = z.object({
  LINLI_LLM_URL: z
    .url({
      protocol: /^https?$/,
      error:
        '应为 http(s):// 开头、OpenAI 兼容的接口地址，一般以 /v1 结尾 [an http(s):// address, as a rule ending in /v1]',
    })
    .optional(),
  LINLI_LLM_MODEL: z.string().trim().optional(),
  LINLI_LLM_KEY: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]+$/, '只能是没有空格的英文字符 [printable ASCII without spaces]')
    .optional(),
  LINLI_LLM_MODE: z
    .enum(modes, {
      error: ({ input }) => `只能是 off、unsure 或 reader，现为“${input}” [off, unsure or reader]`,
    })
    .optional(),
  LINLI_LLM_DAILY_CAP: wholeNumber(1, 1_000_000).default(2_000),
  LINLI_LLM_TIMEOUT_MS: wholeNumber(500, 120_000).default(15_000),
})

/**
 * Reads what is set about a language model; null: none is asked. Refuses like `readConfig`; what is wrong with an address
 * or a key is said without repeating it.
 */
export function readLlm(set: Environment): Result<LlmSettings | null, string[]> {
  const read = readSettings(schema, set, missingPartners(set))
  if (!read.ok) return read
  const { LINLI_LLM_URL: url, LINLI_LLM_MODEL: model, ...values } = read.value
  const mode = values.LINLI_LLM_MODE ?? 'unsure'
  if (!url || !model || mode === 'off') return ok(null)
  return ok({
    url,
    model,
    key: values.LINLI_LLM_KEY ?? null,
    mode,
    dailyCap: values.LINLI_LLM_DAILY_CAP,
    timeoutMs: values.LINLI_LLM_TIMEOUT_MS,
  })
}

/** What is wrong with the names together. */
function missingPartners(set: Readonly<Record<string, string | undefined>>): string[] {
  const {
    LINLI_LLM_URL: url,
    LINLI_LLM_MODEL: model,
    LINLI_LLM_MODE: mode,
    LINLI_LLM_KEY: key,
  } = set
  if (mode === 'off') return []
  if (url && !model)
    return ['LINLI_LLM_MODEL：设了 LINLI_LLM_URL 就要设它 [needed with LINLI_LLM_URL]']
  if (!url && (model || mode || key))
    return [
      'LINLI_LLM_URL：设了 LINLI_LLM_MODEL、LINLI_LLM_MODE 或 LINLI_LLM_KEY 就要设它 [needed with them]',
    ]
  return []
}
