import { lookOf } from '../../../domain/console/look.ts'
import { bookFor } from '../../../flows/understand.ts'
import { eventLabels } from '../../../texts/timeline.ts'
import { streamTo } from '../stream-to.ts'
import type { PetitionVisit } from '../visit.ts'
import { whoStill } from '../who-still.ts'
import { type DeskFile, deskFile, fatesOf } from './file.ts'
import { PetitionBody } from './page.tsx'

/** How often the petition is looked at, and every which time its letters, too. */
const glance = 2_000
const glancesForLetters = 2
/** Proxies cut connections that say nothing. */
const stillHere = 8
/** Then the browser asks anew, and is asked who it is. */
const glances = 150

/**
 * The page of a petition anew whenever it, or a letter about it, has moved on, as far as its reader may still see it. It ends with the session and
 * the office. Forms stand beside what is renewed, never in it.
 */
export const streamPetition = (visit: PetitionVisit): Response =>
  streamTo(visit, async (sse) => {
    const { desk } = visit
    let shown = Number(visit.c.req.query('version') ?? visit.petition.version)
    let told = visit.c.req.query('letters')
    for (let count = 1; count <= glances && !sse.aborted && !sse.closed; count += 1) {
      const staff = await whoStill(visit)
      if (!staff) return
      const petition = await desk.petitions.find(visit.petition.id)
      const letters =
        told !== undefined && count % glancesForLetters === 0
          ? fatesOf(await desk.outbox.letters({ petition: visit.petition.id }))
          : told
      if (petition && (petition.version !== shown || letters !== told)) {
        const isMoved = petition.version !== shown
        shown = petition.version
        const look = lookOf(petition, staff, await bookFor(petition, desk))
        if (look !== 'full') return
        const now = { ...visit, staff, petition, look, now: desk.clock() }
        const file = await deskFile(now)
        if (!file) return
        told = told !== undefined && file.view.readsLetters ? fatesOf(file.letters) : undefined
        if (isMoved || told !== undefined)
          await sse.writeSSE({ data: await htmlOf(now, file, isMoved) })
      }
      if (count % stillHere === 0) await sse.write(': still here\n\n')
      await sse.sleep(glance)
    }
  })

async function htmlOf(visit: PetitionVisit, file: DeskFile, isMoved: boolean): Promise<string> {
  const last = file.view.task.history.at(-1)
  const news = last ? `有新情况：${eventLabels[last.kind]}，页面已更新` : '有新情况，页面已更新'
  return String(
    await (
      <>
        <hx-partial hx-target="#petition" hx-swap="outerMorph">
          <PetitionBody visit={visit} file={file} />
        </hx-partial>
        <hx-partial hx-target="#news" hx-swap="innerHTML">
          {isMoved ? news : '发出的消息有了下文，页面已更新'}
        </hx-partial>
      </>
    ),
  )
}
