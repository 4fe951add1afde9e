/** What something is like: the numbers of its traits, and how much it has of each; of all others it has nothing. */
export interface Traits {
  readonly numbers: readonly number[]
  readonly values: readonly number[]
}

/** Weights of one decision by the name of a trait. */
export type WeightsByName = Readonly<Record<string, number>>

const numbers = new Map<string, number>()
const names: string[] = []

/** The number of a trait, by which it is weighed: traits are numbered as their names come up. */
export function numberOf(name: string): number {
  const known = numbers.get(name)
  if (known !== undefined) return known
  numbers.set(name, names.length)
  return names.push(name) - 1
}

export const nameOf = (number: number): string => names[number] ?? ''

/** How many traits have a number so far. */
export const traitCount = (): number => names.length

/** Takes the traits of things of one sort, each by a measure of its own. */
export function measuring<Thing>(
  measures: Readonly<Record<string, (thing: Thing) => number>>,
): (thing: Thing) => Traits {
  const measured = Object.entries(measures).map(([name, of]) => ({ number: numberOf(name), of }))
  return (thing) => {
    const numbers: number[] = []
    const values: number[] = []
    for (const { number, of } of measured) {
      const value = of(thing)
      if (value === 0) continue
      numbers.push(number)
      values.push(value)
    }
    return { numbers, values }
  }
}

export const bothOf = (a: Traits, b: Traits): Traits => ({
  numbers: [...a.numbers, ...b.numbers],
  values: [...a.values, ...b.values],
})

/** Weights by the number of a trait; a trait that is missing weighs nothing. */
export function byNumber(weights: WeightsByName): Float64Array {
  const named = Object.entries(weights).map(([name, weight]) => [numberOf(name), weight] as const)
  const all = new Float64Array(traitCount())
  for (const [number, weight] of named) all[number] = weight
  return all
}

/** How much a decision's weights speak for it. */
export function weigh(weights: Float64Array, { numbers, values }: Traits): number {
  let sum = 0
  for (let i = 0; i < numbers.length; i++) sum += (weights[numbers[i] ?? 0] ?? 0) * (values[i] ?? 0)
  return sum
}
