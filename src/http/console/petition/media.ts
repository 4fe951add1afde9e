import { type MediaId, mediaId } from '../../../domain/ids.ts'
import { serveMedia } from '../../media.ts'
import type { PetitionVisit } from '../visit.ts'
import { deskFile } from './file.ts'
import { ownOf } from './own-page.tsx'

/** A photo or voice of this petition that this reader may see; anything else is not there. */
export async function answerMedia(visit: PetitionVisit): Promise<Response> {
  const { c, desk } = visit
  const asked = c.req.param('id') ?? ''
  if (!/^[0-9a-f]{64}$/.test(asked)) return c.notFound()
  const id = mediaId(asked)
  if (!(await theirs(visit)).includes(id)) return c.notFound()
  const found = await serveMedia(id, c.req.header('Range'), desk)
  return found ?? c.notFound()
}

/** Who only brought it sees of the photos those of the result. */
async function theirs(visit: PetitionVisit): Promise<readonly MediaId[]> {
  const file = await deskFile(visit)
  if (!file) return (await ownOf(visit))?.result?.photos ?? []
  const { view, voices } = file
  const voice = voices.flatMap(({ finding }) => (finding?.kind === 'voice' ? finding.playable : []))
  return [...view.task.photos, ...view.photosDone, ...voice]
}
