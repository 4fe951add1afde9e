import { isHandler } from '../../../../domain/people/in-charge.ts'
import { type Action, actions } from '../../../../domain/petition/actions.ts'
import { mayDo, whether } from '../../../../domain/petition/may-do.ts'
import { actionLabels, notYetWords } from '../../../../texts/desk-words.ts'
import type { PetitionVisit } from '../../visit.ts'
import type { DeskFile } from '../file.ts'
import { actPath, Once } from './act-form.tsx'

/** Done by the press itself: there is nothing to write, and no harm in it. */
const atOnce: readonly Action[] = ['accept', 'takePart', 'arrive', 'urge']
/** What the work itself is: those above seldom do it for who has it in hand. */
const work: readonly Action[] = ['accept', 'resolve', 'note', 'answerInterim']
/** As many as a thumb finds at once; the others are one press further. */
const near = 2

interface Bar {
  readonly visit: PetitionVisit
  readonly file: DeskFile
}

/** What this reader may do now, the likeliest first. */
export const ActionBar = ({ visit, file }: Bar) => {
  const { petition, book, now } = file
  const reader = { kind: 'person', id: visit.staff.id, staff: visit.staff } as const
  const may = mayDo(actions, petition, reader, now, book)
  // who has not even accepted it seldom has its result
  const unlikely = isHandler(visit.staff.id, petition, book)
    ? (action: Action) => action === 'resolve' && may.includes('accept')
    : (action: Action) => work.includes(action)
  const likely = [...may.filter((one) => !unlikely(one)), ...may.filter(unlikely)]
  const first = likely.slice(0, near)
  const rest = may.filter((action) => !first.includes(action))
  const lacking = may.includes('note') ? whether('resolve', petition, reader, now, book) : null
  const notYet = lacking && !lacking.ok && notYetWords[lacking.problem.kind]
  return (
    <section class="acts no-print" aria-label="可以做的事">
      {notYet && <p class="not-yet">{notYet}</p>}
      <div class="near">
        {first.map((action, i) => (
          <ActionButton action={action} bar={{ visit, file }} quiet={i > 0} />
        ))}
        {rest.length > 0 && (
          <details class="more">
            <summary class="button quiet">
              <span>更多</span>
              <span>收起</span>
            </summary>
            <div class="sheet">
              {rest.map((action) => (
                <ActionButton action={action} bar={{ visit, file }} quiet />
              ))}
            </div>
          </details>
        )}
      </div>
    </section>
  )
}

const ActionButton = ({
  action,
  bar: { visit, file },
  quiet,
}: {
  readonly action: Action
  readonly bar: Bar
  readonly quiet: boolean
}) => {
  const { number, version } = file.petition
  const style = quiet ? 'button quiet' : 'button'
  if (!atOnce.includes(action))
    return (
      <a class={style} href={actPath(number, action)} data-dialog>
        {actionLabels[action]}
      </a>
    )
  return (
    <form method="post" action={actPath(number, action)} enctype="multipart/form-data">
      <Once version={version} nonce={visit.desk.newId()} />
      <button class={style} type="submit">
        {actionLabels[action]}
      </button>
    </form>
  )
}
