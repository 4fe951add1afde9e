import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { exposures } from '../exposure.ts'
import { playDays } from '../month/play-days.ts'
import { summaryOf } from '../month/summary.ts'
import type { PlayedScenario } from '../scenario.ts'

const days = 30
const fewest = 300

/** September 2026: a Sunday that is worked (the 20th), and a Friday that is a holiday (the 25th). */
export default {
  title: '一个月：三百多件诉求，有快有慢有退回有重办，该交的报表都写好',
  start: '2026-09-01 00:00',
  async play(stage, out) {
    const began = performance.now()
    const folder = resolve('linli-month')
    await mkdir(folder, { recursive: true })
    const start = stage.clock()
    const files = await playDays(days, stage, folder, (day) =>
      process.stderr.write(`\r第 ${day} 天`),
    )
    const petitions = await stage.desk.petitions.list({ limit: 10_000 })
    out(`\n—— ${days} 天合计 ——`)
    for (const line of await summaryOf(start, stage)) out(line)
    out(`报表 ${files.length} 份，在 ${folder}`)
    out(`用时 ${Math.round((performance.now() - began) / 1_000)} 秒`)
    const exposed = await exposures(stage)
    for (const { reader, what, piece } of exposed) out(`泄露：${reader} ${what} ${piece}`)
    for (const fault of stage.faults) out(`异常：${fault}`)
    if (petitions.length < fewest) out(`只有 ${petitions.length} 件，应不少于 ${fewest} 件`)
    return exposed.length === 0 && stage.faults.length === 0 && petitions.length >= fewest
  },
} satisfies PlayedScenario
