import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Document, isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml'
import { no, type Result } from '../../src/domain/result.ts'
import type { Policies } from '../../src/domain/street/policy.ts'
import type { StreetFault } from '../../src/domain/street/street-fault.ts'
import { decodeText } from './decode-text.ts'
import { judgePolicies, type Offices } from './to-policies.ts'

const file = 'policies.yaml'

/**
 * Reads what the street decides about time. Refuses with every fault at once, each with its line; told the
 * offices also what nobody is there to watch or allow.
 * Without `office_hours` offices are open 09:00-12:00 and 13:30-17:30; without `place_answer_within` we wait two hours.
 */
export async function readPolicies(
  folder: string,
): Promise<(offices: Offices | null) => Result<Policies, StreetFault[]>> {
  const whole = (message: string) => () => no([{ file, line: null, column: null, message }])
  const bytes = await readFile(join(folder, file)).catch(() => null)
  if (!bytes) return whole(`文件夹里没有这个文件（${folder}）`)
  const text = decodeText(bytes)
  if (!text.ok) return whole(text.problem)
  return (offices) => parsePolicies(text.value, offices)
}

export function parsePolicies(
  text: string,
  offices: Offices | null = null,
): Result<Policies, StreetFault[]> {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false })
  if (document.errors.length > 0)
    return no(
      document.errors.map(({ pos, code }) => {
        const { line } = lineCounter.linePos(pos[0])
        const says = code === 'DUPLICATE_KEY' ? '这一项写了两次' : '这里不合 YAML 的写法'
        return { file, line, column: null, message: `${says}（${code}）` }
      }),
    )
  const read = judgePolicies(contentOf(document), offices)
  if (read.ok) return read
  return no(
    read.problem.map(({ path, message }) => {
      const at = offsetOf(document, path)
      const line = at === null ? null : lineCounter.linePos(at).line
      return { file, line, column: path.join('.') || null, message }
    }),
  )
}

/** Anchors that unfold without end are not followed: the file then says nothing. */
function contentOf(document: Document): unknown {
  try {
    return document.toJS()
  } catch {
    return null
  }
}

/** Where a value stands, or the nearest thing around it that is written down. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | null {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true)
    const key = path[depth - 1]
    const pair = isMap(parent)
      ? parent.items.find((item) => isPair(item) && String(item.key) === String(key))
      : undefined
    const node = pair ? pair.key : document.getIn(path.slice(0, depth), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return null
}
