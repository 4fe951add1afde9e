import { type CategoryCode, categoryCode } from '../ids.ts'

/** 1 for the same category, less for one that people mix up with it, 0 for another trade. */
export function sameTrade(a: string, b: string): number {
  if (a === b) return 1
  return confusable.some((group) => group.includes(a) && group.includes(b)) ? 0.7 : 0
}

/** Categories that dispatchers accept for one another. */
const confusable: readonly (readonly string[])[] = [
  ['0101', '0301'],
  ['0103', '1302'],
  ['0104', '0305'],
  ['0306', '0401', '0402', '0403'],
  ['0307', '0604'],
  ['0308', '0309', '0903'],
  ['0502', '0901'],
  ['0504', '0503', '0505'],
  ['0701', '0801', '0703'],
  ['0304', '0809'],
  ['0906', '0908', '0904'],
  ['0902', '1004'],
  ['1001', '1002', '1003'],
  ['1005', '0809'],
]

/** One name for all categories that are mixed up with one another. */
export const tradeOf = (code: string): string =>
  confusable.find((group) => group.includes(code))?.[0] ?? code

/** All categories of a trade, by the name of it. */
export const codesOf = (trade: string): CategoryCode[] =>
  everyMixedUp(trade)
    .filter((code) => tradeOf(code) === trade)
    .map(categoryCode)

/** A category and all that people mix up with it: those for which `sameTrade` is more than 0. */
export const mixedUpWith = (category: string): CategoryCode[] =>
  everyMixedUp(category).map(categoryCode)

const everyMixedUp = (code: string): string[] => [
  ...new Set([code, ...confusable.filter((group) => group.includes(code)).flat()]),
]
