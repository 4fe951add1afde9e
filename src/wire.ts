import { join } from 'node:path'
import { schedule } from 'node-cron'
import { type Accounts, holdAccounts } from './accounts.ts'
import { clockwork } from './clockwork.ts'
import type { Config } from './config.ts'
import { connectAccounts } from './connect-accounts.ts'
import { ok, type Result } from './domain/result.ts'
import { forgetChatter } from './flows/keep-no-longer.ts'
import type { Channels } from './flows/ports/channels.ts'
import type { ChatWorld, TimeMachine } from './flows/ports/chat-world.ts'
import type { Door } from './flows/ports/door.ts'
import type { Desk } from './flows/ports.ts'
import { makeFolder } from './make-folder.ts'
import { noted } from './noted.ts'
import { type Office, openOffice } from './office.ts'
import { rememberedClock } from './remembered-clock.ts'
import { openSandbox } from './sandbox.ts'
import { scheduleNightly } from './schedule-nightly.ts'
import { scheduleReports } from './schedule-reports.ts'
import { scheduleWebhooks } from './schedule-webhooks.ts'
import { timeMachine } from './time-machine.ts'
import { type Undo, undo } from './undo.ts'

/** The running product, without its web side. */
export interface Product {
  readonly desk: Desk
  readonly office: Office
  /** The simulated platform and the way to drive its time; null with real WeChat. */
  readonly sandbox: { readonly world: ChatWorld; readonly timeMachine: TimeMachine | null } | null
  /** Ways in for platforms that call us: those that are open at this moment. */
  readonly doors: () => readonly Door[]
  /** The channels that are connected here; null: another process has them. */
  readonly channels: () => Channels | null
  /** Stops hearing, finishes what is under way, closes everything: nothing is left running. */
  readonly stop: () => Promise<void>
}

/**
 * Builds the whole product out of its real parts and sets it going. Refuses with what is wrong with the street's files.
 * What was opened is closed again when it refuses or throws.
 */
export async function wire(
  config: Config,
  report: Desk['report'],
): Promise<Result<Product, string[]>> {
  const opened = undo()
  try {
    const built = await build(config, report, opened)
    if (!built.ok) await opened.all()
    return built
  } catch (fault) {
    await opened.all().catch((other) => report('closing after a failed start', other))
    throw fault
  }
}

async function build(
  config: Config,
  report: Desk['report'],
  opened: Undo,
): Promise<Result<Product, string[]>> {
  await makeFolder(config.dataFolder)
  const driven = config.clock === 'driven' ? await rememberedClock(config.dataFolder) : null
  if (driven) opened.add(driven.stop)
  const clock = driven?.clock.now ?? (() => new Date())
  const office = await openOffice({ ...config, clock, report })
  if (!office.ok) return office
  opened.add(office.value.stop)
  const { desk, street } = office.value
  await driven?.beginByDay(street.book)
  const [botName = '邻里小助手'] = config.botNames
  const isWorker = config.role === 'worker'
  const sandbox =
    isWithPeople(config) || isWorker
      ? null
      : await openSandbox(street, botName, clock, join(config.dataFolder, 'sandbox'))
  if (sandbox) opened.add(sandbox.gateway.stop)

  let accounts: Accounts | null = null
  const work = clockwork(
    { ...desk, cards: office.value.stores.cards },
    () => accounts?.connected() ?? null,
    config.role !== 'bot',
  )
  opened.add(work.stop)
  if (!isWorker) {
    const { cards, seenKeys } = office.value.stores
    const means = { ...{ inbox: work.inbox, cards, seenKeys }, desk }
    const connect = () => connectAccounts(config, sandbox?.gateway ?? null, means)
    accounts = await holdAccounts(office.value.leases, connect, report)
    opened.add(accounts.stop)
    opened.add(work.drain)
  }
  work.start()
  const tidying = schedule('17 * * * *', () => void tidy(office.value))
  opened.add(() => tidying.stop())
  const { operation } = office.value.stores
  if (config.role !== 'bot') opened.add(scheduleNightly(desk, operation))
  if (config.role !== 'bot')
    opened.add(scheduleReports(desk, join(config.dataFolder, 'reports'), operation))

  if (config.role !== 'bot')
    opened.add(scheduleWebhooks(desk, office.value.stores, config.webhooksInside))

  return ok({
    desk,
    office: office.value,
    sandbox: sandbox && {
      world: sandbox.world,
      timeMachine: driven?.remember(timeMachine(driven.clock, work.settle, desk)) ?? null,
    },
    doors: () => accounts?.connected()?.doors ?? [],
    channels: () => accounts?.connected()?.channels ?? null,
    stop: opened.all,
  })
}

/** Who hears real people, or writes to them, needs no simulator. */
const isWithPeople = ({ wechat, lark, wecom, hotline, open311, mail, sms }: Config): boolean =>
  [wechat, lark, wecom, hotline, open311, mail, sms].some((settings) => settings !== null)

/** So long somebody may look at changes to the rulebook before they apply them. */
const draftDays = 7

/** Forgets what led to nothing, and keys that open nothing any more. */
async function tidy({ desk, stores }: Office): Promise<void> {
  const job = async () => {
    await forgetChatter(desk)
    await stores.seenKeys.forget(new Date())
    await desk.sessions.forget(desk.clock())
    await stores.drafts.forget(new Date(desk.clock().getTime() - draftDays * 86_400_000))
  }
  await noted({ name: 'tidying', what: 'tidying' }, job, { ...desk, operation: stores.operation })
}
