import { lookOf } from '../../../domain/console/look.ts'
import { bookFor } from '../../../flows/understand.ts'
import { eventLabels } from '../../../texts/timeline.ts'
import { streamTo } from '../stream-to.ts'
import type { PetitionVisit } from '../visit.ts'
import { whoStill } from '../who-still.ts'
import { type DeskFile, deskFile } from './file.ts'
import { PetitionBody } from './page.tsx'

/** How often the petition is looked at. */
const glance = 2_000
/** Proxies cut connections that say nothing. */
const stillHere = 8
/** Then the browser asks anew, and is asked who it is. */
const glances = 150

/**
 * The page of a petition anew whenever it has moved on, as far as its reader may still see it. It ends with the session and
 * the office. Forms stand beside what is renewed, never in it.
 */
export const streamPetition = (visit: PetitionVisit): Response =>
  streamTo(visit, async (sse) => {
    const { desk } = visit
    let shown = Number(visit.c.req.query('version') ?? visit.petition.version)
    for (let count = 1; count <= glances && !sse.aborted && !sse.closed; count += 1) {
      const staff = await whoStill(visit)
      if (!staff) return
      const petition = await desk.petitions.find(visit.petition.id)
      if (petition && petition.version !== shown) {
        shown = petition.version
        const look = lookOf(petition, staff, await bookFor(petition, desk))
        if (look !== 'full') return
        const now = { ...visit, staff, petition, look, now: desk.clock() }
        const file = await deskFile(now)
        if (!file) return
        await sse.writeSSE({ data: await htmlOf(now, file) })
      }
      if (count % stillHere === 0) await sse.write(': still here\n\n')
      await sse.sleep(glance)
    }
  })

async function htmlOf(visit: PetitionVisit, file: DeskFile): Promise<string> {
  const last = file.view.task.history.at(-1)
  return String(
    await (
      <>
        <hx-partial hx-target="#petition" hx-swap="outerMorph">
          <PetitionBody visit={visit} file={file} />
        </hx-partial>
        <hx-partial hx-target="#news" hx-swap="innerHTML">
          有新情况{last && `：${eventLabels[last.kind]}`}，页面已更新
        </hx-partial>
      </>
    ),
  )
}
