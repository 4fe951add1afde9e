import type { Child } from 'hono/jsx'

/** A labelled control with what is wrong with it. */
export const Field = <Name extends string>(of: {
  readonly name: Name
  readonly label: string
  readonly faults: readonly Name[]
  readonly words: Readonly<Record<Name, string>>
  readonly children?: Child
}) => (
  <p class="field">
    <label for={of.name}>{of.label}</label>
    {of.children}
    {of.faults.includes(of.name) && (
      <span class="late" role="alert">
        {of.words[of.name]}
      </span>
    )}
  </p>
)
