import type { Danger } from './matter.ts'

/** Danger to life now, and the words that say so; null when there is none. */
export function emergencyIn(text: string): { danger: Danger; because: string } | null {
  const found = /(?:煤气|燃气|天然气)味|着火|起火|失火|困在电梯|打起来|不想活/.exec(text)
  if (!found) return null
  const danger: Danger = /气/.test(found[0]) ? 'gas' : /火/.test(found[0]) ? 'fire' : 'fight'
  return { danger, because: found[0] }
}
