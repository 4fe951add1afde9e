/** About accounts: binding another one, and the way into the console. */
export type AccountNotice =
  /** To the known account of somebody who wants to bind another one. */
  | { readonly kind: 'bindingCode'; readonly code: string; readonly expiresAt: Date }
  | {
      readonly kind: 'binding'
      readonly what:
        | 'bound'
        | 'already'
        | 'inOffice'
        | 'voided'
        | 'unknown'
        | 'locked'
        | 'privately'
        | 'fromOperator'
    }
  /** Opens the console once for who asked. */
  | { readonly kind: 'signInLink'; readonly url: string; readonly expiresAt: Date }
  | { readonly kind: 'signIn'; readonly what: 'privately' | 'onlyOffice' }
