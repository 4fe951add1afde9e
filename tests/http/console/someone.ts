import { personId } from '../../../src/domain/ids.ts'
import { offerLink } from '../../../src/flows/sign-in.ts'
import { webApp } from '../../../src/http/app.tsx'
import type { ConsoleDesk } from '../../../src/http/console/console-desk.ts'

const origin = 'http://localhost'

/** A browser at the console of a desk. */
export function browserAt(desk: ConsoleDesk) {
  const app = webApp({ desk, world: null, timeMachine: null, doors: () => [] })
  let cookie = ''
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    Promise.resolve(
      app.request(`${origin}${path}`, {
        ...init,
        headers: { ...(cookie && { Cookie: cookie }), Origin: origin, ...init.headers },
      }),
    )
  return {
    get: (path: string, headers: Record<string, string> = {}) => ask(path, { headers }),
    /** Sends a form as one of our pages would. */
    post: (path: string, fields: Readonly<Record<string, string>> = {}, headers = {}) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields), headers }),
    ask,
    /** Opens a link of the bot and enters. */
    async signIn(person: string): Promise<Response> {
      const { url } = await offerLink(personId(person), desk)
      const answer = await ask(new URL(url).pathname, { method: 'POST' })
      cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
      return answer
    },
    cookie: () => cookie,
  }
}

/** A browser in which somebody in office is signed in. */
export async function someone(person: string, desk: ConsoleDesk) {
  const browser = browserAt(desk)
  await browser.signIn(person)
  return browser
}
