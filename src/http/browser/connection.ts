const toastLasts = 4_000

/** Says so when something was refused or the line is down. */
export function watchConnection(): void {
  document.addEventListener(
    'htmx:response:error',
    ({ detail }: Event & { detail?: unknown }) => void sayWhy(detail),
  )
  document.addEventListener('htmx:sse:error', () => showOffline(true))
  document.addEventListener('htmx:sse:after:connection', () => showOffline(false))
}

async function sayWhy(detail: unknown): Promise<void> {
  const { ctx } = detail as { ctx?: { text?: string } }
  const toast = document.getElementById('toast')
  if (!toast) return
  toast.textContent = ctx?.text || '没有发出去，请再试一次。'
  toast.hidden = false
  setTimeout(() => {
    toast.hidden = true
  }, toastLasts)
}

function showOffline(isOffline: boolean): void {
  const sign = document.getElementById('offline')
  if (sign) sign.hidden = !isOffline
}
