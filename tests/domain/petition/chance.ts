import type { Destination } from '../../../src/domain/petition/petition.ts'
import type { Rulebook } from '../../../src/domain/street/rulebook.ts'

/** What chance gives for one step; whatever of it a command does not need is not looked at. */
export interface Dice {
  readonly kind: number
  /** Most steps are such as the status allows. */
  readonly fits: boolean
  readonly actor: number
  /** Most steps are tried by somebody who may; few by just anybody. */
  readonly byWhoMay: boolean
  /** The clock rings what is due next, instead. */
  readonly rings: boolean
  readonly minutes: number
  readonly text: string
  readonly days: number
  readonly pick: number
  readonly flag: boolean
}

export const at = <One>(pick: number, all: readonly One[]): One => {
  const one = all[pick % all.length]
  if (one === undefined) throw new Error('nothing to choose from')
  return one
}

export const destinations = ({ departments, units }: Rulebook): readonly Destination[] => [
  ...departments.map(({ code }): Destination => ({ kind: 'department', code })),
  ...units.flatMap(({ kind, code }): Destination[] =>
    kind === 'household_group'
      ? []
      : [{ kind: kind === 'grid' || kind === 'street' ? kind : 'community', code }],
  ),
]
