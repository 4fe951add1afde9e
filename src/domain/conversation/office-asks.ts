import { dayOf, momentOf } from '../deadlines/calendar.ts'
import { dayNumber } from '../intake/days.ts'
import { readOfficeQuestion } from '../intake/read-office-question.ts'
import type { Understanding } from '../intake/understanding.ts'
import { briefOf } from '../notices/brief.ts'
import { onDuty, unitsOnDuty } from '../people/on-duty.ts'
import type { Move } from './move.ts'
import type { Situation } from './situation.ts'

const shown = 20

/** What somebody in office wants to know: what is late and who has it, who is on duty. Null for anything else. */
export function officeAsks(s: Situation, u: Understanding): readonly Move[] | null {
  if (s.numbered) return null
  switch (readOfficeQuestion(s.words)) {
    case 'overdue':
      return [overdue(s, u)]
    case 'duty':
      return [duty(s, u)]
    case null:
      return null
  }
}

function overdue({ overdue: late, at }: Situation, { book }: Understanding): Move {
  const lines = late.slice(0, shown).map((petition) => ({
    brief: briefOf(petition, book, 'group'),
    dueAt: petition.resolveDueAt,
    days: dayNumber(at) - dayNumber(petition.resolveDueAt),
  }))
  return { kind: 'say', notice: { kind: 'overdue', count: late.length, lines }, outcome: 'overdue' }
}

function duty({ at }: Situation, { book }: Understanding): Move {
  const day = dayOf(at)
  const units = unitsOnDuty(book).map((unit) => ({
    unit: book.units.find(({ code }) => code === unit)?.name ?? unit,
    names: onDuty(unit, day, book).map(({ name }) => name),
  }))
  const notice = { kind: 'onDuty', dayAt: momentOf(day, '00:00'), units } as const
  return { kind: 'say', notice, outcome: 'onDuty' }
}
