import { readStreet } from '../../db/street/read-street.ts'
import { type Config, readConfig } from '../config.ts'
import { withoutWords } from '../domain/without-words.ts'
import { examineDatabase } from './doctor/database.ts'
import { bad, type Examined, good, linesOf, summaryOf } from './doctor/finding.ts'
import { examineLark } from './doctor/lark.ts'
import { examineMachine } from './doctor/machine.ts'
import { examineHotline, examineMail, examineSms, examineWecom } from './doctor/partners.ts'
import { examineEndpoint } from './doctor/reachable.ts'
import { examineStreet } from './doctor/street.ts'
import { helpIfAsked } from './help.ts'

const usage =
  'npm run doctor    检查设置、机器、数据库、街道资料和各通道，什么都不改 looks at everything, changes nothing'

helpIfAsked(usage)
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
  yield [good('设置', connectedTo(config))]
  yield await safely('机器', () => examineMachine(config.dataFolder, process.version))
  yield await safely('街道资料', () => examineStreet(config.streetFolder, new Date()))
  const { examined, larkChats } = await examineDatabase(config, config.clock === 'driven')
  yield examined
  const { wechat, standby, lark, wecom, hotline, mail, sms } = config
  if (wechat) yield [await examineEndpoint('微信', wechat.endpoint)]
  if (standby) yield [await examineEndpoint('微信备用号', standby.endpoint)]
  const street = await readStreet(config.streetFolder)
  const book = street.ok ? street.value.book : null
  const staff = book?.staff.flatMap(({ accounts }) => accounts.lark ?? []) ?? []
  if (lark) yield await safely('飞书', () => examineLark(lark, larkChats, staff))
  if (wecom) yield await safely('企业微信', async () => [await examineWecom(wecom)])
  const tenant = config.tenant ?? book?.tenant ?? ''
  if (hotline)
    yield await safely('热线平台', async () => [await examineHotline({ ...hotline, tenant })])
  if (mail) yield await safely('邮件', async () => [await examineMail(mail)])
  if (sms) yield await safely('短信', async () => [await examineSms(sms)])
}

function connectedTo(config: Config): string {
  const names = [
    ...[config.wechat && '微信', config.standby && '微信备用号', config.lark && '飞书'],
    ...[config.wecom && '企业微信', config.hotline && '热线平台', config.open311 && 'Open311'],
    ...[config.mail && '邮件', config.sms && '短信'],
  ]
  const connected = names.filter((name) => name !== null)
  return connected.length > 0 ? `接${connected.join('、')}` : '沙盒（没有接真的账号）'
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
