import { actions } from '../../../domain/petition/actions.ts'
import { actionDone } from '../../../texts/desk-words.ts'
import { photoForm } from '../../bodies.ts'
import { type ConsoleRoute, paced, petitionPage } from '../route.ts'
import type { PetitionVisit } from '../visit.ts'
import { askHow, doIt } from './acts/do.tsx'
import { answerOwn } from './answer.tsx'
import { deskFile } from './file.ts'
import { askWho, tellWho } from './identity.tsx'
import { answerMedia } from './media.ts'
import { askInto, merge } from './merge.tsx'
import { OutlinePage } from './outline-page.tsx'
import { OwnPage, ownOf } from './own-page.tsx'
import { PetitionPage } from './page.tsx'
import { askWhom, split } from './split.tsx'
import { streamPetition } from './stream.tsx'

/** One petition, and all that can be done with it. */
export const petitionRoutes: readonly ConsoleRoute[] = [
  petitionPage('GET', '/petitions/:number', 'outline', show),
  paced('free', petitionPage('GET', '/petitions/:number/media/:id', 'full', answerMedia)),
  petitionPage('GET', '/petitions/:number/do/:action', 'full', askHow),
  petitionPage('POST', '/petitions/:number/do/:action', 'full', doIt, photoForm),
  petitionPage('GET', '/petitions/:number/identity', 'full', askWho),
  petitionPage('POST', '/petitions/:number/identity', 'full', tellWho),
  petitionPage('GET', '/petitions/:number/merge', 'full', askInto),
  petitionPage('POST', '/petitions/:number/merge', 'full', merge),
  petitionPage('GET', '/petitions/:number/split', 'full', askWhom),
  petitionPage('POST', '/petitions/:number/split', 'full', split),
  petitionPage('POST', '/petitions/:number/answer', 'outline', answerOwn),
  paced('free', petitionPage('GET', '/petitions/:number/stream', 'full', streamPetition)),
]

async function show(visit: PetitionVisit): Promise<Response> {
  const file = visit.look === 'full' ? await deskFile(visit) : null
  if (!file) {
    const own = await ownOf(visit)
    return visit.c.html(own ? <OwnPage visit={visit} own={own} /> : <OutlinePage visit={visit} />)
  }
  const asked = visit.c.req.query('done')
  const done = actions.find((one) => one === asked)
  const said = done
    ? actionDone[done]
    : asked === 'merge' || asked === 'split'
      ? twoDone[asked]
      : null
  return visit.c.html(
    <PetitionPage visit={visit} file={file}>
      {said && (
        <p class="done no-print" role="status">
          {said}
        </p>
      )}
    </PetitionPage>,
  )
}

/** What changed two petitions, said on the page that is left open. */
const twoDone = {
  merge: '已并入本件，由本件的承办人一起办',
  split: '已分出为本件，单独办理',
} as const
