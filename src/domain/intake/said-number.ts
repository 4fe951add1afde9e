/** Numbers of petitions start here: smaller ones are buildings, rooms and counts. */
const firstNumber = 1001
const longest = 600

const ways =
  /(?:#|编号|工单号?|诉求|单号|第|no\.?)\s*(\d{4,7})(?!\d)|(?<![\d.-])(\d{4,7})\s*(?:号(?!楼|线|院|店|门)|#|那(?:个|件|单)|这(?:个|件|单))|^\s*(\d{4,7})(?=[\s,，。:：]|$)/i

/** The petition number said in a text (`1027号`, `#1027`, a text that begins with `1027`), and the text without it. */
export function saidNumber(text: string): {
  readonly number: number | null
  readonly rest: string
} {
  const found = ways.exec(text.slice(0, longest))
  const number = Number(found?.[1] ?? found?.[2] ?? found?.[3] ?? 0)
  if (!found || number < firstNumber) return { number: null, rest: text }
  return { number, rest: text.replace(found[0], ' ') }
}
