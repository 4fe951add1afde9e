/** Drawn by us, so that no emoji font is needed. */
const paths = {
  image:
    'M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zm0 11 5-5 4 4 2-2 5 4M15.5 9.5h.01',
  voice: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v4M9 21h6',
  sound: 'M5 10v4M9 7v10M13 4.5v15M17 8v8M21 10.5v3',
  close: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  clock: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 7.5V12l3 2',
  down: 'M6 9l6 6 6-6',
  quote: 'M9 7H5v5h4c0 3-1.5 4-3 5M19 7h-4v5h4c0 3-1.5 4-3 5',
} as const

export const Icon = ({ name }: { readonly name: keyof typeof paths }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={paths[name]} />
  </svg>
)

/** The bot's face. */
export const BotFace = () => (
  <svg class="face bot" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
    <rect width="40" height="40" rx="7" fill="#0f7a5a" />
    <path d="M8 20 20 10l12 10v11a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2z" fill="#fff" />
    <circle cx="15.5" cy="23" r="2" fill="#0f7a5a" />
    <circle cx="24.5" cy="23" r="2" fill="#0f7a5a" />
    <path
      d="M15 28q5 3.5 10 0"
      fill="none"
      stroke="#0f7a5a"
      stroke-width="2"
      stroke-linecap="round"
    />
  </svg>
)

const tints = 7

/** A person's face: the first character of the name on a colour of their own. */
export const Face = ({ id, name }: { readonly id: string; readonly name: string }) => {
  const tint = [...id].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % tints
  return (
    <span class={`face tint-${tint}`} aria-hidden="true">
      {[...name][0]}
    </span>
  )
}
