import { once } from 'node:events'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { consoleDeskOf } from '../../console-desk-of.ts'
import type { PersonId } from '../../domain/ids.ts'
import { withoutWords } from '../../domain/without-words.ts'
import { offerLink } from '../../flows/sign-in.ts'
import { webApp } from '../../http/app.tsx'
import type { ConsoleDesk } from '../../http/console/console-desk.ts'
import { openOffice } from '../../office.ts'
import { drivenClock } from '../../time-machine.ts'
import type { LastingPlace } from '../demo/stage.ts'
import { sampleMoment } from './last-morning.ts'

/** The console of the sample street, open at `base` (without a slash at its end). */
export interface ConsoleSample {
  readonly base: string
  readonly desk: ConsoleDesk
  /** A link that signs somebody in, once. */
  linkFor(person: PersonId): Promise<string>
  /** Things reported to the operator. */
  readonly faults: readonly string[]
  close(): Promise<void>
}

/** Opens the console over a place that `playSample` has filled; its clock goes on from the moment the play ended. `but`: what its desk has otherwise. */
export async function openSample(
  streetFolder: string,
  place: LastingPlace,
  port = 0,
  but: Partial<ConsoleDesk> = {},
): Promise<ConsoleSample> {
  const server = createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`
  const faults: string[] = []
  const opened = await openOffice({
    ...place,
    streetFolder,
    tenant: null,
    clock: drivenClock(sampleMoment, true).now,
    publicUrl: base,
    llm: null,
    asr: null,
    report: (what, fault) =>
      void faults.push(fault === null ? what : `${what}: ${withoutWords(fault).message}`),
  })
  if (!opened.ok) throw new Error(opened.problem.join('\n'))
  const desk = { ...consoleDeskOf(opened.value, place.dataFolder), ...but }
  const app = webApp({ desk, world: null, timeMachine: null, doors: () => [] })
  server.on('request', getRequestListener(app.fetch))
  return {
    ...{ base, desk, faults },
    linkFor: async (person) => (await offerLink(person, desk)).url,
    async close() {
      server.close()
      server.closeAllConnections()
      await opened.value.stop()
    },
  }
}
