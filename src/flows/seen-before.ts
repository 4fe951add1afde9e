import type { MediaId } from '../domain/ids.ts'
import { type ChatMessage, photoIn } from '../domain/intake/message.ts'
import { isOpen, type Petition } from '../domain/petition/petition.ts'
import type { Fingerprint } from '../domain/photos/fingerprint.ts'
import { type Likeness, likenesses, resultsOf, samePhoto } from '../domain/photos/likenesses.ts'
import type { Desk } from './ports.ts'

const day = 24 * 3_600_000
const reportedWithinMs = 30 * day
/** Whoever shows an old photo again takes one of the last months. */
const resolvedWithinMs = 180 * day
const most = 300

/** Where the photos of a petition were seen before: with open petitions of its grid, with results of its office. */
export async function seenBefore(
  petition: Petition,
  { petitions, findings }: Pick<Desk, 'petitions' | 'findings'>,
): Promise<readonly Likeness[]> {
  const { photos, grid, confidential } = petition
  const results = resultsOf(petition)
  if (confidential || photos.length + results.length === 0) return []
  const since = (ms: number) => new Date(petition.registeredAt.getTime() - ms)
  const others = await Promise.all([
    photos.length > 0 && grid !== null && isOpen(petition)
      ? petitions.list({
          grid,
          statuses: ['received', 'dispatched', 'handling'],
          registeredSince: since(reportedWithinMs),
          limit: most,
        })
      : [],
    results.length > 0 && 'to' in petition
      ? petitions.list({
          to: petition.to.code,
          statuses: ['resolved', 'closed'],
          registeredSince: since(resolvedWithinMs),
          limit: most,
        })
      : [],
  ])
  const all = [petition, ...others.flat()]
  const shown = all.flatMap((one) => [...one.photos, ...resultsOf(one)])
  return likenesses(petition, others.flat(), await printsOf(shown, findings))
}

/** For photos of a stretch: those of the petitions that show the same. */
export async function samePhotosIn(
  messages: readonly ChatMessage[],
  petitions: readonly Petition[],
  { findings }: Pick<Desk, 'findings'>,
): Promise<ReadonlyMap<MediaId, readonly MediaId[]>> {
  const mine = messages.flatMap((message) => photoIn(message) ?? [])
  const theirs = petitions.flatMap(({ photos }) => photos)
  if (mine.length === 0 || theirs.length === 0) return new Map()
  const prints = await printsOf([...mine, ...theirs], findings)
  return new Map(
    mine.map((photo) => [photo, theirs.filter((other) => samePhoto(photo, other, prints))]),
  )
}

async function printsOf(
  ids: readonly MediaId[],
  findings: Desk['findings'],
): Promise<ReadonlyMap<MediaId, Fingerprint>> {
  const found = await findings.find([...new Set(ids)])
  return new Map(
    [...found].flatMap(([id, finding]) =>
      finding.kind === 'picture' && finding.fingerprint !== null ? [[id, finding.fingerprint]] : [],
    ),
  )
}
