import type { ChannelName } from '../../domain/people/channel-name.ts'
import type { Channels } from './channels.ts'

/** How much waits, and since when. Never what it says. */
export interface Vitals {
  readonly inbox: {
    readonly waiting: number
    readonly oldestAt: Date | null
    readonly setAside: number
  }
  readonly outbox: {
    /** Ready to go, or going. */
    readonly due: number
    readonly oldestDueAt: Date | null
    /** For a later moment. */
    readonly later: number
    readonly givenUp: number
  }
  readonly timers: { readonly overdue: number; readonly oldestDueAt: Date | null }
  readonly databaseBytes: number
}

/** A message whose reading failed. */
export interface SetAside {
  readonly channel: ChannelName
  readonly keptAt: Date
  readonly fault: string
}

export const jobNames = ['retention', 'rules', 'reports', 'tidying'] as const
/** What is done by the clock beside petitions: taking away what is over, telling groups the rules, reports, tidying. */
export type JobName = (typeof jobNames)[number]

export interface JobRun {
  readonly name: JobName
  readonly endedAt: Date
  /** null: it ended well. */
  readonly fault: string | null
}

/** A backup that was written, and read again. */
export interface BackupRun {
  readonly id: string
  readonly madeAt: Date
  readonly bytes: number
  readonly rows: number
  /** Of the file. */
  readonly sha256: string
  /** null: nobody read it again. */
  readonly verifiedAt: Date | null
}

/** What an operator looks at. */
export interface Operation {
  vitals(now: Date): Promise<Vitals>
  /** The newest first, at most `count`. */
  setAside(count: number): Promise<SetAside[]>
  /** How a job ended; of each only the last is kept. */
  noteJob(run: JobRun): Promise<void>
  jobs(): Promise<JobRun[]>
  noteBackup(run: BackupRun): Promise<void>
  /** undefined: there was none that we know of. */
  lastBackup(): Promise<BackupRun | undefined>
}

/** The process that answers. */
export interface Machine {
  /** How long it runs, by the machine's own clock. In milliseconds. */
  readonly upMs: () => number
  readonly version: string
  /** With it numbers may be read from elsewhere; null: from this machine only. */
  readonly metricsToken: string | null
  /** The channels connected here; null: another process has the accounts, or there are none. */
  readonly channels: () => Channels | null
}
