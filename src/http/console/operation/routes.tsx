import { letterId, personId, unitCode } from '../../../domain/ids.ts'
import { issueToken } from '../../../flows/api-tokens.ts'
import { tokenPowers } from '../../../flows/ports/tokens.ts'
import { type ConsoleRoute, page } from '../route.ts'
import type { Visit } from '../visit.ts'
import { OperationPage } from './operation-page.tsx'
import { stateOfAll } from './state.ts'
import { type TokenForm, TokensPage } from './tokens-page.tsx'
import { webhookRoutes } from './webhook-routes.tsx'

/** As many letters given up as can be sent again at once. */
const lettersAtOnce = 200

/** How the machine is doing, and which programs may use the API. */
export const operationRoutes: readonly ConsoleRoute[] = [
  ...webhookRoutes,
  page('GET', '/operation', 'operation', async (visit) =>
    visit.c.html(<OperationPage visit={visit} state={await stateOfAll(visit.desk, visit.now)} />),
  ),

  page('POST', '/operation/letters', 'operation', async ({ c, desk }) => {
    const { letter } = await c.req.parseBody()
    const given = await desk.outbox.givenUp(lettersAtOnce)
    const wanted = letter === 'all' ? given.map(({ id }) => id) : [letterId(String(letter ?? ''))]
    if (wanted.length > 0) await desk.outbox.again(wanted)
    return c.redirect('/console/operation#letters', 303)
  }),

  page('GET', '/operation/tokens', 'operation', (visit) => tokensPage(visit)),

  page('POST', '/operation/tokens', 'operation', async (visit) => {
    const typed = await formOf(visit)
    const made = await issueToken(
      {
        name: typed.name,
        person: personId(typed.person),
        unit: unitCode(typed.unit),
        power: tokenPowers.find((power) => power === typed.power) ?? 'read',
        days: Number(typed.days),
      },
      { id: typed.nonce, by: visit.staff.id },
      visit.desk,
    )
    if (!made.ok) return tokensPage(visit, { typed, faults: made.problem })
    return tokensPage(visit, { issued: made.value })
  }),

  page('POST', '/operation/tokens/:id/revoke', 'operation', async ({ c, desk, now }) => {
    await desk.tokens.revoke(c.req.param('id') ?? '', now)
    return c.redirect('/console/operation/tokens', 303)
  }),
]

async function tokensPage(
  visit: Visit,
  more: Omit<Parameters<typeof TokensPage>[0], 'visit' | 'tokens'> = {},
): Promise<Response> {
  const tokens = await visit.desk.tokens.list()
  return visit.c.html(
    <TokensPage visit={visit} tokens={tokens} {...more} />,
    more.faults ? 422 : 200,
  )
}

/** What was typed; of what is no form of ours empty fields, and a nonce of its own. */
async function formOf({ c, desk }: Visit): Promise<TokenForm> {
  const body = await c.req.parseBody()
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  const nonce = text('nonce')
  return {
    ...{ name: text('name'), person: text('person'), unit: text('unit') },
    ...{ power: text('power'), days: text('days') },
    nonce: /^[\w-]{1,64}$/.test(nonce) ? nonce : desk.newId(),
  }
}
