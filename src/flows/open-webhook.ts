import { randomBytes } from 'node:crypto'
import type { PersonId, UnitCode } from '../domain/ids.ts'
import { no, ok, type Result } from '../domain/result.ts'
import type { Webhook, Webhooks } from './ports/webhooks.ts'
import type { Desk } from './ports.ts'

export interface WebhookWish {
  readonly name: string
  readonly url: string
  readonly person: PersonId
  readonly unit: UnitCode
}

export type WebhookFault = keyof WebhookWish

export const longestWebhookName = 60
const longestUrl = 500

/**
 * Begins to tell a program what happens from now on. Refuses with all fields that are wrong; a wish of the same `id` makes
 * a second one never: null. Whether the address may be asked is seen when it is: names may lead elsewhere tomorrow.
 */
export async function openWebhook(
  { name, url, person, unit }: WebhookWish,
  { id, by }: { readonly id: string; readonly by: PersonId | null },
  desk: Pick<Desk, 'rulebooks'> & { readonly webhooks: Webhooks },
): Promise<Result<Webhook | null, readonly WebhookFault[]>> {
  const { staff, units } = await desk.rulebooks.current()
  const called = name.trim()
  const faults: WebhookFault[] = [
    ...(called === '' || called.length > longestWebhookName ? (['name'] as const) : []),
    ...(isAddress(url.trim()) ? [] : (['url'] as const)),
    ...(staff.some(({ id: one }) => one === person) ? [] : (['person'] as const)),
    ...(units.some(({ code }) => code === unit) ? [] : (['unit'] as const)),
  ]
  if (faults.length > 0) return no(faults)
  const now = new Date() // addresses answer by the real time, whatever the street's own clock shows
  const made: Webhook = {
    ...{ id, name: called, url: url.trim(), secret: randomBytes(32).toString('base64url') },
    ...{
      person,
      unit,
      madeBy: by,
      madeAt: now,
      state: 'on',
      cursor: null,
      failures: 0,
      tryAt: now,
    },
    ...{ told: 0, toldAt: null, why: null },
  }
  return ok((await desk.webhooks.keep(made)) ? made : null)
}

function isAddress(text: string): boolean {
  if (text.length > longestUrl || !URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return ['https:', 'http:'].includes(protocol) && username === '' && password === ''
}
