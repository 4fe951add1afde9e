import htmx from 'htmx.org'

/** The queue under the finger: what is ticked, and what changes meanwhile. */
export function watchQueue(): void {
  document.addEventListener('change', showChosen)
  document.addEventListener('htmx:after:swap', showChosen)
  document.addEventListener('htmx:before:request', rememberFocus)
  document.addEventListener('htmx:after:swap', giveFocusBack)
  document.addEventListener('queue', ({ detail }: Event & { detail?: unknown }) => hear(detail))
  showChosen()
}

/** The row that had the focus when something was asked for, or the last one before the button for more. */
let focused: { readonly row: string; readonly goesOn: boolean } | null = null

function rememberFocus(): void {
  const item = document.activeElement?.closest('#rows > li')
  const goesOn = item?.id === 'more'
  const row = goesOn ? item?.previousElementSibling : item
  focused = row ? { row: row.id, goesOn } : null
}

/** A row that is swapped takes the focus of its button away, and the keyboard would begin at the top of the page again. */
function giveFocusBack(): void {
  const row = focused && document.getElementById(focused.row)
  if (!row || document.activeElement !== document.body) return
  const goal = focused?.goesOn ? row.nextElementSibling : row
  goal?.querySelector<HTMLElement>('a[href]')?.focus()
  focused = null
}

/** Says beside the button how many petitions are ticked. */
function showChosen(): void {
  const sign = document.querySelector<HTMLElement>('[data-chosen]')
  if (!sign) return
  const chosen = document.querySelectorAll('input[name=pick]:checked').length
  sign.hidden = chosen === 0
  sign.textContent = `已选${chosen}件`
  sign.closest('form')?.classList.toggle('has-chosen', chosen > 0)
}

function hear(detail: unknown): void {
  const { data } = detail as { data?: string }
  const piece = new DOMParser().parseFromString(data ?? '', 'text/html')
  showCounts(piece)
  for (const row of piece.querySelectorAll<HTMLElement>('.petition-row')) {
    const shown = document.getElementById(row.id)
    if (shown) renew(shown, row)
    else if (row.closest('.belongs') && wouldShow(row)) newcomers.add(row.id)
  }
  showNews()
}

const newcomers = new Set<string>()
const touchedMs = 1_500

function showCounts(piece: Document): void {
  const counts = document.querySelectorAll('#tabs .count')
  const fresh = piece.querySelectorAll('#tabs .count')
  counts.forEach((count, i) => {
    const now = fresh[i]
    if (!now) return
    count.textContent = now.textContent
    count.className = now.className
  })
}

/** In its place, and with its tick; never while a finger or the keyboard is on it. */
function renew(shown: HTMLElement, row: HTMLElement): void {
  if (shown.matches(':active') || shown.contains(document.activeElement)) {
    setTimeout(() => {
      const still = document.getElementById(row.id)
      if (still) renew(still, row)
    }, touchedMs)
    return
  }
  const [was, is] = [shown, row].map((one) => one.querySelector<HTMLInputElement>('[name=pick]'))
  if (was && is) is.checked = was.checked
  const fresh = document.importNode(row, true)
  shown.replaceWith(fresh)
  htmx.process(fresh)
}

/** Whether a row would stand among those that are loaded: further down it is no news. */
function wouldShow(row: HTMLElement): boolean {
  const rows = document.querySelectorAll<HTMLElement>('#rows > .petition-row')
  const last = rows[rows.length - 1]?.dataset.place
  const place = row.dataset.place
  return !document.getElementById('more') || !last || !place || place < last
}

function showNews(): void {
  const news = document.getElementById('news')
  if (!news || newcomers.size === 0) return
  const link = news.querySelector('a')
  if (link) {
    link.textContent = `有${newcomers.size}件新诉求，点这里看`
    link.href = location.href
  }
  news.hidden = false
}
