const lost = '网络断了，没有提交。您填的都还在，网通了再按一次。'
const expired = '登录已过期。您填的都还在：请另开一个窗口登录，再回来按一次。'
const tooFast = '点得太快了，没有提交。您填的都还在，请过一分钟再按一次。'
const back = '网络恢复了，请再按一次。'

/** Of settings and tokens: pages of their own, where a broken line would leave nothing but the browser's own page. */
const steady = 'form.fields, form.confirm, form.new-token'

/** Sends them behind the page, so that what was filled in stays when the line is down; what the server answers stands in its place. */
export function watchForms(): void {
  document.addEventListener('submit', onSubmit)
  window.addEventListener('online', () => {
    for (const form of Array.from(document.querySelectorAll<HTMLFormElement>('form[data-lost]')))
      if (form.matches(steady)) say(form, back)
  })
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !form.matches(steady)) return
  const { submitter } = event
  if (!(submitter instanceof HTMLButtonElement)) return // sent by a program: the browser does it by itself
  event.preventDefault()
  if (form.dataset.sending === undefined) void send(form, submitter)
}

async function send(form: HTMLFormElement, { name, value }: HTMLButtonElement): Promise<void> {
  form.dataset.sending = ''
  const body = new FormData(form)
  if (name) body.append(name, value)
  try {
    const answer = await fetch(form.action, { method: 'POST', body })
    delete form.dataset.lost
    if (answer.redirected) return location.assign(answer.url)
    show(form, answer.status, await answer.text())
  } catch {
    form.dataset.lost = ''
    say(form, lost)
  }
  delete form.dataset.sending
}

function show(form: HTMLFormElement, status: number, html: string): void {
  const told = new DOMParser().parseFromString(html, 'text/html').querySelector('main')
  const shown = document.querySelector('main')
  if (status === 401 || status === 429 || !told || !shown) {
    const failed = `没有提交（${status}），您填的还在，请稍后再试。`
    say(form, status === 401 ? expired : status === 429 ? tooFast : failed)
    return
  }
  shown.replaceWith(document.importNode(told, true))
  const first = document.querySelector<HTMLElement>('main [aria-invalid], main [role=alert]')
  if (first && !first.matches('input, select, textarea')) first.tabIndex = -1
  first?.focus()
  if (!first) window.scrollTo(0, 0)
}

function say(form: HTMLFormElement, words: string): void {
  let place = form.querySelector<HTMLElement>('.lost-line')
  if (!place) {
    place = document.createElement('p')
    place.className = 'fault lost-line'
    place.setAttribute('role', 'alert')
    form.appendChild(place)
  }
  place.textContent = words
}
