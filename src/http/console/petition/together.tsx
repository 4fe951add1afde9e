import type { Mediation, Side } from '../../../domain/mediation/mediation.ts'
import { partLines } from '../../../texts/cards/task-words.ts'
import { mediationEndName } from '../../../texts/mediation-words.ts'
import { moment } from '../../../texts/moments.ts'
import { masked } from '../../petitions/masks.ts'
import { Fact } from './facts.tsx'
import type { DeskFile } from './file.ts'

/** What others than the lead owe to it (协办、吹哨). */
export const Parts = ({ file: { view } }: { readonly file: DeskFile }) =>
  view.task.parts.length === 0 ? null : (
    <section class="card">
      <h2>协办</h2>
      <ul class="parts">
        {partLines(view.task).map((line, i) => (
          <li class={view.task.parts[i]?.overdue ? 'late' : ''}>{masked(line)}</li>
        ))}
      </ul>
    </section>
  )

/** Open petitions that may be the same matter. */
export const Alike = ({ file: { petition, alike } }: { readonly file: DeskFile }) =>
  alike.length === 0 ? null : (
    <section class="card no-print">
      <h2>可能是同一件事</h2>
      <ul class="parts">
        {alike.map((one) => (
          <li>
            <a href={`/console/petitions/${one.petition.number}`}>{one.petition.number}号</a>{' '}
            {masked(one.petition.summary)}
            <small>{one.because}</small>
          </li>
        ))}
      </ul>
      <p>
        <a class="button quiet" href={`/console/petitions/${petition.number}/merge`}>
          并入其中一件
        </a>
      </p>
    </section>
  )

const sideLabels: Readonly<Record<Side, string>> = {
  applicant: '反映人一方',
  respondent: '另一方',
}
const outcomes = { settled: '谈成', failed: '没谈成', adjourned: '休会' } as const

/** How far a quarrel has been mediated. */
export const Mediated = ({ file: { view } }: { readonly file: DeskFile }) => {
  const { mediation } = view
  if (!mediation) return null
  return (
    <section class="card">
      <h2>调解</h2>
      <dl class="facts">
        {(['applicant', 'respondent'] as const).map((side) => (
          <Fact label={sideLabels[side]}>{consentText(mediation, side)}</Fact>
        ))}
        {mediation.met && (
          <Fact label="见过双方">
            {moment(mediation.met.metAt)} {masked(mediation.met.text)}
          </Fact>
        )}
        {mediation.appointment && (
          <Fact label="约定见面">
            {moment(mediation.appointment.heldAt)}，{masked(mediation.appointment.place)}
          </Fact>
        )}
        {mediation.major && <Fact label="重大疑难">{masked(mediation.major.reason)}</Fact>}
        {mediation.sessions.map(({ heldAt, outcome, record }, i) => (
          <Fact label={`第${i + 1}次调解`}>
            {moment(heldAt)} {outcomes[outcome]}
            {record && `：${masked(record)}`}
          </Fact>
        ))}
        {mediation.handedOver && (
          <Fact label="移交矛调中心">
            {moment(mediation.handedOver.handedAt)}
            {mediation.handedOver.closedOffAt &&
              `，${moment(mediation.handedOver.closedOffAt)}销号`}
          </Fact>
        )}
        {mediation.end && (
          <Fact label="结果">
            {mediationEndName(mediation.end.kind)}，{moment(mediation.end.endedAt)}
          </Fact>
        )}
      </dl>
    </section>
  )
}

const consentText = ({ consents }: Mediation, side: Side): string => {
  const said = consents[side]
  if (!said) return '还没有问'
  return `${said.agrees ? '同意' : '不同意'}调解（${moment(said.saidAt)}）`
}
