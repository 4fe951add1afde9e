import { briefOf } from '../../../domain/notices/brief.ts'
import { isInHand } from '../../../domain/petition/petition.ts'
import { moment } from '../../../texts/moments.ts'
import { distanceText } from '../../times.ts'
import type { PetitionVisit } from '../visit.ts'
import { Fact } from './facts.tsx'
import { PlainPage } from './plain-page.tsx'

/** For who lives or works near it, or reported it: where it went and by when, and no words. */
export const OutlinePage = ({ visit }: { readonly visit: PetitionVisit }) => {
  const { petition, book, now } = visit
  const { category, handler } = briefOf(petition, book, 'group')
  return (
    <PlainPage {...{ visit, category }}>
      <section class="card">
        <h2>去向</h2>
        <dl class="facts">
          <Fact label="承办">{handler}</Fact>
          {isInHand(petition) && (
            <Fact label="办结期限">
              {moment(petition.resolveDueAt)}前（{distanceText(petition.resolveDueAt, now)}）
            </Fact>
          )}
        </dl>
        <p class="empty">不在您手上，只能看到去向和时限。</p>
      </section>
    </PlainPage>
  )
}
