/** How much a storm did. */
export interface Amounts {
  readonly asked: number
  readonly said: number
  /** Plain statements among what was said. */
  readonly worthy: number
  readonly petitions: number
  readonly harm: number
  readonly votes: number
  readonly pressed: number
  readonly minutes: number
}

/** In a shorter storm there may be no card yet when somebody wants to press one. */
const longMinutes = 5

/** What a storm did too little of to prove anything: each is a fault. */
export function tooLittle(amounts: Amounts): string[] {
  const { asked, said, worthy, petitions, harm, votes, pressed, minutes } = amounts
  const fault = (is: boolean, what: string) => (is ? [what] : [])
  return [
    ...fault(said < 0.8 * asked, `only ${said} of ${asked} messages were said`),
    ...fault(worthy === 0, 'nothing was said that had to become a petition'),
    ...fault(petitions === 0, 'nothing became a petition'),
    ...fault(harm === 0, 'no harm was done'),
    ...fault(minutes >= longMinutes && pressed === 0, 'no card was pressed'),
    ...fault(minutes >= longMinutes && votes === 0, 'nobody voted'),
  ]
}
