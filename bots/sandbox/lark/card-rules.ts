import { components, fields, headerColours, parts } from './card-schema.ts'
import { type Component, componentsOf } from './card-walk.ts'

type Json = Readonly<Record<string, unknown>>
const isObject = (node: unknown): node is Json =>
  node !== null && typeof node === 'object' && !Array.isArray(node)

/**
 * All that the platform would refuse in a card of JSON 2.0, each with its place; empty: none. Its size is not looked at.
 */
export function cardProblems(card: unknown): string[] {
  if (!isObject(card)) return ['card: not an object']
  if (card.schema !== '2.0') return ['card.schema: not "2.0"; the fake knows no other']
  const all = componentsOf(card)
  return [
    ...strange(card, parts.card, 'card'),
    ...ofConfig(card.config),
    ...ofHeader(card.header),
    ...ofBody(card.body),
    ...all.flatMap(ofComponent),
    ...ofForms(all),
    ...(all.length > 200 ? [`card: ${all.length} elements, 200 at most`] : []),
  ]
}

const strange = (node: unknown, allowed: readonly string[], path: string) =>
  isObject(node)
    ? Object.keys(node).flatMap((name) =>
        allowed.includes(name) ? [] : [`${path}: unknown property ${name}`],
      )
    : [`${path}: not an object`]

function ofConfig(config: unknown): string[] {
  if (config === undefined) return []
  const many = isObject(config) && config.update_multi === false
  return [
    ...strange(config, parts.config, 'card.config'),
    ...(many ? ['card.config.update_multi: only true'] : []),
  ]
}

function ofHeader(header: unknown): string[] {
  if (header === undefined) return []
  if (!isObject(header)) return ['card.header: not an object']
  const { template = 'default', title } = header
  return [
    ...strange(header, parts.header, 'card.header'),
    ...(isObject(title) ? [] : ['card.header: no title']),
    ...(headerColours.includes(String(template)) ? [] : [`card.header: no colour ${template}`]),
  ]
}

function ofBody(body: unknown): string[] {
  if (!isObject(body) || !Array.isArray(body.elements)) return ['card.body: no elements']
  const untagged = body.elements.some((one) => !isObject(one) || typeof one.tag !== 'string')
  return [
    ...strange(body, parts.body, 'card.body'),
    ...(untagged ? ['card.body: an element without a tag'] : []),
    ...depthProblems(body.elements, 1),
  ]
}

/** Containers within containers: five at most. */
function depthProblems(elements: unknown, depth: number): string[] {
  if (!Array.isArray(elements)) return []
  if (depth > 6) return ['card: nested more than 5 deep']
  return elements.flatMap((one) =>
    isObject(one) ? depthProblems(one.elements ?? one.columns, depth + 1) : [],
  )
}

function ofComponent({ tag, properties, path }: Component): string[] {
  const allowed = components[tag]
  if (!allowed) return [`${path}: unknown tag ${tag}`]
  const problems = strange(properties, allowed, path)
  const need = (name: string, there: boolean) => {
    if (!there) problems.push(`${path}: ${tag} without ${name}`)
  }
  if (['plain_text', 'lark_md', 'markdown'].includes(tag)) {
    need('content', typeof properties.content === 'string')
  }
  if (tag === 'img') {
    need('img_key', typeof properties.img_key === 'string')
    need('alt', isObject(properties.alt))
  }
  if (tag === 'button') need('text or icon', isObject(properties.text) || isObject(properties.icon))
  if (tag === 'column_set') need('columns', Array.isArray(properties.columns))
  if (['form', 'column', 'collapsible_panel'].includes(tag)) {
    need('elements', Array.isArray(properties.elements))
  }
  if (tag === 'collapsible_panel') problems.push(...ofPanelHeader(properties.header, path))
  if (tag === 'div' && properties.fields !== undefined) {
    problems.push(...each(properties.fields, parts.field, `${path}.fields`))
  }
  if (fields.includes(tag) && properties.options !== undefined) {
    problems.push(...each(properties.options, parts.option, `${path}.options`))
  }
  if (properties.behaviors !== undefined) problems.push(...ofBehaviors(properties.behaviors, path))
  const inner = ['plain_text', 'standard_icon', 'custom_icon', 'lark_md', 'text_tag']
  const id = properties.element_id
  if (id !== undefined && !(typeof id === 'string' && /^[a-z]\w{0,19}$/i.test(id))) {
    problems.push(`${path}: element_id is a letter and up to 19 letters, digits or _`)
  }
  if (tag === 'column' && !path.includes('.columns[')) problems.push(`${path}: column by itself`)
  if (inner.includes(tag) && /\.elements\[\d+\]$/.test(path)) {
    problems.push(`${path}: ${tag} stands in others only`)
  }
  return problems
}

function each(list: unknown, allowed: readonly string[], path: string): string[] {
  if (!Array.isArray(list)) return [`${path}: not a list`]
  return list.flatMap((one, i) => strange(one, allowed, `${path}[${i}]`))
}

function ofPanelHeader(header: unknown, path: string): string[] {
  if (!isObject(header)) return [`${path}: panel without header`]
  const values =
    header.padding === undefined ? 1 : String(header.padding).trim().split(/\s+/).length
  return [
    ...strange(header, parts.panelHeader, `${path}.header`),
    ...(values === 1 || values === 4 ? [] : [`${path}.header.padding: one or four values`]),
  ]
}

function ofBehaviors(behaviors: unknown, path: string): string[] {
  if (!Array.isArray(behaviors)) return [`${path}.behaviors: not a list`]
  return behaviors.flatMap((one, i) => {
    const here = `${path}.behaviors[${i}]`
    if (!isObject(one)) return [`${here}: not an object`]
    if (one.type === 'open_url') return strange(one, parts.openUrl, here)
    if (one.type !== 'callback') return [`${here}: unknown type ${String(one.type)}`]
    const value = isObject(one.value) ? [] : [`${here}.value: not an object`]
    return [...strange(one, parts.callback, here), ...value]
  })
}

/** A form stands at the root, has names that are the card's only ones, and a button that submits. */
function ofForms(all: readonly Component[]): string[] {
  const problems: string[] = []
  const names = new Map<string, number>()
  for (const { tag, properties, form, path } of all) {
    const { name } = properties
    if (typeof name === 'string') names.set(name, (names.get(name) ?? 0) + 1)
    if (tag === 'form') {
      if (!/^card\.body\.elements\[\d+\]$/.test(path))
        problems.push(`${path}: form only at the root`)
      if (typeof name !== 'string') problems.push(`${path}: form without name`)
      const submits = (one: Component) =>
        one.form === properties && one.properties.form_action_type === 'submit'
      if (!all.some(submits)) problems.push(`${path}: form without a button that submits`)
    } else if (form && (fields.includes(tag) || tag === 'button') && typeof name !== 'string') {
      problems.push(`${path}: ${tag} in a form without name`)
    }
    if (!form && properties.form_action_type !== undefined) {
      problems.push(`${path}: form_action_type outside a form`)
    }
    if (!form && properties.required === true) problems.push(`${path}: required outside a form`)
  }
  const twice = [...names].flatMap(([name, count]) => (count > 1 ? [name] : []))
  return [...problems, ...twice.map((name) => `card: the name ${name} twice`)]
}
