import { letterCarrier } from './flows/deliver-letters.ts'
import { greetNewcomers } from './flows/greet-newcomers.ts'
import type { CardDesk, CardSurface } from './flows/ports/cards.ts'
import type { Channels } from './flows/ports/channels.ts'
import type { Inbox } from './flows/ports.ts'
import { itemWatch } from './flows/propose-items.ts'
import { inboxReader } from './flows/read-inbox.ts'
import { refreshCards } from './flows/refresh-cards.ts'
import { absenceWatch } from './flows/tell-absences.ts'
import { dailyBriefs } from './flows/tell-daily-brief.ts'
import { watchDeadlines } from './flows/watch-deadlines.ts'
import { watchErrands } from './flows/watch-errands.ts'
import { headWatch } from './flows/watch-heads.ts'
import { silenceWatch } from './flows/watch-silence.ts'
import { watchVoices } from './flows/watch-voices.ts'
import { type Pump, pump } from './schedule.ts'

/** The office at work: what comes in is read, what is due is done, what is written is delivered. */
export interface Clockwork {
  /** The inbox that channels keep into: whatever is kept is read at once. */
  readonly inbox: Inbox
  /** Does everything that can be done at this moment, and comes back when nothing is left. */
  settle(): Promise<void>
  /** From now on everything happens by itself. */
  start(): void
  /** Begins to say nothing more, and lets what is under way end: to be done before the accounts hang up. */
  drain(): Promise<void>
  stop(): Promise<void>
}

const idleMs = 1_000

type Jobs = Readonly<Record<'read' | 'watch' | 'deliver' | 'refresh', () => Promise<number>>>

/** What letters and cards go out by. */
export interface Mouths {
  readonly channels: Channels
  readonly surfaces: readonly CardSurface[]
}

/**
 * `mouths` is asked at each delivery: they come up after the office does; null: another process delivers.
 * `reads`: whether we do more than deliver.
 */
export function clockwork(office: CardDesk, mouths: () => Mouths | null, reads = true): Clockwork {
  const pumps = new Map<keyof Jobs, Pump>()
  const wake = (name: keyof Jobs) => pumps.get(name)?.wake()
  const desk: CardDesk = {
    ...office,
    petitions: {
      ...office.petitions,
      /** Whoever waits for an answer need not wait for what else follows from it. */
      async record(entries, now) {
        const written = await office.petitions.record(entries, now)
        if (entries.some((entry) => entry.letters.length > 0 || entry.with)) wake('deliver')
        return written
      },
    },
  }
  const carrier = letterCarrier(desk)
  const lookForSilence = silenceWatch(desk)
  const tellAbsences = absenceWatch(desk)
  const tellBriefs = dailyBriefs(desk)
  const lookAfterHeads = headWatch(desk)
  const proposeItems = itemWatch(desk)
  const jobs: Jobs = {
    read: oneAtATime(inboxReader(desk)),
    watch: oneAtATime(
      async () =>
        (await watchDeadlines(desk)) +
        (await watchVoices(desk)) +
        (await watchErrands(desk)) +
        (await proposeItems()) +
        (await greetNewcomers(desk)) +
        (await lookForSilence()) +
        (await tellAbsences()) +
        (await tellBriefs()) +
        (await lookAfterHeads()),
    ),
    deliver: oneAtATime(async () => {
      const ours = mouths()
      return ours ? carrier.carry(ours.channels) : 0
    }),
    refresh: oneAtATime(async () => {
      const surfaces = mouths()?.surfaces ?? []
      const shown = await Promise.all(surfaces.map((surface) => refreshCards(desk, surface)))
      return shown.reduce((sum, count) => sum + count, 0)
    }),
  }
  return {
    inbox: {
      ...desk.inbox,
      async keep(...heard) {
        const fresh = await desk.inbox.keep(...heard)
        wake('read')
        return fresh
      },
    },
    async settle() {
      for (let done = 1; done > 0; ) {
        done = (await jobs.read()) + (await jobs.watch()) + (await jobs.deliver())
        await carrier.settled()
        done += await jobs.refresh()
      }
    },
    start() {
      const run = (name: keyof Jobs, then?: keyof Jobs) => {
        const job = async () => {
          const done = await jobs[name]()
          if (done > 0 && then) wake(then)
          return done
        }
        pumps.set(
          name,
          pump(job, idleMs, (fault) => desk.report(`${name} failed`, fault)),
        )
      }
      run('deliver')
      run('refresh')
      if (!reads) return
      run('watch', 'deliver')
      run('read', 'deliver')
    },
    async drain() {
      carrier.stop()
      for (const name of ['deliver', 'refresh'] as const) await pumps.get(name)?.stop()
      await carrier.settled()
    },
    async stop() {
      carrier.stop()
      for (const name of ['read', 'watch', 'deliver', 'refresh'] as const)
        await pumps.get(name)?.stop()
      await carrier.settled()
    },
  }
}

/** Callers wait for each other: settling and the pumps never do the same work twice. */
function oneAtATime(job: () => Promise<number>): () => Promise<number> {
  let last: Promise<unknown> = Promise.resolve()
  return () => {
    const next = last.then(job, job)
    last = next.catch(() => {})
    return next
  }
}
