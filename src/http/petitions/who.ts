import type { PersonId } from '../../domain/ids.ts'
import type { Address } from '../../domain/notices/notice.ts'
import type { Petition } from '../../domain/petition/petition.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import { roleWords } from '../../texts/words.ts'
import { unitName } from '../labels.ts'

/** People by what they are, never by name: 反映人, 附议居民, 网格员（幸福里第二网格）. */
export function whoText(person: PersonId | null, petition: Petition, book: Rulebook): string {
  if (person === null) return '系统'
  const staff = book.staff.find(({ id }) => id === person)
  if (staff && staff.role !== 'household_head') {
    const department = book.departments.find(({ code }) => code === staff.department)
    return `${roleWords[staff.role]}（${department?.name ?? unitName(staff.unit, book)}）`
  }
  const office = staff ? '户长' : '居民'
  if (petition.reporter.person === person) return `反映人（${office}）`
  const joined = petition.supporters.some((supporter) => supporter.person === person)
  return joined ? `附议${office}` : office
}

/** Who a letter goes to. */
export const readerText = (to: Address, petition: Petition, book: Rulebook): string =>
  to.kind === 'person'
    ? whoText(to.person, petition, book)
    : `群「${book.rooms.find(({ id }) => id === to.room)?.topic ?? to.room}」`
