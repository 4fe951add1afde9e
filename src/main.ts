import { once } from 'node:events'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { larkSignIn } from '../bots/lark/sign-in.ts'
import type { Config } from './config.ts'
import { readConfig } from './config.ts'
import { consoleDeskOf } from './console-desk-of.ts'
import { mayEnter } from './domain/console/areas.ts'
import type { Result } from './domain/result.ts'
import { withoutWords } from './domain/without-words.ts'
import { offerLink } from './flows/sign-in.ts'
import { webApp } from './http/app.tsx'
import { roleWords } from './texts/words.ts'
import { databaseTrouble, inOperatorsWords } from './trouble.ts'
import { type Product, wire } from './wire.ts'

process.on('uncaughtException', (fault) => {
  report('ended by a fault that nobody expected', fault) // by itself Node prints all that it carries
  process.exit(1)
})
// a terminal that was closed takes no words: without this its fault would end us, and leave the database running
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
const config = must('设置有误', readConfig(process.env))
const stopAsked = askedToStop()
const server = createServer()
const address = await listen(config)
const publicUrl = config.port === 0 ? address.replace(/\/$/, '') : config.publicUrl
const product = must(
  '街道资料有误，什么都没有导入',
  await wire({ ...config, publicUrl }, report).catch(giveUp),
)
try {
  const app = await webApp({
    desk: consoleDeskOf(
      ...([product.office, config.dataFolder, product.channels, config.metricsToken] as const),
      config.lark && config.knowsPublicUrl ? larkSignIn(config.lark) : null,
    ),
    world: product.sandbox?.world ?? null,
    timeMachine: product.sandbox?.timeMachine ?? null,
    doors: product.doors,
    trustedProxies: config.trustedProxies,
  })
  server.on('request', getRequestListener(app.fetch))
  tellWhere(product)
  await tellWayIn(product).catch((fault) => report('offering a way in failed', fault))
  await stopAsked
} catch (fault) {
  await product.stop()
  giveUp(fault)
}
await leave(product)

/** By a key, by a service, by a terminal that is closed. Also while we are starting: we then stop as soon as we are up. Who asks again is told to wait: whoever left now would leave the database running. */
function askedToStop(): Promise<void> {
  return new Promise((tell) => {
    let times = 0
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        console.log(times++ === 0 ? '正在停止…' : '正在停止，请稍候…')
        tell()
      })
  })
}

/** Takes the port before anything else is started: who has a server running already is told at once. */
async function listen({ host, port }: Config): Promise<string> {
  server.listen(port, host)
  await Promise.race([
    once(server, 'listening'),
    once(server, 'error').then(([fault]) => giveUp(fault)),
  ])
  const taken = server.address()
  return `http://${host}:${typeof taken === 'object' && taken ? taken.port : port}/`
}

function tellWhere({ office, sandbox }: Product): void {
  const { book, residents } = office.street
  const street = book.units.find(({ kind }) => kind === 'street')?.name ?? book.tenant
  console.log(
    `邻里 Linli 已启动：${street}，${book.rooms.length} 个群，数据在 ${config.dataFolder}`,
  )
  if (sandbox) {
    console.log(`沙盒 Sandbox  ${address}`)
    console.log(
      `  打开即用，不用登录：可扮演 ${residents.length} 位居民、${book.staff.length} 位户长和工作人员，在群里或私聊里说话`,
    )
    console.log(`诉求 Petitions ${address}petitions`)
  } else {
    const accounts = [
      ...[config.wechat && '微信 WeChat', config.lark && '飞书 Lark'],
      ...[config.wecom && '企业微信 WeCom', config.hotline && '热线平台 hotline'],
      ...[config.open311 && 'Open311', config.mail && '邮件 mail', config.sms && '短信 SMS'],
    ].filter(Boolean)
    const connected =
      config.role === 'worker' ? '只读不接账号 worker' : `已接${accounts.join('、')}`
    console.log(`${connected}，健康检查 ${address}healthz`)
  }
  console.log('按 Ctrl-C 停止')
}

/** For the first who sets things up; later ones ask the bot. */
async function tellWayIn({ desk }: Product): Promise<void> {
  const { staff } = await desk.rulebooks.current()
  const holders = staff.filter(({ role }) => mayEnter(role, 'settings'))
  const sessions = await desk.sessions.list(desk.clock())
  const [first] = holders
  if (!first || sessions.some(({ person }) => holders.some(({ id }) => id === person))) return
  const { url } = await offerLink(first.id, desk)
  console.log(`工作台 Console ${url}`)
  console.log(
    `  以${roleWords[first.role]}身份进入，十分钟内有效，只能用一次；再要请用 npm run sign-in，其他人私信机器人“登录”`,
  )
}

async function leave(product: Product): Promise<void> {
  server.close()
  server.closeAllConnections()
  try {
    await product.stop()
  } catch (fault) {
    report('stopping', fault)
    process.exit(1)
  }
  console.log('已停止')
  process.exit(0)
}

/** Tells the operator what went wrong, never what people said. */
function report(what: string, fault: unknown): void {
  const why = typeof fault === 'string' ? fault : withoutWords(fault).message // a string is our own
  console.error(`${new Date().toISOString()} ${what}${fault ? `: ${why}` : ''}`)
}

function must<Value>(what: string, result: Result<Value, readonly string[]>): Value {
  if (result.ok) return result.value
  console.error(`${what}：\n${result.problem.map((line) => `  ${line}`).join('\n')}`)
  process.exit(1)
}

function giveUp(fault: unknown): never {
  console.error(`启动失败：${whyNot(fault)}`)
  process.exit(1)
}

/** Faults of the machine and our own sentences tell what to do; the database's may carry what people said. */
function whyNot(fault: unknown): string {
  if (!(fault instanceof Error)) return withoutWords(fault).message
  if ('code' in fault && fault.code === 'EADDRINUSE')
    return `端口 ${config.port} 已被占用，请用 PORT=别的端口 再启动 [port ${config.port} is in use]`
  if (databaseTrouble(fault)) return inOperatorsWords(fault)
  return fault.name === 'PostgresError' || fault.cause ? withoutWords(fault).message : fault.message
}
