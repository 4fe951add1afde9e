import { mediaId } from '../../../domain/ids.ts'
import { serveMedia } from '../../media.ts'
import type { PetitionVisit } from '../visit.ts'
import { deskFile } from './file.ts'

/** A photo or voice of this petition that this reader may see; anything else is not there. */
export async function answerMedia(visit: PetitionVisit): Promise<Response> {
  const { c, desk } = visit
  const asked = c.req.param('id') ?? ''
  const file = /^[0-9a-f]{64}$/.test(asked) ? await deskFile(visit) : null
  if (!file) return c.notFound()
  const { view, voices } = file
  const voice = voices.flatMap(({ finding }) => (finding?.kind === 'voice' ? finding.playable : []))
  const theirs = [...view.task.photos, ...view.photosDone, ...voice]
  const id = mediaId(asked)
  if (!theirs.includes(id)) return c.notFound()
  const found = await serveMedia(id, c.req.header('Range'), desk)
  return found ?? c.notFound()
}
