import { personId, unitCode } from '../../../domain/ids.ts'
import { openWebhook } from '../../../flows/open-webhook.ts'
import { webhookBacklogs } from '../../api/webhook-backlogs.ts'
import { type ConsoleRoute, page } from '../route.ts'
import type { Visit } from '../visit.ts'
import { type WebhookForm, WebhooksPage } from './webhooks-page.tsx'

/** Which programs are told what happens. */
export const webhookRoutes: readonly ConsoleRoute[] = [
  page('GET', '/operation/webhooks', 'operation', (visit) => webhooksPage(visit)),

  page('POST', '/operation/webhooks', 'operation', async (visit) => {
    const typed = await formOf(visit)
    const { name, url, person, unit } = typed
    const made = await openWebhook(
      { name, url, person: personId(person), unit: unitCode(unit) },
      { id: typed.nonce, by: visit.staff.id },
      visit.desk,
    )
    if (!made.ok) return webhooksPage(visit, { typed, faults: made.problem })
    return webhooksPage(visit, { opened: made.value })
  }),

  page('POST', '/operation/webhooks/:id/switch', 'operation', async ({ c, desk }) => {
    const { to } = await c.req.parseBody()
    if (to === 'on' || to === 'paused' || to === 'off')
      await desk.webhooks.switchTo(c.req.param('id') ?? '', to, new Date())
    return c.redirect('/console/operation/webhooks', 303)
  }),
]

async function webhooksPage(
  visit: Visit,
  more: Omit<Parameters<typeof WebhooksPage>[0], 'visit' | 'webhooks' | 'behind'> = {},
): Promise<Response> {
  const [webhooks, backlogs] = await Promise.all([
    visit.desk.webhooks.list(),
    webhookBacklogs(visit.desk),
  ])
  const behind = new Map(backlogs.map((one) => [one.webhook.id, one.behind]))
  return visit.c.html(
    <WebhooksPage visit={visit} webhooks={webhooks} behind={behind} {...more} />,
    more.faults ? 422 : 200,
  )
}

/** What was typed; of what is no form of ours empty fields, and a nonce of its own. */
async function formOf({ c, desk }: Visit): Promise<WebhookForm> {
  const body = await c.req.parseBody()
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  const nonce = text('nonce')
  return {
    ...{ name: text('name'), url: text('url'), person: text('person'), unit: text('unit') },
    nonce: /^[\w-]{1,64}$/.test(nonce) ? nonce : desk.newId(),
  }
}
