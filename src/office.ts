import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { ensurePostgres } from '../db/embedded/ensure.ts'
import { migrate } from '../db/migrate.ts'
import { leaseStore } from '../db/stores/leases.ts'
import { openStores } from '../db/stores/open-stores.ts'
import type { Stores } from '../db/stores/stores.ts'
import { readStreet } from '../db/street/read-street.ts'
import { sayFault } from '../db/street/street-fault.ts'
import type { Street } from '../db/street/to-street.ts'
import { tenantId } from './domain/ids.ts'
import { decodeModel } from './domain/intake/model.ts'
import { no, ok, type Result } from './domain/result.ts'
import type { Leases } from './flows/ports/leases.ts'
import type { Clock, Desk } from './flows/ports.ts'
import { presentRulebooks } from './flows/present-rulebooks.ts'
import { dailyCap } from './llm/daily-cap.ts'
import { type LlmReader, llmReader } from './llm/llm-reader.ts'
import type { LlmSettings } from './llm/settings.ts'
import { openSenses } from './senses/senses.ts'
import type { AsrSettings } from './senses/settings.ts'
import { transcriberOf } from './senses/transcriber.ts'
import { undo } from './undo.ts'

export interface OfficeSettings {
  /** null: our own PostgreSQL in the data folder. */
  readonly databaseUrl: string | null
  readonly dataFolder: string
  readonly streetFolder: string
  readonly tenant: string | null
  readonly clock: Clock
  readonly publicUrl: string
  readonly llm: LlmSettings | null
  readonly asr: AsrSettings | null
  readonly report: (what: string, fault: unknown) => void
}

/** A street office with its database open: all that the flows need. */
export interface Office {
  readonly desk: Desk
  readonly stores: Stores
  /** Of the database that is open, our own or another. */
  readonly databaseUrl: string
  readonly leases: Leases
  /** As its files say; what is in force is in the database. */
  readonly street: Street
  /** Closes the database; our own server is shut down when nobody else uses it. */
  readonly stop: () => Promise<void>
}

/**
 * Opens the database, brings its tables up to date and loads the street on the very first start. Refuses with one
 * sentence for everything that is wrong with the street's files; nothing is loaded then.
 */
export async function openOffice(settings: OfficeSettings): Promise<Result<Office, string[]>> {
  const read = await readStreet(settings.streetFolder)
  if (!read.ok) return no(read.problem.map(sayFault))
  const street = read.value
  const tenant = settings.tenant ? tenantId(settings.tenant) : street.book.tenant
  const embedded = settings.databaseUrl
    ? null
    : await ensurePostgres({ dir: join(settings.dataFolder, 'postgres') })
  const url = settings.databaseUrl ?? embedded?.url ?? ''
  const opened = undo()
  opened.add(() => embedded?.stop())
  try {
    await migrate(url)
    const stores = await openStores({
      url,
      tenant,
      mediaFolder: join(settings.dataFolder, 'media'),
      newId: v7,
    })
    opened.add(stores.close)
    if (!(await stores.rulebooks.isKept())) await loadStreet(street, stores, tenant)
    const model = decodeModel(await readFile(new URL('./classifier/weights.bin', import.meta.url)))
    const reader = settings.llm && openLlm(settings.llm, settings)
    opened.add(() => reader?.stop())
    const senses = openSenses(settings.asr && openAsr(settings.asr, settings))
    opened.add(senses.stop)
    const desk: Desk = {
      ...stores,
      rulebooks: presentRulebooks(stores.rulebooks, { ...stores, clock: settings.clock }),
      tenant,
      model,
      secondReader: reader,
      senses,
      clock: settings.clock,
      publicUrl: settings.publicUrl,
      newId: v7,
      report: settings.report,
    }
    return ok({
      desk,
      stores,
      databaseUrl: url,
      leases: leaseStore(url, tenant),
      street,
      stop: opened.all,
    })
  } catch (fault) {
    await opened.all().catch((other) => settings.report('closing after a failed start', other))
    throw fault
  }
}

/** What it costs is counted by the real clock, whatever the street's own shows. */
const openLlm = (llm: LlmSettings, { dataFolder, report }: OfficeSettings): LlmReader =>
  llmReader(llm, {
    cap: dailyCap(
      join(dataFolder, 'llm-requests'),
      llm.dailyCap,
      () => new Date(),
      () => report('the language model is asked no more today: the daily cap is reached', null),
    ),
    elapsed: () => performance.now(),
    report: (what) => report(what, null),
  })

const openAsr = (asr: AsrSettings, { report }: OfficeSettings) =>
  transcriberOf(asr, {
    elapsed: () => performance.now(),
    report: (what) => report(what, null),
  })

/** Who lives where as the groups show it, and the rulebook: last, for a street that has one counts as loaded. */
export async function loadStreet(
  { book, residents, members }: Pick<Street, 'book' | 'residents' | 'members'>,
  stores: Pick<Stores, 'people' | 'saveRulebook'>,
  tenant: Desk['tenant'],
): Promise<void> {
  const nameOf = new Map(residents.map(({ account, nickname }) => [account, nickname]))
  for (const { room, account, alias } of members) {
    const sender = { id: account, name: nameOf.get(account) ?? '', alias }
    if (nameOf.has(account)) await stores.people.meet({ channel: 'wechat', sender }, room)
  }
  await stores.saveRulebook({ ...book, tenant })
}
