const everyMs = 30_000
/** After a long night of failures it still asks as often: a wall has nothing else to do. */
const patienceMs = 20_000

/** Keeps a wall true, and says when it is not; the first touch makes it fill the screen. */
export function watchWall(): void {
  if (!document.getElementById('wall')) return
  setTimeout(renewForever, everyMs)
  document.addEventListener('click', fillScreen)
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter' || key === ' ') fillScreen()
  })
}

async function renewForever(): Promise<void> {
  try {
    await renew()
    say(null)
  } catch (fault) {
    say(fault instanceof SignedOut ? '登录已到期，请在本机重新登录，' : '连不上服务器，')
  }
  setTimeout(renewForever, everyMs)
}

class SignedOut extends Error {}

async function renew(): Promise<void> {
  const wall = document.getElementById('wall')
  const address = wall?.dataset.renew
  if (!wall || !address) return
  const abort = new AbortController()
  const tooLong = setTimeout(() => abort.abort(), patienceMs)
  try {
    const answer = await fetch(address, { signal: abort.signal, cache: 'no-store' })
    if (answer.status === 401 || answer.status === 403) throw new SignedOut()
    if (!answer.ok) throw new Error(`${answer.status}`)
    show(wall, await answer.text())
  } finally {
    clearTimeout(tooLong)
  }
}

function show(wall: HTMLElement, html: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const fresh = page.getElementById('wall')
  if (!fresh) throw new Error('no wall')
  // after an update of the program its styles are other ones, too
  if (fresh.dataset.version !== wall.dataset.version) location.reload()
  while (wall.firstChild) wall.removeChild(wall.firstChild)
  for (const node of Array.from(fresh.childNodes)) wall.appendChild(document.importNode(node, true))
  const since = page.getElementById('wall-stale')?.dataset.since
  const sign = document.getElementById('wall-stale')
  if (sign && since) sign.dataset.since = since
}

function say(why: string | null): void {
  const sign = document.getElementById('wall-stale')
  if (!sign) return
  sign.hidden = why === null
  if (why !== null) sign.textContent = `${why}数据停在${sign.dataset.since ?? ''}，正在重试`
}

function fillScreen(): void {
  const whole = document.documentElement
  const hint = document.getElementById('wall-hint')
  if (hint) hint.hidden = true
  if (!document.fullscreenElement && whole.requestFullscreen)
    whole.requestFullscreen().catch(() => {})
}
