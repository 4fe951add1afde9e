import { readStreet } from '../../../db/street/read-street.ts'
import { sayFault } from '../../../db/street/street-fault.ts'
import { bad, doubtful, type Examined, good } from './finding.ts'

/** From November on the next year's days off are published and must be loaded. */
const nextYearFrom = 11

/** The files of the street and the years of its calendar. `now`: in which year we are, in Beijing. */
export async function examineStreet(folder: string, now: Date): Promise<Examined[]> {
  const read = await readStreet(folder)
  if (!read.ok) {
    const [first = ''] = read.problem.map(sayFault)
    const more = read.problem.length > 1 ? `，还有 ${read.problem.length - 1} 处` : ''
    return [bad('街道资料', `${first}${more}`, '改好这些文件再启动 [mend these files]')]
  }
  const { book } = read.value
  const beijing = new Date(now.getTime() + 8 * 3_600_000)
  const year = beijing.getUTCFullYear()
  const wanted = beijing.getUTCMonth() + 1 >= nextYearFrom ? [year, year + 1] : [year]
  const missing = wanted.filter((one) => !book.calendar.years.includes(one))
  return [
    good(
      '街道资料',
      `${book.units.length} 个单位、${book.rooms.length} 个群、${book.staff.length} 名工作人员、${book.categories.length} 类事项`,
    ),
    missing.length > 0
      ? doubtful(
          '工作日历',
          `没有 ${missing.join('、')} 年的放假安排，期限是暂定的`,
          '国务院公布后放进 calendar 文件夹 [add the published holidays]',
        )
      : good('工作日历', `${book.calendar.years.join('、')} 年`),
  ]
}
