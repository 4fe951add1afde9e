import type { PersonId } from '../domain/ids.ts'
import type { Tokens } from './ports/tokens.ts'
import type { Webhooks } from './ports/webhooks.ts'
import type { Desk } from './ports.ts'
import { signOutEverywhere } from './sign-in.ts'

export type AccessDesk = Pick<Desk, 'sessions' | 'clock'> & {
  readonly tokens: Tokens
  readonly webhooks: Webhooks
}

/**
 * Ends all that is read and done in somebody's name: browsers are signed out, tokens of the interface open nothing any more,
 * and webhooks pause until somebody lets them go on: what happened meanwhile is told then.
 */
export async function endAccess(person: PersonId, desk: AccessDesk): Promise<void> {
  await signOutEverywhere(person, desk)
  for (const token of await desk.tokens.list())
    if (token.person === person) await desk.tokens.revoke(token.id, desk.clock())
  for (const webhook of await desk.webhooks.list())
    if (webhook.person === person && webhook.state === 'on')
      await desk.webhooks.switchTo(webhook.id, 'paused', new Date())
}
