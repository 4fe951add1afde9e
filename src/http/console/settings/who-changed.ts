import type { PersonId } from '../../../domain/ids.ts'
import type { Amendment } from '../../../domain/street/amendment.ts'
import type { Change } from '../../../domain/street/sheets/changes.ts'
import { sheetWords } from '../../../texts/sheets/sheet-words.ts'
import { momentText } from '../../times.ts'
import type { Visit } from '../visit.ts'

/** Names of those who changed something, also of who has left since: as they were called in the version they changed. */
export async function whoChanged(
  amendments: readonly Amendment[],
  { book, desk }: Pick<Visit, 'book' | 'desk'>,
): Promise<ReadonlyMap<PersonId, string>> {
  const names = new Map(book.staff.map(({ id, name }) => [id, name]))
  for (const { person, version } of amendments) {
    if (names.has(person)) continue
    const { staff } = await desk.rulebooks.version(version - 1)
    names.set(person, staff.find(({ id }) => id === person)?.name ?? person)
  }
  return names
}

/** So many later versions are looked through. */
const mostLooked = 200

/** For each line that was changed again after a version: which, by whom and when. */
export async function changedAgain(
  version: number,
  overtaken: readonly Change[],
  visit: Visit,
): Promise<string[]> {
  const latest = await visit.desk.rulebooks.amendments(mostLooked)
  const later = latest.filter((one) => one.version > version)
  const names = await whoChanged(later, visit)
  return overtaken.map(({ sheet, key }) => {
    const line = `${sheetWords[sheet].title} ${key}`
    const by = later.find(({ changes }) => changes.some((c) => c.sheet === sheet && c.key === key))
    return by
      ? `${line}：${names.get(by.person)} ${momentText(by.at)}又改过（第 ${by.version} 版）`
      : `${line}：后来又改过`
  })
}
