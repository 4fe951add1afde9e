import { type Errand, type ErrandState, isOver } from '../../../domain/errands/errand.ts'
import { errandBrief, wordsFor } from '../../../domain/errands/errand-notices.ts'
import { type ErrandRefusal, ownersOf } from '../../../domain/errands/lifecycle.ts'
import { destinationName } from '../../../domain/notices/brief.ts'
import { distanceText, momentText } from '../../times.ts'
import { ConsolePage } from '../shell.tsx'
import type { Visit } from '../visit.ts'

const presses = ['accept', 'decline', 'report'] as const
/** What a button of the page can be. */
export const isPress = (act: unknown): act is (typeof presses)[number] =>
  (presses as readonly unknown[]).includes(act)

const stateWords: Readonly<Record<ErrandState, string>> = {
  asked: '等户长答复',
  taken: '户长在办',
  passed: '网格员在办',
  reported: '说办好了，等本人确认',
  done: '办好了',
  dropped: '撤回了',
}

/** What did not happen by a press, on which errand as it stands now, and what was typed for it. */
export interface Unheard {
  readonly errand: Errand
  readonly problem: ErrandRefusal
  readonly said: string
}

const unheardWords = ({ errand: { number, state }, problem }: Unheard): string =>
  problem === 'notYours'
    ? `代办${number}号不在您手上。`
    : `代办${number}号刚才有了新情况，现在是“${stateWords[state]}”，请看过再办。`

interface Listed {
  readonly visit: Visit
  readonly errands: readonly Errand[]
}

/** 代办: what is to be done first, then what was done lately. */
export const ErrandsPage = ({
  visit,
  errands,
  unheard,
}: Listed & { readonly unheard: Unheard | null }) => {
  const open = errands.filter((one) => !isOver(one)).sort(soonestFirst)
  const over = errands.filter(isOver).sort(latestFirst)
  const done = over.filter(({ state }) => state === 'done')
  const byHeads = done.filter(({ head, doneBy }) => head !== null && head === doneBy)
  return (
    <ConsolePage visit={visit} title="代办" area="errands">
      <h1>户长代办</h1>
      <p class="lead">
        正在办{open.length}件；近30天办好{done.length}件，其中户长办的{byHeads.length}
        件。户长不经手钱、银行卡和密码。
      </p>
      {unheard && (
        <p role="alert">
          {unheardWords(unheard)}
          {unheard.said && `您写的是：“${unheard.said}”。`}
        </p>
      )}
      <section class="card" aria-labelledby="open">
        <h2 id="open">正在办</h2>
        <Lines visit={visit} errands={open} unheard={unheard} />
        {open.length === 0 && <p class="empty">没有正在办的代办。</p>}
      </section>
      <section class="card" aria-labelledby="over">
        <h2 id="over">近30天办完的</h2>
        <Lines visit={visit} errands={over} unheard={null} />
        {over.length === 0 && <p class="empty">近30天没有。</p>}
      </section>
    </ConsolePage>
  )
}

const Lines = ({ visit, errands, unheard }: Listed & { readonly unheard: Unheard | null }) => (
  <ul class="errands">
    {errands.map((errand) => (
      <li>
        <Line visit={visit} errand={errand} />
        {ownersOf(errand, visit.book).includes(visit.staff.id) && errand.state !== 'reported' && (
          <Buttons errand={errand} typed={unheard?.errand.id === errand.id ? unheard.said : ''} />
        )}
      </li>
    ))}
  </ul>
)

const Line = ({ visit, errand }: { readonly visit: Visit; readonly errand: Errand }) => {
  const { book, staff, now } = visit
  const { number, place, neighbour, words } = errandBrief(errand, staff.id, book)
  const { state, dueAt, overAt, confirmed, petition } = errand
  const result = wordsFor(errand, errand.result, staff.id)
  return (
    <p>
      <b>代办{number}号</b> {[place, neighbour].filter(Boolean).join(' ')}
      <br />
      {words}
      <small>
        {stateWords[state]}
        {overAt && ` · ${momentText(overAt)}`}
        {dueAt && ` · ${momentText(dueAt)}前（${distanceText(dueAt, now)}）`}
        {` · ${whose(errand, visit)}`}
        {petition !== null && ` · 出自${petition}号诉求`}
        {result && ` · ${result}`}
        {state === 'done' && (confirmed ? ' · 本人说办好了' : ' · 未经本人确认')}
      </small>
    </p>
  )
}

/** Who has it, or did it: a head by name, an office by its own. */
function whose({ head, doneBy, desk }: Errand, { book }: Visit): string {
  const person = book.staff.find(({ id }) => id === (doneBy ?? head))
  return person ? person.name : destinationName(desk, book)
}

const Buttons = ({ errand, typed }: { readonly errand: Errand; readonly typed: string }) => (
  <form method="post" action={`/console/errands/${errand.number}/do`}>
    <input type="hidden" name="version" value={String(errand.version)} />
    <input
      name="said"
      value={typed}
      maxlength={200}
      placeholder="做了什么，或办不了的原因"
      aria-label={`代办${errand.number}号：做了什么，或办不了的原因`}
    />
    {errand.state === 'asked' && <Button act="accept" says="接了" />}
    <Button act="report" says="办好了" />
    {errand.state !== 'passed' && <Button act="decline" says="办不了" />}
  </form>
)

const Button = ({
  act,
  says,
}: {
  readonly act: (typeof presses)[number]
  readonly says: string
}) => (
  <button class="button quiet" type="submit" name="act" value={act}>
    {says}
  </button>
)

const soonestFirst = (a: Errand, b: Errand) =>
  (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0) || a.number - b.number

const latestFirst = (a: Errand, b: Errand) =>
  (b.overAt?.getTime() ?? 0) - (a.overAt?.getTime() ?? 0) || b.number - a.number
