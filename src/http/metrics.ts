import { createHash, timingSafeEqual } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { mostBehind, webhookBacklogs } from './api/webhook-backlogs.ts'
import type { ConsoleDesk } from './console/console-desk.ts'
import { channelsOf } from './console/operation/state.ts'
import { plainAddress } from './rate-limits.ts'

/**
 * How the office is, for Prometheus: to whoever asks from this machine itself, and with `LINLI_METRICS_TOKEN` to whoever brings
 * it. Others find nothing there. What a proxy of ours passes on comes from elsewhere, though its own address is here; and a
 * page of elsewhere whose name was made to lead here asks by that name.
 */
export async function metrics(c: Context, desk: ConsoleDesk): Promise<Response> {
  if (!isFromHere(c) && !bringsToken(c, desk.machine.metricsToken)) return c.notFound()
  return c.text(await metricsText(desk), 200, {
    'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
    'Cache-Control': 'no-store',
  })
}

const loopback = new Set(['127.0.0.1', '::1'])

const namesHere = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i

const isFromHere = (c: Context): boolean =>
  c.req.header('X-Forwarded-For') === undefined &&
  c.req.header('Forwarded') === undefined &&
  namesHere.test(c.req.header('Host') ?? '') &&
  Boolean(c.env?.incoming) &&
  loopback.has(plainAddress(getConnInfo(c).remote.address ?? ''))

function bringsToken(c: Context, token: string | null): boolean {
  const said = /^Bearer (.{1,300})$/.exec(c.req.header('Authorization') ?? '')?.[1]
  return token !== null && said !== undefined && timingSafeEqual(digest(said), digest(token))
}

const digest = (text: string): Uint8Array => createHash('sha256').update(text).digest()

async function metricsText(desk: ConsoleDesk): Promise<string> {
  const now = desk.clock()
  const [vitals, jobs, model, backup, webhooks] = await Promise.all([
    desk.operation.vitals(now),
    desk.operation.jobs(),
    desk.models.inForce(),
    desk.operation.lastBackup(),
    webhookBacklogs(desk),
  ])
  const { inbox, outbox, timers } = vitals
  const age = (at: Date | null) =>
    at === null ? 0 : Math.max(0, (now.getTime() - at.getTime()) / 1_000)
  const channels = channelsOf(desk) ?? []
  return [
    gauge('info', 'The version that runs.', [[`{version="${desk.machine.version}"}`, 1]]),
    gauge('uptime_seconds', 'Since this process began.', [['', desk.machine.upMs() / 1_000]]),
    gauge('inbox_waiting', 'Messages not read yet.', [['', inbox.waiting]]),
    gauge('inbox_oldest_seconds', 'How long the oldest of them waits.', [
      ['', age(inbox.oldestAt)],
    ]),
    gauge('inbox_set_aside', 'Messages whose reading failed.', [['', inbox.setAside]]),
    gauge('outbox_due', 'Letters to be sent now.', [['', outbox.due]]),
    gauge('outbox_oldest_seconds', 'How long the oldest of them is due.', [
      ['', age(outbox.oldestDueAt)],
    ]),
    gauge('outbox_later', 'Letters for a later moment.', [['', outbox.later]]),
    gauge('outbox_given_up', 'Letters that nobody could be given.', [['', outbox.givenUp]]),
    gauge('timers_overdue', 'Moments of the clock over by a minute or more.', [
      ['', timers.overdue],
    ]),
    gauge('database_bytes', 'Size of the database.', [['', vitals.databaseBytes]]),
    gauge('model_version', 'Weights in force; 0: those of the program.', [['', model]]),
    gauge('accounts_held', 'Whether this process has the accounts.', [
      ['', desk.machine.channels() ? 1 : 0],
    ]),
    gauge(
      'channel_up',
      'Channels connected in this process: 1 where all is well.',
      channels.map(({ name, health }) => [`{channel="${name}"}`, health.state === 'up' ? 1 : 0]),
    ),
    gauge(
      'job_age_seconds',
      'Since each job of the clock last ended.',
      jobs.map(({ name, endedAt }) => [`{job="${name}"}`, age(endedAt)]),
    ),
    gauge(
      'job_failed',
      'Whether it then failed.',
      jobs.map(({ name, fault }) => [`{job="${name}"}`, fault === null ? 0 : 1]),
    ),
    gauge(
      'backup_age_seconds',
      'Since the last backup was made; absent: never.',
      backup ? [['', age(backup.madeAt)]] : [],
    ),
    gauge(
      'webhooks',
      'Addresses of programs that are told what happens, by how they are.',
      (['on', 'paused', 'given_up'] as const).map((state) => [
        `{state="${state}"}`,
        webhooks.filter(({ webhook }) => webhook.state === state).length,
      ]),
    ),
    gauge(
      'webhook_backlog',
      `Events that each of them is still to be told; ${mostBehind}: or more.`,
      webhooks.map(({ webhook, behind }) => [`{webhook="${webhook.id}"}`, behind]),
    ),
  ].join('')
}

const gauge = (
  name: string,
  help: string,
  samples: readonly (readonly [string, number])[],
): string =>
  samples.length === 0
    ? ''
    : [
        `# HELP linli_${name} ${help}`,
        `# TYPE linli_${name} gauge`,
        ...samples.map(([labels, value]) => `linli_${name}${labels} ${value}`),
        '',
      ].join('\n')
