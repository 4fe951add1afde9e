import { type ConsoleRoute, petitionPage } from '../route.ts'
import type { PetitionVisit } from '../visit.ts'
import { deskFile } from './file.ts'
import { answerMedia } from './media.ts'
import { OutlinePage } from './outline-page.tsx'
import { PetitionPage } from './page.tsx'

/** One petition, and all that can be done with it. */
export const petitionRoutes: readonly ConsoleRoute[] = [
  petitionPage('GET', '/petitions/:number', 'outline', show),
  petitionPage('GET', '/petitions/:number/media/:id', 'full', answerMedia),
]

async function show(visit: PetitionVisit): Promise<Response> {
  const file = visit.look === 'full' ? await deskFile(visit) : null
  if (!file) return visit.c.html(<OutlinePage visit={visit} />)
  return visit.c.html(<PetitionPage visit={visit} file={file} />)
}
