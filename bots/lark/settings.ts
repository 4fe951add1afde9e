/** A Lark app, and how it hears. */
export interface LarkSettings {
  readonly appId: string
  readonly appSecret: string
  readonly domain: string
  /** `webhook`: Lark calls our door, and both keys of its page 加密策略 are needed. */
  readonly hears:
    | { readonly by: 'socket' }
    | {
        readonly by: 'webhook'
        readonly encryptKey: string
        readonly verificationToken: string
        /** Our company, where it is known: events of another one are refused. */
        readonly tenantKey?: string
      }
}
