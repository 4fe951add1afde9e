import { z } from 'zod'
import { no, ok, type Result } from './domain/result.ts'

/** Names and what they are set to, as in the environment. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The values that are set. Refuses with a line for each fault, those of single names first; `together` are faults of several names. */
export function readSettings<Values>(
  schema: z.ZodType<Values>,
  set: Environment,
  together: readonly string[],
): Result<Values, string[]> {
  const read = schema.safeParse(set)
  const alone = read.success
    ? []
    : read.error.issues.map(({ path, message }) => `${path.join('.')}：${message}`)
  return read.success && together.length === 0 ? ok(read.data) : no([...alone, ...together])
}

/** A fault for each of `needed` that is not set while any of `names`, which all begin alike, is. */
export function missingOf(
  needed: readonly string[],
  names: readonly string[],
  set: Environment,
): string[] {
  const [family = ''] = /^[A-Z0-9]+_/.exec(needed[0] ?? '') ?? []
  if (!names.some((name) => set[name])) return []
  return needed
    .filter((name) => !set[name])
    .map(
      (name) =>
        `${name}：设了其他 ${family} 开头的名字就要设它 [needed with the other ${family} names]`,
    )
}

/** What one program calls another by. */
export const accountSetting = z
  .string()
  .trim()
  .regex(
    /^[\w.-]{1,64}$/,
    '应为 1 到 64 个字母、数字、点、横线或下划线 [1 to 64 letters, digits, dots, hyphens or underscores]',
  )
  .optional()

/** What two programs sign with. */
export const secretSetting = z
  .string()
  .trim()
  .regex(
    /^[\x21-\x7e]{32,256}$/,
    '应为至少 32 个没有空格的英文字符 [at least 32 printable ASCII characters without spaces]',
  )
  .optional()

export const addressSetting = z
  .string()
  .trim()
  .regex(
    /^https?:\/\/[^\s@/?#]+(\/\S*)?$/,
    '应为 http(s):// 开头、不带用户名的地址 [an http(s):// address without a user]',
  )
  .optional()
