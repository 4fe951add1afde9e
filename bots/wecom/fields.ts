import { flatXml } from './flat-xml.ts'

/** What stands right under the root of an XML document or a JSON object, by name. Undefined for anything else. */
export function fieldsOf(text: string): ReadonlyMap<string, string> | undefined {
  if (!text.startsWith('{')) return flatXml(text)
  try {
    const object: Record<string, unknown> = JSON.parse(text)
    const fields = new Map<string, string>()
    for (const [name, value] of Object.entries(object))
      if (typeof value === 'string' || typeof value === 'number') fields.set(name, String(value))
    return fields
  } catch {
    return undefined
  }
}
