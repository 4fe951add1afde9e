/** Words that were typed and not sent, for as long as the window stays: a phone that rings or a line that breaks loses none. */

const keyOf = (form: HTMLFormElement) => `act/${form.dataset.act}`

const controls = (form: HTMLFormElement) =>
  Array.from(
    form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
      'textarea, select, input:not([type=hidden]):not([type=file]):not([type=checkbox])',
    ),
  )

export function keep(form: HTMLFormElement): void {
  const words: Record<string, string> = {}
  for (const { name, value } of controls(form)) words[name] = value
  quietly(() => sessionStorage.setItem(keyOf(form), JSON.stringify(words)))
}

/** Puts words that were kept back into a form, and says so. */
export function restore(form: HTMLFormElement): void {
  quietly(() => {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(form)) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return
    const words = kept as Readonly<Record<string, unknown>>
    let found = false
    for (const control of controls(form)) {
      const value = words[control.name]
      if (typeof value !== 'string' || value === '' || value === control.value) continue
      control.value = value
      found = true
    }
    const place = form.querySelector('[data-fault=""]')
    if (found && place) place.textContent = '上次没发出去的字找回来了，请核对后再提交。'
  })
}

export const forget = (form: HTMLFormElement): void =>
  quietly(() => sessionStorage.removeItem(keyOf(form)))

/** Some browsers inside chat apps keep nothing, and throw. */
function quietly(what: () => void): void {
  try {
    what()
  } catch {
    // then the words live as long as the form does
  }
}
