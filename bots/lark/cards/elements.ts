import type { PetitionId } from '../../../src/domain/ids.ts'
import type { CardKind } from '../../../src/flows/ports/cards.ts'

/** A part of a card of JSON 2.0. */
export type Element = Readonly<Record<string, unknown>>

export type Colour = 'red' | 'orange' | 'blue' | 'green' | 'grey'

export const plain = (content: string) => ({ tag: 'plain_text', content })

/** What people said stands in these only: nothing in it is read as markdown. */
export const line = (content: string): Element => ({ tag: 'div', text: plain(content) })

export const small = (content: string): Element => ({
  tag: 'div',
  text: { ...plain(content), text_size: 'notation', text_color: 'grey' },
})

export const fieldsOf = (fields: readonly (readonly [string, string])[]): Element => ({
  tag: 'div',
  fields: fields.map(([label, value]) => ({
    is_short: value.length <= 14,
    text: plain(`${label}：${value}`),
  })),
})

export const image = (key: string, alt: string): Element => ({
  ...{ tag: 'img', img_key: key, alt: plain(alt), preview: true },
})

/** What a button says of the card it stands on. Whoever presses it may send anything instead. */
export interface On {
  readonly kind: CardKind
  readonly petition: PetitionId
  readonly version: number
}

interface ButtonLook {
  readonly label: string
  readonly type?: 'primary' | 'danger' | 'default' | 'primary_filled'
}

/**
 * The action is in the name as well: it is disputed whether a form's button sends its value back, and a name must be the
 * card's only one anyway.
 */
export const button = (action: string, on: On, { label, type = 'default' }: ButtonLook) => ({
  tag: 'button',
  name: `${action}_v${on.version}`,
  type,
  text: plain(label),
  behaviors: [
    { type: 'callback', value: { a: action, k: on.kind, p: on.petition, v: on.version } },
  ],
})

export const submit = (action: string, on: On, label: string): Element => ({
  ...button(action, on, { label, type: 'primary_filled' }),
  form_action_type: 'submit',
})

/** Side by side, and below each other where the screen is narrow. */
export const row = (elements: readonly Element[], weighted = false): Element => ({
  tag: 'column_set',
  flex_mode: 'flow',
  columns: elements.map((element) => ({
    ...{ tag: 'column', ...(weighted ? { width: 'weighted', weight: 1 } : { width: 'auto' }) },
    elements: [element],
  })),
})

export const input = (name: string, hint: string, most: number, required: boolean): Element => ({
  ...{ tag: 'input', name, required, input_type: 'multiline_text', rows: 3, max_length: most },
  ...{ width: 'fill', placeholder: plain(hint) },
})

export const select = (
  name: string,
  hint: string,
  options: readonly { readonly value: string; readonly label: string }[],
  required: boolean,
  chosen?: string,
): Element => ({
  ...{ tag: 'select_static', name, required, width: 'fill', placeholder: plain(hint) },
  options: options.map(({ value, label }) => ({ value, text: plain(label) })),
  ...(chosen !== undefined && { initial_option: chosen }),
})

export const form = (name: string, elements: readonly Element[]): Element => ({
  ...{ tag: 'form', name, elements },
})

/** A whole card; it cannot be forwarded, for it is made for its reader. */
export const cardOf = (
  head: { title: string; subtitle: string; colour: Colour; summary: string; tag?: string },
  elements: readonly Element[],
) => ({
  schema: '2.0',
  config: {
    ...{ update_multi: true, width_mode: 'fill', enable_forward: false },
    summary: { content: head.summary },
  },
  header: {
    template: head.colour,
    title: plain(head.title),
    subtitle: plain(head.subtitle),
    ...(head.tag !== undefined && {
      text_tag_list: [{ tag: 'text_tag', text: plain(head.tag), color: head.colour }],
    }),
  },
  body: { elements },
})
