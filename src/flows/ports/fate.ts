/** What became of a letter so far. */
export interface Fate {
  readonly state: 'pending' | 'sent' | 'given_up'
}
