/** What the community's office hears of its household heads. */
export type HeadsNotice =
  /** Somebody is to be chosen, or chosen again; nobody is on the roster for after that. */
  {
    readonly kind: 'headTermEnds'
    readonly name: string
    readonly unit: string
    /** The end of the last day. */
    readonly untilAt: Date
    readonly isOver: boolean
  }
