import { deskKey } from '../../../domain/console/scope.ts'
import type { Destination } from '../../../domain/petition/petition.ts'
import type { Rulebook } from '../../../domain/street/rulebook.ts'
import type { Ticked } from '../../../flows/dispatch-many.ts'
import type { Visit } from '../visit.ts'
import { type Asked, queryOf } from './asked.ts'

/** Where petitions are to be sent, as far as it was said, and what is wrong with it. */
export interface Drafted {
  readonly picks: readonly Ticked[]
  readonly to: string
  readonly reason: string
  readonly wrong: string
}

/** All desks of the street by the word that a form says for them. */
export function destinationOf(key: string, book: Rulebook): Destination | undefined {
  return desksOf(book)
    .flatMap(({ desks }) => desks)
    .find(({ to }) => deskKey(to) === key)?.to
}

const desksOf = (book: Rulebook) => [
  {
    name: '部门和企业',
    desks: book.departments.map(({ code, name }) => ({
      name,
      to: { kind: 'department', code } as Destination,
    })),
  },
  {
    name: '社区和网格',
    desks: book.units.flatMap(({ kind, code, name }): { name: string; to: Destination }[] => {
      if (kind === 'household_group') return []
      return [{ name, to: { kind: kind === 'village' ? 'community' : kind, code } }]
    }),
  },
]

/** Sends all that is ticked at once. */
export const DispatchBar = ({
  visit,
  asked,
  drafted,
}: {
  readonly visit: Visit
  readonly asked: Asked
  readonly drafted?: Drafted
}) => (
  <form id="dispatch" class="dispatch-bar" method="post" action="/console/dispatch">
    <input type="hidden" name="back" value={queryOf(asked)} />
    {drafted?.wrong && (
      <p class="wrong" role="alert" id="dispatch-wrong">
        {drafted.wrong}
      </p>
    )}
    <p class="chosen" role="status">
      勾选诉求后统一派单
      <b data-chosen hidden />
    </p>
    <label>
      派给
      <select name="to" required>
        <option value="">请选择</option>
        {desksOf(visit.book).map(({ name, desks }) => (
          <optgroup label={name}>
            {desks.map((desk) => (
              <option value={deskKey(desk.to)} selected={deskKey(desk.to) === drafted?.to}>
                {desk.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
    <label class="why">
      理由
      <input
        name="reason"
        required
        maxlength={200}
        value={drafted?.reason ?? ''}
        placeholder="一句话，承办单位会看到"
        {...(drafted?.wrong && { 'aria-describedby': 'dispatch-wrong' })}
      />
    </label>
    <button class="button" type="submit">
      派单
    </button>
  </form>
)
