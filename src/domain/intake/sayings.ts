/** Ways of saying one thing, each by its name: the name is for who reads the table. */
export type Sayings = Readonly<Record<string, RegExp>>

/** One pattern of all the sayings, tried in their order. */
export const anyOf = (sayings: Sayings, flags = ''): RegExp =>
  new RegExp(
    Object.values(sayings)
      .map(({ source }) => source)
      .join('|'),
    flags,
  )
