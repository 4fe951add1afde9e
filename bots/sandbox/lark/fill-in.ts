import type { Component } from './card-walk.ts'

/** What a person fills in, by the name of the field. */
export type Filled = Readonly<Record<string, string | boolean | readonly string[]>>

/**
 * The `form_value` of a callback. Fields that were left empty and have no default are not in it. Throws for a field that
 * is not there, and for what the client does not let people fill in.
 */
export function fillIn(
  asked: readonly Component[],
  form: Filled,
): { readonly values: Record<string, unknown> } | { readonly missing: string } {
  const names = asked.map(({ properties }) => String(properties.name))
  const strange = Object.keys(form).find((name) => !names.includes(name))
  if (strange !== undefined) throw new Error(`no field ${strange} to fill in; there are: ${names}`)
  const values: Record<string, unknown> = {}
  for (const field of asked) {
    const name = String(field.properties.name)
    const given = form[name] ?? defaultOf(field)
    const isEmpty =
      given === undefined || given === '' || (Array.isArray(given) && given.length === 0)
    if (isEmpty && field.properties.required === true) return { missing: name }
    if (!isEmpty) values[name] = wireValue(field, given, name)
  }
  return { values }
}

function defaultOf({ tag, properties }: Component): unknown {
  if (tag === 'checker') return properties.checked ?? false
  const { default_value, initial_option, selected_values, initial_date } = properties
  return default_value ?? initial_option ?? selected_values ?? initial_date
}

function wireValue({ tag, properties }: Component, given: unknown, name: string): unknown {
  const wrong = (why: string) => new Error(`the field ${name} ${why}`)
  const options = Array.isArray(properties.options)
    ? properties.options.map(({ value }) => value)
    : null
  switch (tag) {
    case 'input': {
      if (typeof given !== 'string') throw wrong('takes a text')
      const most = Number(properties.max_length ?? 1_000)
      if (given.length > most) throw wrong(`takes ${most} characters`)
      return given
    }
    case 'checker':
      if (typeof given !== 'boolean') throw wrong('takes yes or no')
      return given
    case 'select_static':
    case 'select_person':
      if (options && !options.includes(given)) throw wrong(`has no option ${String(given)}`)
      return given
    case 'multi_select_static':
    case 'multi_select_person': {
      const all = Array.isArray(given) ? given : [given]
      const none = all.find((one) => options && !options.includes(one))
      if (none !== undefined) throw wrong(`has no option ${String(none)}`)
      return all
    }
    case 'date_picker':
      if (!/^\d{4}-\d{2}-\d{2}$/.test(String(given))) throw wrong('takes YYYY-MM-DD')
      return `${String(given)} +0800`
    case 'picker_time':
    case 'picker_datetime':
      return `${String(given)} +0800`
    default:
      throw wrong(`is a ${tag}`)
  }
}
