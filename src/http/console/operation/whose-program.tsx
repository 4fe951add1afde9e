import type { PersonId, UnitCode } from '../../../domain/ids.ts'
import type { Rulebook } from '../../../domain/street/rulebook.ts'
import { unitName } from '../../labels.ts'
import { officeText } from '../shell.tsx'
import { Field } from './field.tsx'

/** In whose name a program comes, and for which unit: 青石街道，身份：姓名（职务）. */
export function standsForText(
  { person, unit }: { readonly person: PersonId; readonly unit: UnitCode },
  book: Rulebook,
): string {
  const staff = book.staff.find(({ id }) => id === person)
  const who = staff ? `${staff.name}（${officeText(staff, book)}）` : '此人已不在册'
  return `${unitName(unit, book)}，身份：${who}`
}

/** What a new program is for, unless something else is chosen: the whole street. */
export const wholeStreet = ({ units }: Rulebook): string =>
  units.find(({ kind }) => kind === 'street')?.code ?? ''

/** Asks in whose name a program shall come, and for which unit. */
export const StandsFor = <Name extends string>(of: {
  readonly book: Rulebook
  readonly personLabel: string
  readonly typed: { readonly person: string; readonly unit: string }
  readonly faults: readonly (Name | 'person' | 'unit')[]
  readonly words: Readonly<Record<Name | 'person' | 'unit', string>>
}) => (
  <>
    <Field name="person" label={of.personLabel} faults={of.faults} words={of.words}>
      <select id="person" name="person" required>
        <option value="">请选择</option>
        {of.book.staff.map((one) => (
          <option value={one.id} selected={one.id === of.typed.person}>
            {one.name} {officeText(one, of.book)}
          </option>
        ))}
      </select>
    </Field>
    <Field name="unit" label="范围" faults={of.faults} words={of.words}>
      <select id="unit" name="unit">
        {of.book.units
          .filter(({ kind }) => kind !== 'household_group')
          .map(({ code, name }) => (
            <option value={code} selected={code === of.typed.unit}>
              {name}
            </option>
          ))}
      </select>
    </Field>
  </>
)
