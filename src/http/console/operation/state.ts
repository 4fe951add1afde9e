import { dayOf, daysAfter, momentOf } from '../../../domain/deadlines/calendar.ts'
import type { ChannelName } from '../../../domain/people/channel-name.ts'
import { channelNames } from '../../../domain/people/channel-name.ts'
import type { ChannelHealth } from '../../../flows/ports/channels.ts'
import type { Gap } from '../../../flows/ports/gaps.ts'
import type { BackupRun, JobRun, SetAside, Vitals } from '../../../flows/ports/operation.ts'
import type { Letter } from '../../../flows/ports.ts'
import { type WebhookBacklog, webhookBacklogs } from '../../api/webhook-backlogs.ts'
import type { ConsoleDesk } from '../console-desk.ts'

/** How everything is at a moment, without anybody's words. */
export interface State {
  /** null: none are connected in this process. */
  readonly channels:
    | readonly { readonly name: ChannelName; readonly health: ChannelHealth }[]
    | null
  readonly vitals: Vitals
  readonly givenUp: readonly (Letter & { readonly why: string })[]
  readonly possibleDoubles: number
  readonly setAside: readonly SetAside[]
  /** Of the last week. */
  readonly gaps: readonly Gap[]
  readonly jobs: readonly JobRun[]
  readonly backup: BackupRun | null
  /** Those that are not ended. */
  readonly webhooks: readonly WebhookBacklog[]
  readonly model: { readonly version: number; readonly madeAt: Date | null }
}

const shown = 50
const gapDays = 7

export async function stateOfAll(desk: ConsoleDesk, now: Date): Promise<State> {
  const [
    vitals,
    givenUp,
    possibleDoubles,
    setAside,
    gaps,
    jobs,
    webhooks,
    backup,
    version,
    models,
  ] = await Promise.all([
    desk.operation.vitals(now),
    desk.outbox.givenUp(shown),
    desk.outbox.possibleDoubles(),
    desk.operation.setAside(shown),
    desk.gaps.since(momentOf(daysAfter(dayOf(now), -gapDays), '00:00')),
    desk.operation.jobs(),
    webhookBacklogs(desk),
    desk.operation.lastBackup(),
    desk.models.inForce(),
    desk.models.list(),
  ])
  const madeAt = models.find((model) => model.version === version)?.madeAt ?? null
  return {
    ...{ vitals, givenUp, possibleDoubles, setAside, gaps, jobs, model: { version, madeAt } },
    channels: channelsOf(desk),
    backup: backup ?? null,
    webhooks,
  }
}

export function channelsOf({ machine }: Pick<ConsoleDesk, 'machine'>): State['channels'] {
  const channels = machine.channels()
  return (
    channels &&
    channelNames.flatMap((name) => {
      const health = channels[name]?.health()
      return health ? [{ name, health }] : []
    })
  )
}
