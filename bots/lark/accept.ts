/** A button that somebody pressed on a card of ours. Who it was is Lark's word; the rest is what their client sent. */
export interface Press {
  /** The press's own id; a press that is tried again has another one. */
  readonly id: string
  /** Open id of who pressed: the only thing to judge rights by. */
  readonly operator: string
  /** The card's message. */
  readonly message: string
  readonly chat: string
  readonly name: string
  readonly value: Readonly<Record<string, unknown>>
  /** What was filled in, by the names of the fields. */
  readonly form: Readonly<Record<string, unknown>>
  readonly at: Date
}

/** What who pressed sees: a line that passes, and the card that takes the place of theirs. */
export interface PressAnswer {
  readonly toast: {
    readonly type: 'success' | 'info' | 'warning' | 'error'
    readonly content: string
  } | null
  readonly card: object | null
}

/** May take longer than Lark waits: then who pressed reads "处理中", and the card is put in place when it is there. */
export type OnPress = (press: Press) => Promise<PressAnswer>

/** Takes one verified event; comes back when it is kept, with what Lark wants as an answer. Throws when it is not kept. */
export type Accept = (envelope: unknown) => Promise<object | undefined>
