/** A mail server that takes letters from us. */
export interface MailSettings {
  readonly host: string
  readonly port: number
  /** `tls` from the first byte; `starttls`, or nothing is said; `none` for a relay in the house. */
  readonly security: 'tls' | 'starttls' | 'none'
  /** null: the server asks nobody who they are. */
  readonly login: { readonly user: string; readonly password: string } | null
  /** Our own address. */
  readonly from: string
  /** Letters a minute at most. */
  readonly perMinute: number
}
