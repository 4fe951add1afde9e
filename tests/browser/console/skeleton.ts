import type { Page } from 'playwright-core'

/**
 * The kinds of elements that a page is built of: each by its way down from the root and by what axe judges it by, but for
 * words, addresses and numbers. A page of kinds that were all judged before has no barrier of its own.
 */
export const skeleton = (page: Page): Promise<string[]> =>
  page.evaluate(`(${kindsIn})(document.documentElement)`)

/** Runs in the page. */
const kindsIn = `function (root) {
  const kinds = new Set()
  const ids = new Set()
  const exactly = /^(role|type|scope|lang|style|tabindex|open|hidden|disabled|aria-(hidden|current|expanded|live))$/
  const isThere = /^(for|href|alt|title|autocomplete|placeholder|aria-.*)$/
  const visit = (element, way) => {
    const here = way + '>' + element.localName + '.' + Array.from(element.classList).sort().join('.')
    const told = Array.from(element.attributes).flatMap(({ name, value }) =>
      exactly.test(name) ? [name + '=' + value] : isThere.test(name) ? [name + (value.trim() !== '')] : [])
    const words = Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.data.trim() !== '')
    const labelled = element.labels ? element.labels.length : ''
    const twice = element.id !== '' && ids.has(element.id) ? element.id : ''
    ids.add(element.id)
    const children = Array.from(element.children)
    kinds.add([here, told.sort(), words, labelled, twice, children.length > 0].join('|'))
    for (const child of children) visit(child, here)
  }
  visit(root, '')
  return Array.from(kinds)
}`
