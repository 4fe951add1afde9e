/** Said to groups: one short line, no personal data. */
export type GroupNotice<Brief> =
  | {
      readonly kind: 'groupRegistered'
      readonly brief: Brief
      readonly dueAt: Date
      readonly alike?: Brief
    }
  | { readonly kind: 'groupPlaceAsked'; readonly brief: Brief }
  | { readonly kind: 'groupPrivately' }
  /** What there is to tell cannot be told in private: come to us. */
  | { readonly kind: 'privateWanted' }
  /** Somebody is new: what we do here, and what we do not. */
  | { readonly kind: 'welcome' }
  /** We could not hear the group for a while. */
  | { readonly kind: 'repeatWanted'; readonly fromAt: Date; readonly untilAt: Date }
  | { readonly kind: 'groupQuestionAnswered'; readonly answer: string; readonly source: string }
