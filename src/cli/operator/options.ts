import { no, ok, type Result } from '../../domain/result.ts'

/** `--name value` pairs; refuses with what is none, or has a name that is not among these. */
export function optionsIn<Name extends string>(
  words: readonly string[],
  names: readonly Name[],
): Result<ReadonlyMap<Name, string>, string> {
  const options = new Map<Name, string>()
  for (let i = 0; i < words.length; i += 2) {
    const said = words[i] ?? ''
    const name = names.find((one) => said === `--${one}`)
    const value = words[i + 1]
    if (!name) {
      const known = names.map((one) => `--${one}`).join(' ')
      return no(`${said}：没有这个选项，可用的是 [no such option; there are] ${known}`)
    }
    if (value === undefined) return no(`${said}：后面要写上值 [its value is missing]`)
    options.set(name, value)
  }
  return ok(options)
}
