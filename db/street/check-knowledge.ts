import type { StreetFault } from '../../src/domain/street/street-fault.ts'
import { parts } from './cells.ts'
import { evenLines } from './check-links.ts'
import type { Table } from './read-table.ts'

/** One phrasing with two answers for the same people: nobody could say which holds. */
export function checkKnowledge(knowledge: Table): StreetFault[] {
  const first = new Map<string, number>()
  return evenLines(knowledge).flatMap(({ line, cells }): StreetFault[] => {
    const holdsFor = parts(cells.units ?? '')
      .sort()
      .join('|')
    return parts(cells.questions ?? '').flatMap((question): StreetFault[] => {
      const key = `${question}/${holdsFor}`
      const before = first.get(key)
      if (before === undefined) first.set(key, line)
      if (before === undefined) return []
      const message = `“${question}”在第${before}行已经有答复`
      return [{ file: knowledge.file, line, column: 'questions', message }]
    })
  })
}
