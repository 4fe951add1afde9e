import type { Child } from 'hono/jsx'
import { actions } from '../../../domain/petition/actions.ts'
import { actOnPetition } from '../../../flows/act-on-petition.ts'
import { dispatchMany, type Sent } from '../../../flows/dispatch-many.ts'
import { viewQueue } from '../../../flows/view-queue.ts'
import { refusedWords } from '../../../texts/cards/press-words.ts'
import { actionDone, actionLabels } from '../../../texts/desk-words.ts'
import { type ConsoleRoute, paced, page, petitionPage } from '../route.ts'
import type { PetitionVisit, Visit } from '../visit.ts'
import { type Asked, askedOf, hrefOf } from './asked.ts'
import { type Decided, decideBy } from './decide.tsx'
import { type Drafted, destinationOf } from './dispatch-bar.tsx'
import { streamQueue } from './live.tsx'
import { QueuePage } from './queue-page.tsx'
import { QueueRow, Rows, rowsOf } from './rows.tsx'

/** The queue, and what is done right from it. */
export const queueRoutes: readonly ConsoleRoute[] = [
  page('GET', '', 'work', show),
  paced('free', page('GET', '/live', 'work', streamQueue)),
  page('POST', '/dispatch', 'dispatch', dispatch),
  petitionPage('POST', '/petitions/:number/accept', 'full', accept),
  petitionPage('POST', '/petitions/:number/decide', 'full', decide),
]

const queryIn = ({ c }: Visit) => new URL(c.req.url).searchParams

async function show(visit: Visit): Promise<Response> {
  const asked = askedOf(queryIn(visit), visit.staff, visit.book)
  const isMore = asked.cursor !== null && visit.c.req.header('hx-request') === 'true'
  if (!isMore) return answered(visit, asked, { said: doneIn(visit) ?? goneIn(visit) })
  const viewer = await viewQueue(visit.staff, visit.book, visit.now, visit.desk)
  const shown = await rowsOf(asked, viewer, visit)
  return visit.c.html(<Rows visit={visit} asked={asked} shown={shown} />)
}

/** What was just done with a petition that is no longer theirs to see. */
function doneIn({ c }: Visit): Child {
  const done = actions.find((one) => one === c.req.query('done'))
  const number = /^\d{1,9}$/.exec(c.req.query('number') ?? '')
  return done && number ? (
    <p class="done" role="status">
      {number}号：{actionDone[done]}
    </p>
  ) : null
}

/** What could not be done with one that went to somebody else meanwhile. */
function goneIn({ c }: Visit): Child {
  const wanted = actions.find((one) => one === c.req.query('gone'))
  const number = /^\d{1,9}$/.exec(c.req.query('number') ?? '')
  return wanted && number ? (
    <p class="wrong" role="alert">
      {number}号没有{actionLabels[wanted]}：刚刚已转给别处，不在您这里了。
    </p>
  ) : null
}

/** The whole page of what was asked for. */
async function answered(
  visit: Visit,
  asked: Asked,
  {
    status = 200,
    said,
    drafted,
  }: { status?: 200 | 409 | 422; said?: Child; drafted?: Drafted } = {},
): Promise<Response> {
  const viewer = await viewQueue(visit.staff, visit.book, visit.now, visit.desk)
  const [shown, counts] = await Promise.all([
    rowsOf(asked, viewer, visit),
    visit.desk.queue.counts(viewer),
  ])
  const view = { visit, asked, shown, counts, ...(drafted && { drafted }) }
  return visit.c.html(<QueuePage {...view}>{said}</QueuePage>, status)
}

/** Signs for a petition from its row; the row answers, or the list where no scripts run. */
async function accept(visit: PetitionVisit): Promise<Response> {
  const { c, petition, staff, book, desk } = visit
  const form = await c.req.parseBody()
  const asked = askedOf(new URLSearchParams(textIn(form.back)), staff, book)
  const done = await actOnPetition(
    {
      ...{ petition: petition.id, command: { kind: 'accept' } },
      by: { kind: 'person', id: staff.id, staff },
      cause: { kind: 'press', key: `console/accept/${petition.id}/${textIn(form.version)}` },
      version: Number(textIn(form.version)),
    },
    desk,
  )
  const fresh = done.ok ? done.value : ((await desk.petitions.find(petition.id)) ?? petition)
  const isDone = done.ok || (fresh.status === 'handling' && fresh.handler === staff.id)
  const said = isDone ? '已签收' : refusedNow(done.problem.kind)
  return pressed(visit, asked, { isDone, said, petition: fresh }, '没有签收')
}

/** Gives more time or refuses it from the row, which answers. */
async function decide(visit: PetitionVisit): Promise<Response> {
  const form = await visit.c.req.parseBody()
  const asked = askedOf(new URLSearchParams(textIn(form.back)), visit.staff, visit.book)
  const decided = await decideBy(visit, (name) => textIn(form[name]))
  return pressed(visit, asked, decided, '没有办成')
}

/** The row as it is after a press, or the list where no scripts run. */
function pressed(
  visit: PetitionVisit,
  asked: Asked,
  { isDone, said, petition }: Decided,
  failed: string,
): Response | Promise<Response> {
  const { c } = visit
  if (c.req.header('hx-request') === 'true')
    return c.html(<QueueRow visit={visit} asked={asked} petition={petition} said={said} />)
  if (isDone) return c.redirect(hrefOf(asked), 303)
  return answered(visit, asked, {
    status: 409,
    said: (
      <p class="wrong" role="alert">
        {petition.number}号{failed}：{said}
      </p>
    ),
  })
}

const refusedNow = (kind: keyof typeof refusedWords): string =>
  kind === 'notNow' ? '有新情况，请看过再办' : refusedWords[kind]

async function dispatch(visit: Visit): Promise<Response> {
  const { c, staff, book, desk } = visit
  const form = await c.req.parseBody({ all: true })
  const asked = askedOf(new URLSearchParams(textIn(form.back)), staff, book)
  const picks = [form.pick ?? []].flat().flatMap((said) => {
    const [, number, version] = /^(\d{1,9})-(\d{1,9})$/.exec(textIn(said)) ?? []
    return number && version ? [{ number: Number(number), version: Number(version) }] : []
  })
  const to = destinationOf(textIn(form.to), book)
  const reason = textIn(form.reason).trim().slice(0, 200)
  const wrong =
    picks.length === 0
      ? '请先勾选要派的诉求。'
      : !to
        ? '请选择派给谁。'
        : reason === ''
          ? '请写明理由，承办单位会看到。'
          : ''
  if (wrong || !to) {
    const drafted = { picks, to: textIn(form.to), reason: textIn(form.reason), wrong }
    return answered(visit, asked, { status: 422, drafted })
  }
  const sent = await dispatchMany({ picks: picks.slice(0, most), to, reason, by: staff }, desk)
  return answered(visit, asked, { said: <Outcome sent={sent} /> })
}

/** A page holds fewer, and more are asked for page by page. */
const most = 200

const Outcome = ({ sent }: { readonly sent: readonly Sent[] }) => {
  const gone = sent.filter(({ refused }) => refused === null)
  const there = sent.filter(({ refused }) => refused === 'there')
  const stayed = sent.flatMap(({ number, refused }) =>
    refused === null || refused === 'there' ? [] : [{ number, refused }],
  )
  return (
    <div class="outcome" role="status">
      {gone.length > 0 && (
        <p>
          已派出{gone.length}件：{listed(gone)}
        </p>
      )}
      {there.length > 0 && (
        <p>
          本来就在那里、没有变动的{there.length}件：{listed(there)}
        </p>
      )}
      {stayed.length > 0 && (
        <>
          <p>没有派出{stayed.length}件：</p>
          <ul>
            {stayed.map(({ number, refused }) => (
              <li>
                {number}号：{refusedNow(refused)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

const listed = (sent: readonly Sent[]) => sent.map(({ number }) => `${number}号`).join('、')

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')
