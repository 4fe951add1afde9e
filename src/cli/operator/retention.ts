import { dayOf, daysAfter } from '../../domain/deadlines/calendar.ts'
import { no, ok } from '../../domain/result.ts'
import { type RecordClass, recordClasses, retentionOf } from '../../domain/rights/retention.ts'
import { keepNoLonger } from '../../flows/keep-no-longer.ts'
import type { Desk } from '../../flows/ports.ts'
import { keptWords } from '../../texts/rights-notices.ts'
import type { Ending } from './in-office.ts'

export const retentionUsage = `npm run retention -- --dry-run   只数不删：今晚会清掉多少 [count, take nothing away]
npm run retention                马上清理一遍，和夜里的一样 [take away now what is over]
npm run retention -- --log       最近 30 天每天清了多少 [what was taken away lately]`

/** Takes away what is over, or only tells how much that is, by class; or what was taken away in the last thirty days. */
export async function retention(words: readonly string[], desk: Desk): Promise<Ending> {
  const [option, ...others] = words
  const known = option === undefined || option === '--dry-run' || option === '--log'
  if (!known || others.length > 0) return no([retentionUsage])
  if (option === '--log') {
    const notes = await desk.retention.notes(daysAfter(dayOf(desk.clock()), -30))
    const lines = notes
      .filter(({ count }) => count > 0)
      .map(({ day, of, count }) => `${day} ${named(of)}：${count}`)
    return ok(lines.length > 0 ? lines : ['最近 30 天没有清掉什么 [nothing in 30 days]'])
  }
  const dryRun = option === '--dry-run'
  const policy = retentionOf((await desk.rulebooks.current()).policies)
  const counts = await keepNoLonger(desk, dryRun)
  return ok([
    dryRun ? '只数不删 [dry run]' : '已清理 [done]',
    ...recordClasses.map(
      (of) => `${named(of)}：${counts[of]}（保存${policy[of].for.amount}天，${policy[of].source}）`,
    ),
  ])
}

/** Residents are told of themselves in the same words. */
const named = (of: RecordClass) => keptWords[of].replaceAll('您', '居民')
