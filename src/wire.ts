import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { schedule } from 'node-cron'
import { carefulPace, noPace } from '../bots/wechat/pace.ts'
import { startWechat } from '../bots/wechat/wechat-bot.ts'
import { clockwork } from './clockwork.ts'
import type { Config } from './config.ts'
import { nextWorkingMoment } from './domain/deadlines/calendar.ts'
import { inQuietHours } from './domain/deadlines/quiet-hours.ts'
import { ok, type Result } from './domain/result.ts'
import type { Rulebook } from './domain/street/rulebook.ts'
import type { Channels } from './flows/deliver-letters.ts'
import type { ChatWorld, Desk, TimeMachine } from './flows/ports.ts'
import { type Office, openOffice } from './office.ts'
import { openSandbox } from './sandbox.ts'
import { sayAll } from './texts/say.ts'
import { drivenClock, timeMachine } from './time-machine.ts'

/** The running product, without its web side. */
export interface Product {
  readonly desk: Desk
  readonly office: Office
  /** The simulated platform and the way to drive its time; null with real WeChat. */
  readonly sandbox: { readonly world: ChatWorld; readonly timeMachine: TimeMachine | null } | null
  /** Stops hearing, finishes what is under way, closes everything: nothing is left running. */
  readonly stop: () => Promise<void>
}

/** Builds the whole product out of its real parts and sets it going. Refuses with what is wrong with the street's files. */
export async function wire(
  config: Config,
  report: Desk['report'],
): Promise<Result<Product, string[]>> {
  await mkdir(config.dataFolder, { recursive: true, mode: 0o755 })
  const driven = config.clock === 'driven' ? await rememberedClock(config.dataFolder) : null
  const clock = driven?.clock.now ?? (() => new Date())
  const opened = await openOffice({ ...config, clock, report })
  if (!opened.ok) return opened
  const office = opened.value
  const { desk } = office
  await driven?.beginByDay(office.street.book)
  const [botName = '邻里小助手'] = config.botNames
  const sandbox = config.wechat
    ? null
    : await openSandbox(office.street, botName, clock, join(config.dataFolder, 'sandbox'))

  const channels: { wechat?: NonNullable<Channels['wechat']> } = {}
  const work = clockwork(desk, () => channels)
  const { endpoint, token, pace } = config.wechat ?? {
    endpoint: sandbox?.gateway.endpoint ?? '',
    token: sandbox?.gateway.token ?? '',
    pace: 'none',
  }
  const lastHeard = await desk.inbox.lastHeard('wechat')
  const wechat = await startWechat({
    endpoint,
    token,
    pace: pace === 'none' ? noPace : carefulPace,
    botNames: config.botNames,
    inbox: work.inbox,
    media: desk.media,
    say: sayAll,
    clock,
    report,
    replaySince: lastHeard,
  })
  channels.wechat = wechat.channel
  work.start()
  const tidying = schedule('17 * * * *', () => void forgetChatter(desk, config.keepChatterHours))

  return ok({
    desk,
    office,
    sandbox: sandbox && {
      world: sandbox.world,
      timeMachine: driven?.remember(timeMachine(driven.clock, work.settle, desk)) ?? null,
    },
    async stop() {
      await tidying.stop()
      await wechat.stop()
      await work.stop()
      await sandbox?.gateway.stop()
      await office.stop()
    },
  })
}

async function forgetChatter(desk: Desk, hours: number): Promise<void> {
  try {
    await desk.inbox.forget(new Date(desk.clock().getTime() - hours * 3_600_000))
  } catch (fault) {
    desk.report('forgetting chatter failed', fault)
  }
}

/** The sandbox's clock never goes back, also over a restart: what was driven forward is kept in a file. */
async function rememberedClock(dataFolder: string) {
  const file = join(dataFolder, 'clock')
  const kept = existsSync(file) ? new Date((await readFile(file, 'utf8')).trim()) : null
  const clock = drivenClock(new Date(Math.max(Date.now(), kept?.getTime() || 0)), true)
  const keep = async () => {
    await writeFile(`${file}.new`, clock.now().toISOString())
    await rename(`${file}.new`, file)
  }
  return {
    clock,
    /** The very first play does not begin in the quiet hours, when nobody would hear of anything. */
    async beginByDay({ policies, calendar }: Rulebook) {
      if (kept || !inQuietHours(clock.now(), policies.quietHours)) return
      clock.set(nextWorkingMoment(clock.now(), policies.officeHours, calendar))
      await keep()
    },
    remember: (machine: TimeMachine): TimeMachine => ({
      now: machine.now,
      async moveTo(moment) {
        await machine.moveTo(moment)
        await keep()
      },
    }),
  }
}
