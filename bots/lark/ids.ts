/**
 * Lark's ids become parts of addresses unencoded: `om_../../contact/v3/users/ou_x` would ask for a person. What does not
 * look like an id never gets there.
 */
const forms = {
  message: /^om_[\w-]{1,128}$/,
  chat: /^oc_[\w-]{1,128}$/,
  user: /^ou_[\w-]{1,128}$/,
  file: /^[\w-]{1,256}$/,
} as const
type Kind = keyof typeof forms

export const isId = (kind: Kind, text: string): boolean => forms[kind].test(text)

/** The id as it is. Throws for what is none; the fault does not repeat it. */
export function checked(kind: Kind, text: string): string {
  if (!isId(kind, text)) throw new TypeError(`not a Lark ${kind} id`)
  return text
}
