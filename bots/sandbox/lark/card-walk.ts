/** A component of a card, and the form it stands in. */
export interface Component {
  readonly tag: string
  readonly properties: Readonly<Record<string, unknown>>
  readonly form: Readonly<Record<string, unknown>> | null
  readonly path: string
}

/** Every object of a card that has a `tag`, outer ones first. */
export function componentsOf(card: unknown): Component[] {
  const found: Component[] = []
  const visit = (node: unknown, form: Component['form'], path: string) => {
    if (Array.isArray(node)) {
      for (const [i, one] of node.entries()) visit(one, form, `${path}[${i}]`)
      return
    }
    if (node === null || typeof node !== 'object') return
    const properties = node as Record<string, unknown>
    const { tag } = properties
    if (typeof tag === 'string') found.push({ tag, properties, form, path })
    for (const [name, value] of Object.entries(properties)) {
      if (name !== 'value') visit(value, tag === 'form' ? properties : form, `${path}.${name}`)
    }
  }
  visit(card, null, 'card')
  return found
}

/** All that people read on a card, in order. */
export function textsOf(card: unknown): string[] {
  const worded = ['plain_text', 'lark_md', 'markdown']
  return componentsOf(card).flatMap(({ tag, properties: { content } }) =>
    worded.includes(tag) && typeof content === 'string' ? [content] : [],
  )
}
