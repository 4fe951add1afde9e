/** Sending with Enter, quoting, examples, voice and pictures: everything is found by its `data-` attribute. */
export function watchComposers(): void {
  document.addEventListener('click', onClick)
  document.addEventListener('change', onChange)
  document.addEventListener('keydown', onKey)
  document.addEventListener('htmx:config:request', onSend)
  document.addEventListener('htmx:response:error', onRefused)
  document.addEventListener('htmx:error', onRefused)
}

function onClick({ target }: Event): void {
  if (!(target instanceof Element)) return
  const button = target.closest<HTMLElement>('[data-quote],[data-unquote],[data-example]')
  const form = button && composerOf(button)
  if (form && button.dataset.example !== undefined) write(form, button.dataset.example)
  else if (form && button.dataset.quote !== undefined)
    quote(form, button.dataset.quote, button.dataset.words ?? '')
  else if (form) quote(form, '', '')
  else pressed(target)
}

/** On a touch screen nothing hovers: a press on a message shows what can be done with it. */
function pressed(target: Element): void {
  const speech = target.closest('.speech')
  for (const other of document.querySelectorAll('.speech.pressed'))
    if (other !== speech) other.classList.remove('pressed')
  speech?.classList.toggle('pressed')
  for (const sheet of document.querySelectorAll<HTMLDetailsElement>('.pictures[open]'))
    if (!sheet.contains(target)) sheet.open = false
}

function onChange({ target }: Event): void {
  if (!(target instanceof HTMLInputElement)) return
  if (target.type === 'file' && target.value !== '' && target.form) send(target.form)
  if (target.name === 'voice' && target.form) showVoice(target.form)
}

/** Enter sends, Shift+Enter starts a line; while an input method is composing, Enter is its own. */
function onKey(event: KeyboardEvent): void {
  const { target } = event
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  if (!(target instanceof HTMLTextAreaElement) || !target.form) return
  event.preventDefault()
  send(target.form)
}

/** `requestSubmit` is too new for the browsers inside some chat apps. */
function send(form: HTMLFormElement): void {
  form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
}

/** What is on its way leaves the field at once: the next words are already being typed. */
function onSend({ target }: Event): void {
  if (!(target instanceof HTMLFormElement)) return
  if (target.matches('.composer')) {
    onTheirWay.set(target, textOf(target)?.value ?? '')
    quote(target, '', '')
    target.reset()
    showVoice(target)
  }
  const sheet = target.closest<HTMLDetailsElement>('.pictures')
  if (sheet) {
    sheet.open = false
    target.reset()
  }
}

const onTheirWay = new WeakMap<HTMLFormElement, string>()

/** Refused or lost words come back, unless others were typed meanwhile. */
function onRefused({ target }: Event): void {
  if (!(target instanceof HTMLFormElement) || !target.matches('.composer')) return
  const text = textOf(target)
  if (text?.value === '') text.value = onTheirWay.get(target) ?? ''
}

export function composerOf(element: HTMLElement): HTMLFormElement | null {
  const id = element.dataset.composer ?? element.dataset.unquote
  const form = id === undefined ? null : document.getElementById(id)
  return form instanceof HTMLFormElement ? form : null
}

export const textOf = (form: HTMLFormElement): HTMLTextAreaElement | null =>
  form.querySelector('textarea')

function write(form: HTMLFormElement, words: string): void {
  const text = textOf(form)
  if (!text) return
  text.value = words
  text.focus()
}

/** Quotes a message in what is being written; an empty id quotes nothing. */
function quote(form: HTMLFormElement, id: string, words: string): void {
  const field = form.querySelector<HTMLInputElement>('input[name=quotes]')
  const strip = form.querySelector<HTMLElement>('.quoting')
  const shown = strip?.querySelector('span')
  if (!field || !strip || !shown) return
  field.value = id
  shown.textContent = words
  strip.hidden = id === ''
  if (id !== '') textOf(form)?.focus()
}

function showVoice(form: HTMLFormElement): void {
  const speaking = form.querySelector<HTMLInputElement>('input[name=voice]')?.checked ?? false
  const text = textOf(form)
  form.classList.toggle('speaking', speaking)
  if (!text) return
  text.dataset.textPlaceholder ??= text.placeholder
  text.placeholder = (speaking ? text.dataset.voicePlaceholder : text.dataset.textPlaceholder) ?? ''
}
