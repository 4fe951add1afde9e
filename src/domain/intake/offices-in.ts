import type { DepartmentCode, UnitCode } from '../ids.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { shortNames } from './reply-task.ts'

/** An office by its code, or what stands for that of the place: 物业, 社区, 网格员. */
export type OfficeSaid = DepartmentCode | UnitCode | 'PROPERTY' | 'COMMUNITY' | 'GRID'

export interface OfficeFound {
  readonly office: OfficeSaid
  readonly from: number
  readonly to: number
}

const ofThePlace: readonly (readonly ['PROPERTY' | 'COMMUNITY' | 'GRID', RegExp])[] = [
  ['PROPERTY', /物业(?:公司)?/],
  ['COMMUNITY', /社区(?:居委会)?|居委会/],
  ['GRID', /网格员?/],
]

/** All offices that a text names, in order, each once; of names that overlap the longer one is meant. */
export function officesIn(text: string, book: Rulebook): readonly OfficeFound[] {
  const offices = [
    ...book.departments,
    ...book.units.filter(({ kind }) => kind !== 'household_group'),
  ]
  const named = offices.flatMap(({ code, name, aliases }) =>
    [name, ...aliases, ...shortNames(name)]
      .filter((said) => said.length > 1 && text.includes(said))
      .map((said): OfficeFound => {
        const from = text.indexOf(said)
        return { office: code, from, to: from + said.length }
      }),
  )
  const stands = ofThePlace.flatMap(([office, words]): OfficeFound[] => {
    const found = words.exec(text)
    return found ? [{ office, from: found.index, to: found.index + found[0].length }] : []
  })
  const chosen: OfficeFound[] = []
  for (const one of [...named, ...stands].sort((a, b) => b.to - b.from - (a.to - a.from)))
    if (chosen.every((other) => other.office !== one.office && isApart(other, one)))
      chosen.push(one)
  return chosen.sort((a, b) => a.from - b.from)
}

const isApart = (a: OfficeFound, b: OfficeFound) => a.to <= b.from || b.to <= a.from
