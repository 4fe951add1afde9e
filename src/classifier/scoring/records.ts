/** A petition of a conversation, expected or predicted. A field that is absent, null or '' says nothing. */
export interface ScoredPetition {
  readonly messages: readonly string[]
  readonly supporters?: readonly string[] | null | undefined
  readonly category?: string | null | undefined
  readonly place?: Readonly<Record<string, string | null | undefined>> | null | undefined
  readonly grid?: string | null | undefined
  readonly handler?: string | null | undefined
  readonly urgency?: string | null | undefined
  readonly on_behalf_of?: string | null | undefined
  readonly vulnerable?: boolean | null | undefined
  readonly since?: string | null | undefined
  /** `conversation-id#index` of the petition that this one says again. */
  readonly duplicate_of?: string | null | undefined
}

export interface ExpectedPetition extends ScoredPetition {
  /** Other categories that a dispatcher would accept. */
  readonly also_ok?: readonly string[] | null | undefined
}

export interface ExpectedConversation {
  readonly id: string
  readonly expect: readonly ExpectedPetition[]
}

/** What was found in the conversation of that id. */
export interface PredictedConversation {
  readonly id: string
  readonly petitions: readonly ScoredPetition[]
}

/** What a reply means, as far as it is scored. */
export interface ScoredReply {
  readonly act?: string | undefined
  readonly solved?: boolean | null | undefined
  readonly score?: number | null | undefined
}

export const isBlank = (value: unknown): value is undefined | null | '' =>
  value === undefined || value === null || value === ''
