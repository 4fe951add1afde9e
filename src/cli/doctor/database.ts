import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensurePostgres } from '../../../db/embedded/ensure.ts'
import { type DatabaseFacts, lookAtDatabase } from '../../../db/look-at-database.ts'
import { withoutWords } from '../../domain/without-words.ts'
import { databaseTrouble } from '../../trouble.ts'
import { bad, doubtful, type Examined, good, noDataYet } from './finding.ts'

/** The oldest major version that our tests have run on, as PostgreSQL counts. */
const oldest = 150_000
const slowMs = 20
const clocksDifferMs = 2_000
/** Reading takes milliseconds: what waits longer than this is stuck. */
const stuckMs = 60_000

/**
 * The database and what waits in it; nothing is changed. Our own server is started for the look when none runs,
 * but never made.
 * `driven`: the street's clock is moved by hand, so that times in it say nothing about delay.
 * Also answers the groups on Lark that it knows.
 */
export async function examineDatabase(
  { databaseUrl, dataFolder, tenant }: Settings,
  isDriven: boolean,
): Promise<{ examined: Examined[]; larkChats: readonly string[] }> {
  const what = '数据库'
  if (!databaseUrl && !existsSync(join(dataFolder, 'postgres', 'data', 'PG_VERSION')))
    return { examined: [good(what, noDataYet)], larkChats: [] }
  try {
    const embedded = databaseUrl
      ? null
      : await ensurePostgres({ dir: join(dataFolder, 'postgres') })
    try {
      const facts = await lookAtDatabase(databaseUrl ?? embedded?.url ?? '', tenant)
      const server = serverFindings(facts, embedded !== null)
      return {
        examined: [...server, ...queueFindings(facts, isDriven)],
        larkChats: facts.larkChats,
      }
    } finally {
      await embedded?.stop()
    }
  } catch (fault) {
    const fatal = bad(
      what,
      `连不上：${whyNot(fault)}`,
      databaseUrl
        ? '检查 DATABASE_URL 的主机、端口、用户和密码，以及数据库是否开着 [check DATABASE_URL and whether the server runs]'
        : '看上面数据文件夹一项；或设置 DATABASE_URL 用别的 PostgreSQL [see the data folder, or set DATABASE_URL]',
    )
    return { examined: [fatal], larkChats: [] }
  }
}

function whyNot(fault: unknown): string {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
  return databaseTrouble(fault) ?? (code || withoutWords(fault).message)
}

interface Settings {
  readonly databaseUrl: string | null
  readonly dataFolder: string
  readonly tenant: string | null
}

function serverFindings(facts: DatabaseFacts, isOurs: boolean): Examined[] {
  const { version, roundTripMs, clockAheadMs, unsafe, pending } = facts
  const named = `PostgreSQL ${Math.floor(version / 10_000)}${isOurs ? '（自带）' : ''}`
  const says = `${named}，一问一答 ${roundTripMs.toFixed(1)} 毫秒`
  const ahead = Math.round(clockAheadMs / 100) / 10
  return [
    version < oldest
      ? bad('数据库', named, '升级到 PostgreSQL 15 或更新 [upgrade to PostgreSQL 15 or later]')
      : roundTripMs > slowMs
        ? doubtful('数据库', says, '数据库离得太远或太忙 [the database is far away or busy]')
        : good('数据库', says),
    unsafe.length > 0
      ? bad(
          '数据库设置',
          `${unsafe.join('、')} 是关的`,
          '断电会丢数据：打开它 [turn it on: a power cut would lose data]',
        )
      : good('数据库设置', '断电不丢数据'),
    pending > 0
      ? doubtful(
          '表结构',
          `还差 ${pending} 步`,
          '启动时会自动补上；先备份 [npm start does it; back up first]',
        )
      : good('表结构', '是最新的'),
    Math.abs(clockAheadMs) > clocksDifferMs
      ? bad(
          '时钟',
          `数据库比本机${ahead > 0 ? '快' : '慢'} ${Math.abs(ahead)} 秒`,
          '两台机器都打开网络对时（NTP） [set both clocks by NTP]',
        )
      : good('时钟', '本机与数据库一致'),
  ]
}

function queueFindings({ queues }: DatabaseFacts, isDriven: boolean): Examined[] {
  if (!queues) return []
  const isStuck = (since: Date | null) =>
    !isDriven && since !== null && Date.now() - since.getTime() > stuckMs
  const { waiting, oldestWaiting, unsent, oldestUnsent, setAside, givenUp, timersLate } = queues
  const start = '看程序是否开着（npm start），再看它的日志 [is the program running? see its log]'
  return [
    isStuck(oldestWaiting)
      ? bad('收到未读', `${waiting} 条，最早的等了很久`, start)
      : good('收到未读', `${waiting} 条`),
    isStuck(oldestUnsent)
      ? doubtful(
          '该发未发',
          `${unsent} 条，最早的等了很久`,
          '看下面各通道是否正常 [see the channels below]',
        )
      : good('该发未发', `${unsent} 条`),
    setAside > 0
      ? doubtful(
          '读不了的话',
          `${setAside} 条`,
          '请把日志里的编号报给开发者；原话都还在 [report the ids in the log; nothing is lost]',
        )
      : good('读不了的话', '0 条'),
    givenUp > 0
      ? doubtful(
          '没能送达',
          `${givenUp} 封`,
          '用 npm run letters 看原因，可再发一次 [see npm run letters; they can be sent again]',
        )
      : good('没能送达', '0 封'),
    !isDriven && timersLate > 0
      ? bad('到点未办', `${timersLate} 个期限`, start)
      : good('到点未办', isDriven ? '时钟由人拨动，不查' : '0 个'),
  ]
}
