/** What is written, as JSON knows it. */
export type Value = string | number | boolean | null | Value[] | { readonly [name: string]: Value }

/** What the members of a list are called, by the list's own name. */
const members: Readonly<Record<string, string>> = {
  services: 'service',
  service_requests: 'request',
  errors: 'error',
  attributes: 'attribute',
  values: 'value',
  endpoints: 'endpoint',
  formats: 'format',
}

/** As GeoReport v2 has it: the same names as in JSON, lists with an element for each member. */
export const xml = (name: string, value: Value): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${element(name, value)}\n`

function element(name: string, value: Value): string {
  if (value === null || value === '') return `<${name}/>`
  if (Array.isArray(value)) {
    const member = members[name] ?? 'item'
    return `<${name}>${value.map((one) => element(member, one)).join('')}</${name}>`
  }
  if (typeof value === 'object') {
    const inside = Object.entries(value).map(([key, one]) => element(key, one))
    return `<${name}>${inside.join('')}</${name}>`
  }
  return `<${name}>${escaped(String(value))}</${name}>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** XML 1.0 has no way to write most control characters. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>]/g, (sign) => entities[sign] ?? sign)
