import { emergencyIn } from '../../src/domain/intake/emergency.ts'
import { withoutWords } from '../../src/domain/without-words.ts'
import type { Door } from '../../src/flows/ports/door.ts'
import type { Rulebooks } from '../../src/flows/ports/rulebooks.ts'
import type { Clock, HeardMessage, Inbox, Media, Petitions } from '../../src/flows/ports.ts'
import { open311Words } from '../../src/texts/open311-words.ts'
import { accountOf } from './accounts.ts'
import { answered, type Fault, type Format, refused } from './answer.ts'
import { type Asked, askedOf, formatOf } from './asked.ts'
import { discovery } from './discovery.ts'
import type { Fetched } from './fetch-media.ts'
import { callerOf } from './keys.ts'
import { lookUp } from './look-up.ts'
import { readForm } from './read-form.ts'
import { numberIn, readQuery } from './read-query.ts'
import { readRequest } from './read-request.ts'
import { isOurToken, newToken } from './seal.ts'
import { definitionOf, serviceOf } from './services.ts'
import type { Open311Settings } from './settings.ts'
import { toHeard } from './to-heard.ts'
import { requestOf } from './view.ts'

export interface DoorParts {
  readonly settings: Open311Settings
  readonly inbox: Pick<Inbox, 'keep'>
  readonly media: Pick<Media, 'keep'>
  readonly petitions: Pick<Petitions, 'findByNumber' | 'findByMessages' | 'list'>
  readonly rulebooks: Pick<Rulebooks, 'current'>
  /** How letters can go to addresses. */
  readonly ways: readonly ('mail' | 'sms')[]
  readonly fetchMedia: (link: string) => Promise<Fetched | null>
  readonly newId: () => string
  readonly onHeard: (message: HeardMessage) => void
  readonly clock: Clock
  readonly report: (what: string, fault: unknown) => void
}

const base = '/open311/v2'
/** 20,000 characters of a form in %-writing, nine bytes each, and the other fields. */
const longestBody = 256 * 1024
/** Each may hold some megabytes for some seconds; beyond them a link stays a link. */
const mostFetching = 4

/** Open311 GeoReport v2: see docs/open311.md. */
export function open311Door(parts: DoorParts): Door {
  const { settings, inbox, petitions, rulebooks, clock, report } = parts
  const { byNumber, byQuery, numbersOf } = lookUp(petitions)
  let fetching = 0

  const fileBehind = async (link: string | null): Promise<Fetched | null> => {
    if (link === null || fetching >= mostFetching) return null
    fetching++
    try {
      return await parts.fetchMedia(link)
    } finally {
      fetching--
    }
  }

  const bring = async (request: Request, format: Format): Promise<Response> => {
    const body = new Uint8Array(await request.arrayBuffer())
    if (body.length > longestBody)
      return refused([{ code: 413, description: `(body): at most ${longestBody} bytes` }], format)
    const form = readForm(request.headers.get('content-type') ?? '', body)
    if (!('get' in form)) return refused([form], format)
    const query = new URL(request.url).searchParams
    const caller = callerOf(form.get('api_key') ?? query.get('api_key') ?? '', settings.keys)
    if (caller === null) {
      report('open311: a request was refused, its key is nobody’s', null)
      return refused([{ code: 403, description: 'api_key: needed, a key that we gave' }], format)
    }
    const elsewhere = ofAnother(form.get('jurisdiction_id') ?? query.get('jurisdiction_id'))
    if (elsewhere) return refused([elsewhere], format)
    const read = readRequest(form)
    if (!read.ok) return refused(read.problem, format)
    const { categories } = await rulebooks.current()
    const category = categories.find(({ code }) => code === read.value.service_code)
    if (!category) return refused([noService], format)
    const key = request.headers.get('idempotency-key')?.slice(0, 200) || parts.newId()
    const token = newToken({ caller, key }, settings.secret)
    const { email, phone, device_id: device, account_id: theirs } = read.value
    const named = { email, phone, known: theirs ?? device }
    const account = accountOf(caller, named, token, { secret: settings.secret, ways: parts.ways })
    const file = await fileBehind(read.value.media_url)
    const at = clock()
    const messages = await toHeard(read.value, { token, account, category, file, at }, parts.media)
    await inbox.keep(messages, at)
    for (const message of messages) parts.onHeard(message)
    const isDanger = messages.some(({ text }) => emergencyIn(text) !== null)
    const notice = isDanger ? open311Words.callFirst : ''
    const answer = [{ token, service_notice: notice, account_id: '' }]
    return answered('service_requests', answer, format, 201)
  }

  const show = async ({ what, one, format }: Asked, url: URL): Promise<Response> => {
    if (what === 'discovery')
      return answered('discovery', discovery(settings, settings.publicUrl ?? url.origin), format)
    if (what === 'tokens') return showToken(one ?? '', format)
    const book = await rulebooks.current()
    if (what === 'services' && one === null)
      return answered('services', book.categories.map(serviceOf), format)
    if (what === 'services') {
      const category = book.categories.find(({ code }) => code === one)
      if (!category) return refused([noService], format)
      return answered('service_definition', definitionOf(category), format)
    }
    if (one !== null) {
      const petition = await byNumber(numberIn(one), book)
      if (!petition) return refused([noRequest], format)
      return answered('service_requests', [requestOf(petition, book)], format)
    }
    const query = readQuery(url.searchParams, clock())
    if (!query.ok) return refused(query.problem, format)
    const found = await byQuery(query.value, book)
    const requests = found.map((petition) => requestOf(petition, book))
    return answered('service_requests', requests, format)
  }

  const showToken = async (token: string, format: Format): Promise<Response> => {
    if (!isOurToken(token, settings.secret))
      return refused([{ code: 404, description: 'token_id: a token that we gave' }], format)
    const numbers = await numbersOf(token)
    const known = numbers.length > 0 ? numbers.map(String) : ['']
    const answer = known.map((id) => ({ service_request_id: id, token }))
    return answered('service_requests', answer, format)
  }

  const ofAnother = (jurisdiction: string | null): Fault | null =>
    !jurisdiction || jurisdiction === settings.jurisdiction
      ? null
      : { code: 404, description: `jurisdiction_id: ${settings.jurisdiction}, or none` }

  const answer = async (request: Request): Promise<Response> => {
    const url = new URL(request.url)
    const accept = request.headers.get('accept') ?? ''
    const asked = askedOf(url.pathname, base, accept)
    if (!('what' in asked)) return refused([asked], formatOf(accept))
    const { what, one, format } = asked
    try {
      const isGet = request.method === 'GET' || request.method === 'HEAD'
      if (request.method === 'POST' && what === 'requests' && one === null)
        return await bring(request, format)
      if (!isGet) return refused([{ code: 405, description: 'GET, and POST requests' }], format)
      const elsewhere = ofAnother(url.searchParams.get('jurisdiction_id'))
      return elsewhere ? refused([elsewhere], format) : await show(asked, url)
    } catch (fault) {
      report('open311: a request was not answered', withoutWords(fault))
      return refused([{ code: 500, description: 'a fault of ours: bring it again' }], format)
    }
  }
  return { path: base, longestBody, answer }
}

const noService: Fault = { code: 404, description: 'service_code: one of GET services' }
const noRequest: Fault = { code: 404, description: 'service_request_id: of a request of this door' }
