/** What the community's office hears of its household heads. */
export type HeadsNotice =
  /** Somebody is to be chosen, or chosen again; nobody is on the roster for after that. */
  | {
      readonly kind: 'headTermEnds'
      readonly name: string
      readonly unit: string
      /** The end of the last day. */
      readonly untilAt: Date
      readonly isOver: boolean
    }
  /** What the heads of the community did in a month; `idle`: of how many nothing is known. */
  | {
      readonly kind: 'headsMonth'
      readonly unit: string
      /** 2026-03 */
      readonly period: string
      readonly active: readonly {
        readonly name: string
        readonly relayed: number
        readonly looked: number
        /** Errands; absent in old letters. */
        readonly ran?: number
      }[]
      readonly idle: number
    }
