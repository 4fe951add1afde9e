/** Numbers of petitions start here: smaller ones are buildings, rooms and counts. */
const firstNumber = 1001

/** The petition number said in a text: `1027号`, `#1027`, `诉求1027`, or a text that begins with it. */
export function numberSaid(text: string): number | null {
  const found = /(?:#|编号|诉求)\s*(\d{4,7})|(\d{4,7})\s*号(?!楼|院|门)|^\s*(\d{4,7})(?=\D|$)/.exec(
    text.slice(0, 500),
  )
  const number = Number(found?.[1] ?? found?.[2] ?? found?.[3])
  return number >= firstNumber ? number : null
}
