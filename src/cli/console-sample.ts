import { join, resolve } from 'node:path'
import { roleWords } from '../texts/words.ts'
import { openSample } from './console-sample/open-sample.ts'
import { playOnce } from './console-sample/play-sample.ts'
import { helpIfAsked } from './help.ts'

/**
 * `npm run console-sample -- [folder] [port]`: the console over the sample street, with a way in for each office. What was
 * played stays in the folder, so that the next start takes seconds.
 */
helpIfAsked(
  'npm run console-sample [-- 文件夹 [端口]]   演一周，打开工作台看，每种岗位一个入口；不写：linli-console-sample 3100 [a played week, and a way in for each office]',
)
const [folder = 'linli-console-sample', port = '3100'] = process.argv.slice(2)
if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
  console.error(`端口：应为 0 到 65535 的整数，现为“${port}” [a port from 0 to 65535]`)
  process.exit(2)
}
const place = { databaseUrl: null, dataFolder: resolve(folder) }
const street = join(import.meta.dirname, '..', '..', 'db', 'sample-street')

await playOnce(street, place)
const sample = await openSample(street, place, Number(port))
const { staff } = await sample.desk.rulebooks.current()
const shown = new Set<string>()
for (const { id, role, name } of staff)
  if (!shown.has(role)) {
    shown.add(role)
    console.log(`${roleWords[role]} ${name}（${id}）  ${await sample.linkFor(id)}`)
  }
console.log('按 Ctrl-C 停止')
await new Promise((stop) => {
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
})
await sample.close()
