import { createHash, timingSafeEqual } from 'node:crypto'
import { no, ok, type Result } from '../domain/result.ts'
import type { LarkSignIn } from './ports/lark-sign-in.ts'
import type { Desk } from './ports.ts'
import { letIn, newSecret } from './sign-in.ts'

/** Where Lark sends browsers back to; an administrator enters it, behind our address, at the app's 安全设置. */
export const larkReturnPath = '/sign-in/lark/back'

/** A browser on its way to Lark. `state` comes back through Lark, `verifier` never leaves the browser's cookie and us. */
export interface Leaving {
  readonly state: string
  readonly verifier: string
}

/** Where a browser goes to sign in by Lark, and what it must bring back by itself. */
export function leaveForLark(
  lark: LarkSignIn,
  { publicUrl }: Pick<Desk, 'publicUrl'>,
): { readonly url: string; readonly leaving: Leaving } {
  const leaving = { state: newSecret(), verifier: `${newSecret()}${newSecret()}` }
  const challenge = createHash('sha256').update(leaving.verifier).digest('base64url')
  const redirectUri = `${publicUrl}${larkReturnPath}`
  return { url: lark.authorizeUrl({ redirectUri, state: leaving.state, challenge }), leaving }
}

/**
 * `stale`: this browser did not leave for Lark, or came back before; `declined`: whoever sat there said no; `stranger`: we know
 * nobody in office by that account; the others are those of `LarkSignIn`.
 */
export type NotByLark =
  | 'stale'
  | 'declined'
  | 'stranger'
  | Exclude<Awaited<ReturnType<LarkSignIn['whose']>>, { readonly ok: true }>['problem']

/** Lets somebody in who comes back from Lark in the browser that left; answers the secret of their session. */
export async function backFromLark(
  brought: { readonly state: string; readonly code: string },
  leaving: Leaving | null,
  client: string,
  lark: LarkSignIn,
  desk: Pick<Desk, 'sessions' | 'rulebooks' | 'people' | 'publicUrl' | 'clock' | 'report'>,
): Promise<Result<string, NotByLark>> {
  if (!leaving || !isSame(brought.state, leaving.state)) return no('stale')
  if (brought.code === '') return no('declined')
  const redirectUri = `${desk.publicUrl}${larkReturnPath}`
  const account = await lark.whose(brought.code, redirectUri, leaving.verifier)
  if (!account.ok) {
    if (account.problem === 'misconfigured')
      desk.report(
        'lark does not let anybody sign in: see the app id, its secret and redirect',
        null,
      )
    return account
  }
  const person = await desk.people.whose({ channel: 'lark', account: account.value })
  const { staff } = await desk.rulebooks.current()
  if (person === undefined || !staff.some(({ id }) => id === person)) return no('stranger')
  const begun = await letIn(person, client, desk)
  return begun ? ok(begun.secret) : no('later')
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
