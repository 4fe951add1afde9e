import { composerOf, textOf } from './composer.ts'

/** Names after an @: the menu of members while one is typed, and the button for the bot. */
export function watchMentions(): void {
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLTextAreaElement) offer(target)
  })
  document.addEventListener('keydown', ({ key, target }) => {
    const menu = target instanceof Element ? menuOf(target) : null
    if (key === 'Escape' && menu) menu.hidden = true
  })
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-mention]') : null
    const form = button && composerOf(button)
    if (form) mention(form, button.dataset.mention ?? '')
  })
}

const typing = /@([^\s@]*)$/

const menuOf = (element: Element): HTMLElement | null =>
  element.closest('form')?.querySelector<HTMLElement>('.mentions') ?? null

/** Shows the members whose names contain what stands after the @ before the caret. */
function offer(text: HTMLTextAreaElement): void {
  const menu = menuOf(text)
  if (!menu) return
  const begun = typing.exec(text.value.slice(0, text.selectionStart))?.[1]
  let matches = 0
  for (const item of menu.querySelectorAll('li')) {
    const fits = begun !== undefined && (item.textContent ?? '').includes(begun)
    item.hidden = !fits
    if (fits) matches += 1
  }
  menu.hidden = matches === 0
}

/** Puts `@name ` where the caret is, in place of what was begun. */
function mention(form: HTMLFormElement, name: string): void {
  const text = textOf(form)
  if (!text) return
  const caret = text.selectionStart
  const before = text.value.slice(0, caret).replace(typing, '')
  text.value = `${before}@${name} ${text.value.slice(caret)}`
  text.selectionStart = text.selectionEnd = before.length + name.length + 2
  text.focus()
  const menu = menuOf(text)
  if (menu) menu.hidden = true
}
