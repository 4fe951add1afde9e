import { forget, keep, restore } from './kept-words.ts'
import { smaller } from './smaller-photos.ts'

const lost = '网络断了，没有发出去。您写的字存在这台设备上，网通了再按一次。'
const back = '网络恢复了，请再按一次。'

/** Forms of a petition: in a dialog where the browser has one; what is typed stays when the line is down. */
export function watchActs(): void {
  document.addEventListener('click', onClick)
  document.addEventListener('submit', onSubmit)
  document.addEventListener('input', ({ target }) => {
    const form = target instanceof Element ? target.closest<HTMLFormElement>('form.act') : null
    if (form) keep(form)
  })
  window.addEventListener('online', () => {
    for (const form of forms()) if (form.dataset.lost !== undefined) say(form, back)
  })
  for (const form of forms()) if (!isTold(form)) restore(form)
}

const forms = () => Array.from(document.querySelectorAll<HTMLFormElement>('form.act'))

/** The server has answered it already, and shows what was typed. */
const isTold = (form: HTMLFormElement) =>
  Array.from(form.querySelectorAll('[data-fault]')).some(({ textContent }) => textContent !== '')

function onClick(event: MouseEvent): void {
  const { target } = event
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a') : null
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  const dialog = document.getElementById('act')
  if (!(dialog instanceof HTMLDialogElement)) return
  if (link.dataset.close !== undefined && dialog.contains(link)) {
    event.preventDefault()
    dialog.close()
  }
  if (link.dataset.dialog === undefined) return
  event.preventDefault()
  void open(link.href, dialog)
}

async function open(url: string, dialog: HTMLDialogElement): Promise<void> {
  try {
    const answer = await fetch(`${url}?alone=1`)
    const form = answer.ok ? formIn(await answer.text()) : null
    if (!form) return location.assign(url)
    dialog.textContent = ''
    dialog.appendChild(form)
    restore(form)
    dialog.showModal()
    form.querySelector<HTMLElement>('textarea, select, input:not([type=hidden])')?.focus()
  } catch {
    toast('网络不通，请稍后再按。')
  }
}

function onSubmit(event: Event): void {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !form.matches('.act, .acts form')) return
  event.preventDefault()
  if (form.dataset.sending === undefined) void send(form)
}

async function send(form: HTMLFormElement): Promise<void> {
  form.dataset.sending = ''
  try {
    const answer = await fetch(form.action, { method: 'POST', body: await bodyOf(form) })
    delete form.dataset.lost
    if (answer.redirected) {
      forget(form)
      return location.assign(answer.url)
    }
    if (!form.matches('.act')) return location.assign(form.action)
    tell(form, answer, await answer.text())
  } catch {
    form.dataset.lost = ''
    if (form.matches('.act')) say(form, lost)
    else toast('网络断了，没有办成，网通了再按一次。')
  }
  delete form.dataset.sending
}

async function bodyOf(form: HTMLFormElement): Promise<FormData> {
  const body = new FormData(form)
  const photos = form.querySelector<HTMLInputElement>('input[type=file]')?.files ?? []
  body.delete('photos')
  for (const photo of Array.from(photos)) {
    const { blob, name } = await smaller(photo)
    body.append('photos', blob, name)
  }
  return body
}

/** What is wrong is said beside what was typed, which stays, photos and all; news is shown behind it. */
function tell(form: HTMLFormElement, { status }: Response, html: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const told = page.querySelector<HTMLFormElement>('form.act')
  if (!told) {
    say(form, plain(status, page))
    return
  }
  for (const place of Array.from(form.querySelectorAll<HTMLElement>('[data-fault]'))) {
    const fault = told.querySelector(`[data-fault="${place.dataset.fault}"]`)?.textContent ?? ''
    place.textContent = fault
    const control = form.querySelector(`[aria-describedby="${place.id}"]`)
    if (place.id && fault) control?.setAttribute('aria-invalid', 'true')
    else if (place.id) control?.removeAttribute('aria-invalid')
  }
  for (const name of ['version', 'nonce']) {
    const fresh = told.querySelector<HTMLInputElement>(`input[name=${name}]`)
    const old = form.querySelector<HTMLInputElement>(`input[name=${name}]`)
    if (fresh && old) old.value = fresh.value
  }
  const article = page.getElementById('petition')
  if (status === 409 && article) document.getElementById('petition')?.replaceWith(article)
  form.querySelector<HTMLElement>('[aria-invalid]')?.focus()
}

const plain = (status: number, page: Document): string =>
  status === 401
    ? '登录已过期。您写的字存在这台设备上，重新登录后再打开这里。'
    : status === 413
      ? (page.querySelector('.problem p')?.textContent ?? '图片太大了')
      : status === 429
        ? '点得太快了，没有提交。您写的还在，请过一分钟再按一次。'
        : `没有办成（${status}），您写的还在，请稍后再试。`

function say(form: HTMLFormElement, words: string): void {
  const place = form.querySelector('[data-fault=""]')
  if (place) place.textContent = words
}

function formIn(html: string): HTMLFormElement | null {
  return new DOMParser().parseFromString(html, 'text/html').querySelector('form.act')
}

function toast(words: string): void {
  const place = document.getElementById('toast')
  if (!place) return
  place.textContent = words
  place.hidden = false
  setTimeout(() => {
    place.hidden = true
  }, 5_000)
}
