import type { PersonId } from '../../../../domain/ids.ts'
import type { Action } from '../../../../domain/petition/actions.ts'
import { actionHints, actionLabels } from '../../../../texts/desk-words.ts'
import type { Field, Option } from './fields.ts'
import type { Faults, Typed } from './said.ts'

/** A form as it stands before somebody, perhaps for the second time. */
export interface ActForm {
  readonly action: Action
  /** Whose words are kept while they are not sent: the next at the same screen is somebody else. */
  readonly by: PersonId
  readonly number: number
  /** What they had before their eyes. */
  readonly version: number
  /** Sent twice it is done once. */
  readonly nonce: string
  readonly fields: readonly Field[]
  readonly typed: Typed
  readonly faults: Faults
  /** About the whole of it: refused, or overtaken by news. */
  readonly fault: string
}

export const actPath = (number: number, action: Action) =>
  `/console/petitions/${number}/do/${action}`

/** One thing to do, as a page without script and as a dialog with it. */
export const ActFormView = ({ form }: { readonly form: ActForm }) => (
  <form
    class="act card"
    method="post"
    action={actPath(form.number, form.action)}
    enctype="multipart/form-data"
    data-act={`${form.by}/${form.number}/${form.action}`}
    novalidate
  >
    <h2>{actionLabels[form.action]}</h2>
    {actionHints[form.action] && <p class="hint">{actionHints[form.action]}</p>}
    <p class="fault" role="alert" data-fault="">
      {form.fault}
    </p>
    <Once version={form.version} nonce={form.nonce} />
    {form.fields.map((field) => (
      <Control field={field} form={form} />
    ))}
    <p class="buttons">
      <a class="button quiet" href={`/console/petitions/${form.number}`} data-close>
        取消
      </a>
      <button class="button" type="submit">
        {actionLabels[form.action]}
      </button>
    </p>
  </form>
)

export const Once = ({ version, nonce }: Pick<ActForm, 'version' | 'nonce'>) => (
  <>
    <input type="hidden" name="version" value={version} />
    <input type="hidden" name="nonce" value={nonce} />
  </>
)

interface Of {
  readonly field: Field
  readonly form: ActForm
}

const Control = ({ field, form }: Of) => {
  const id = `act-${field.name}`
  const fault = form.faults[field.name] ?? ''
  const told = {
    'aria-describedby': `${id}-fault`,
    ...(fault && { 'aria-invalid': 'true' as const }),
  }
  if (field.kind === 'check') return <Check field={field} form={form} />
  const label = (
    <>
      {field.label}
      {!field.required && field.kind !== 'photos' && '（选填）'}
    </>
  )
  const rest = (
    <>
      {field.hint && <small>{field.hint}</small>}
      <span class="fault" id={`${id}-fault`} data-fault={field.name}>
        {fault}
      </span>
    </>
  )
  if (field.kind === 'choices')
    return (
      <fieldset class="field" {...told}>
        <legend>{label}</legend>
        <Choices field={field} form={form} />
        {rest}
      </fieldset>
    )
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Input field={field} value={shownIn({ field, form })} told={{ id, ...told }} />
      {rest}
    </div>
  )
}

const shownIn = ({ field, form }: Of): string => form.typed[field.name]?.[0] ?? field.initial ?? ''

const Input = ({
  field,
  value,
  told,
}: {
  readonly field: Field
  readonly value: string
  readonly told: Readonly<Record<string, string>>
}) => {
  const { name, required } = field
  const common = { name, ...told, ...(required && { 'aria-required': 'true' as const }) }
  switch (field.kind) {
    case 'words':
      return (
        <textarea {...common} rows={4}>
          {value}
        </textarea>
      )
    case 'days':
      return <input {...common} type="number" inputmode="numeric" min="1" max="366" value={value} />
    case 'day':
      return <input {...common} type="date" value={value} />
    case 'moment':
      return <input {...common} type="datetime-local" value={value} />
    case 'choice':
      return (
        <select {...common}>
          <option value="">请选择</option>
          <Options options={field.options ?? []} chosen={value} />
        </select>
      )
    case 'photos':
      return <input {...common} type="file" accept="image/*" multiple />
    default:
      return <input {...common} type="text" value={value} />
  }
}

const Options = ({
  options,
  chosen,
}: {
  readonly options: readonly Option[]
  readonly chosen: string
}) => {
  const groups = [...new Set(options.map(({ group }) => group ?? ''))]
  const of = (group: string) =>
    options
      .filter((option) => (option.group ?? '') === group)
      .map(({ value, name }) => (
        <option value={value} selected={value === chosen}>
          {name}
        </option>
      ))
  return (
    <>
      {groups.map((group) =>
        group === '' ? of(group) : <optgroup label={group}>{of(group)}</optgroup>,
      )}
    </>
  )
}

const Choices = ({ field, form }: Of) => (
  <ul class="choices">
    {(field.options ?? []).map(({ value, name }) => (
      <li>
        <label>
          <input
            type="checkbox"
            name={field.name}
            value={value}
            checked={form.typed[field.name]?.includes(value) ?? false}
          />
          {name}
        </label>
      </li>
    ))}
  </ul>
)

/** A box that nobody ticked is not sent: only a form that was never sent shows how it stands at first. */
const Check = ({ field, form }: Of) => {
  const wasSent = Object.keys(form.typed).length > 0
  const isOn = wasSent ? form.typed[field.name]?.[0] === 'on' : field.initial === 'on'
  return (
    <p class="field check">
      <label>
        <input type="checkbox" name={field.name} checked={isOn} />
        {field.label}
      </label>
    </p>
  )
}
