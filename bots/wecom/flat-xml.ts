/** CDATA, a tag, or text: a document type and whatever else begins with `<!` or `<?` is none of them. */
const token = /<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z_][\w.-]{0,63})\s*(\/?)>|([^<]+)/y
const deepest = 16

/**
 * The texts of the elements right under the root, by name; what lies deeper is passed over. Undefined for anything else
 * than plain elements: nothing is ever expanded or fetched, and the time is linear in the length.
 */
export function flatXml(document: string): ReadonlyMap<string, string> | undefined {
  const fields = new Map<string, string>()
  const open: string[] = []
  let text = ''
  token.lastIndex = /^\uFEFF?\s*(<\?xml[^<>]{0,100}\?>)?\s*/.exec(document)?.[0].length ?? 0
  const end = document.trimEnd().length
  while (token.lastIndex < end) {
    const found = token.exec(document)
    if (!found) return undefined
    const [, data, closing, name, empty, words] = found
    if (name === undefined) {
      if (open.length === 0) return undefined
      if (open.length === 2) text += data ?? plain(words ?? '')
    } else if (closing) {
      if (open.pop() !== name) return undefined
      if (open.length === 1) fields.set(name, text)
      if (open.length === 0 && token.lastIndex < end) return undefined
    } else if (!empty) {
      if (open.push(name) > deepest) return undefined
      if (open.length === 2) text = ''
    }
  }
  return open.length === 0 && end > 0 ? fields : undefined
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Text outside CDATA, its five entities and numbers made characters again. */
const plain = (text: string) =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{1,4}));/g, (whole, ten, hex, name) => {
    if (name !== undefined) return named[name] ?? whole
    const code = Number.parseInt(ten ?? hex, ten === undefined ? 16 : 10)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
