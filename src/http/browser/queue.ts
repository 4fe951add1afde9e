/** Says beside the button how many petitions are ticked. */
export function watchPicks(): void {
  document.addEventListener('change', showChosen)
  document.addEventListener('htmx:after:swap', showChosen)
  showChosen()
}

function showChosen(): void {
  const sign = document.querySelector<HTMLElement>('[data-chosen]')
  if (!sign) return
  const chosen = document.querySelectorAll('input[name=pick]:checked').length
  sign.hidden = chosen === 0
  sign.textContent = `已选${chosen}件`
}
