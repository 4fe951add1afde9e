import { readConfig } from '../config.ts'
import { withoutWords } from '../domain/without-words.ts'
import { examineDatabase } from './doctor/database.ts'
import { bad, type Examined, good, linesOf, summaryOf } from './doctor/finding.ts'
import { examineMachine } from './doctor/machine.ts'
import { examineEndpoint } from './doctor/reachable.ts'
import { examineStreet } from './doctor/street.ts'

const usage =
  'npm run doctor    检查设置、机器、数据库、街道资料和各通道，什么都不改 looks at everything, changes nothing'

if (process.argv.length > 2) {
  console.error(usage)
  process.exit(2)
}
const examined: Examined[] = []
for await (const found of examinations()) {
  examined.push(...found)
  for (const line of linesOf(found)) console.log(line)
}
console.log(summaryOf(examined))
process.exit(examined.some(({ verdict }) => verdict === 'bad') ? 1 : 0)

/** One after the other, so that each is told as soon as it is known. */
async function* examinations(): AsyncGenerator<Examined[]> {
  const read = readConfig(process.env)
  if (!read.ok) {
    yield read.problem.map((fault) =>
      bad('设置', fault, '改好这个环境变量 [mend this environment variable]'),
    )
    return
  }
  const config = read.value
  yield [good('设置', config.wechat ? '接真的微信' : '沙盒（没有接真的微信）')]
  yield await safely('机器', () => examineMachine(config.dataFolder, process.version))
  yield await safely('街道资料', () => examineStreet(config.streetFolder, new Date()))
  yield await safely('数据库', () => examineDatabase(config, config.clock === 'driven'))
  if (config.wechat) yield [await examineEndpoint('微信', config.wechat.endpoint)]
}

async function safely(what: string, look: () => Promise<Examined[]>): Promise<Examined[]> {
  try {
    return await look()
  } catch (fault) {
    return [
      bad(
        what,
        `没查成：${withoutWords(fault).message}`,
        '请把这一行报给开发者 [please report this line]',
      ),
    ]
  }
}
