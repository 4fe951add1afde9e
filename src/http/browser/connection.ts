const toastLasts = 4_000

/** Says so when something was refused or the line is down. */
export function watchConnection(): void {
  for (const wrong of ['htmx:response:error', 'htmx:error'])
    document.addEventListener(wrong, ({ detail }: Event & { detail?: unknown }) => sayWhy(detail))
  document.addEventListener('htmx:sse:error', () => showOffline(true))
  document.addEventListener('htmx:sse:after:connection', () => showOffline(false))
}

function sayWhy(detail: unknown): void {
  const { ctx } = detail as { ctx?: { text?: string } }
  const toast = document.getElementById('toast')
  if (!toast || !ctx) return
  toast.textContent = ctx.text || '没有发出去，请再试一次。'
  toast.hidden = false
  setTimeout(() => {
    toast.hidden = true
  }, toastLasts)
}

function showOffline(isOffline: boolean): void {
  const sign = document.getElementById('offline')
  if (sign) sign.hidden = !isOffline
}
