import type { Stores } from '../../../db/stores/stores.ts'
import { readConfig } from '../../config.ts'
import { no, type Result } from '../../domain/result.ts'
import type { Desk } from '../../flows/ports.ts'
import { openOffice } from '../../office.ts'
import { inOperatorsWords } from '../../trouble.ts'
import { helpIfAsked } from '../help.ts'

/** What to print, or why nothing was done. */
export type Ending = Result<string[], string[]>

/** Where everything is kept. */
interface Place {
  readonly databaseUrl: string
  readonly dataFolder: string
  readonly webhooksInside: readonly string[]
}

type Act = (desk: Desk, stores: Stores, place: Place) => Promise<Ending>

/**
 * Does something in the office that the environment names, beside a running product or without one; prints what came of
 * it and ends the process, with 2 when it was refused. Help is told without opening anything.
 */
export async function inOffice(usage: string, act: Act): Promise<never> {
  helpIfAsked(usage)
  const ending = await inside(act).catch((fault: unknown) => no([inOperatorsWords(fault)]))
  for (const line of ending.ok ? ending.value : []) console.log(line)
  for (const line of ending.ok ? [] : ending.problem) console.error(line)
  process.exit(ending.ok ? 0 : 2)
}

async function inside(act: Act): Promise<Ending> {
  const config = readConfig(process.env)
  if (!config.ok) return config
  const office = await openOffice({
    ...config.value,
    clock: () => new Date(),
    report: (what) => console.error(what),
  })
  if (!office.ok) return office
  try {
    const { desk, stores, databaseUrl } = office.value
    const { dataFolder, webhooksInside } = config.value
    return await act(desk, stores, { databaseUrl, dataFolder, webhooksInside })
  } finally {
    await office.value.stop()
  }
}
