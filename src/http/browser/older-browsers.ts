/**
 * What htmx and our own scripts take for granted and Chrome 80 to 87 do not have; without it none of our scripts runs there.
 * Imported before everything else.
 */

lend(String.prototype, 'replaceAll', function (this: string, what: string, by: string): string {
  return this.split(what).join(by)
})

for (const { prototype } of [Element, Document, DocumentFragment])
  lend(prototype, 'replaceChildren', function (this: ParentNode & Node, ...by: Node[]): void {
    while (this.firstChild) this.removeChild(this.firstChild)
    this.append(...by)
  })

if (!('SubmitEvent' in window)) {
  let pressed: HTMLButtonElement | null = null
  document.addEventListener(
    'click',
    ({ target }) => {
      // Enter in a field clicks its form's first button, too
      pressed = target instanceof Element ? target.closest('button') : null
    },
    true,
  )
  Object.defineProperty(Event.prototype, 'submitter', {
    get: function (this: Event) {
      return this.type === 'submit' && pressed?.form === this.target ? pressed : null
    },
  })
}

/** By this htmx asks a piece of a page for its title; Chrome 80 to 87 throw over it, and the piece is never shown. */
const ownTitle = 'title:not(svg title)'
if (!reads(ownTitle)) {
  const { querySelector } = DocumentFragment.prototype
  DocumentFragment.prototype.querySelector = function (this: DocumentFragment, asked: string) {
    if (asked !== ownTitle) return querySelector.call(this, asked)
    const titles = Array.from(this.querySelectorAll('title'))
    return titles.find((title) => !title.closest('svg')) ?? null
  }
}

function reads(selector: string): boolean {
  try {
    document.createDocumentFragment().querySelector(selector)
    return true
  } catch {
    return false
  }
}

function lend(to: object, name: string, what: (...given: never[]) => unknown): void {
  if (!(name in to))
    Object.defineProperty(to, name, { value: what, configurable: true, writable: true })
}
