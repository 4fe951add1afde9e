import type { Result } from '../../domain/result.ts'

/** Lark asks people itself who they are, and sends their browser back to us with a code (OAuth 2.0 with PKCE). */
export interface LarkSignIn {
  /** Where the browser goes; it comes back to `redirectUri` with the same `state`. */
  authorizeUrl(asked: {
    readonly redirectUri: string
    readonly state: string
    /** SHA-256 of the verifier, base64url. */
    readonly challenge: string
  }): string
  /**
   * The open id of who the code was made for, which uses it up. Refuses a code that is over, used, of another app, address or
   * browser with `refused`, somebody who may not use our app with `noAccess`; `misconfigured`: only an administrator of the app
   * can mend it; `later`: Lark does not answer.
   */
  whose(
    code: string,
    redirectUri: string,
    verifier: string,
  ): Promise<Result<string, 'refused' | 'noAccess' | 'misconfigured' | 'later'>>
}
