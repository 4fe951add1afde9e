import { briefOf } from '../../../domain/notices/brief.ts'
import { isInHand } from '../../../domain/petition/petition.ts'
import { moment } from '../../../texts/moments.ts'
import { statusWords } from '../../../texts/words.ts'
import { urgencyLabels } from '../../labels.ts'
import { distanceText } from '../../times.ts'
import { ConsolePage } from '../shell.tsx'
import type { PetitionVisit } from '../visit.ts'
import { Fact } from './facts.tsx'

/** For who lives or works near it, or reported it: where it went and by when, and no words. */
export const OutlinePage = ({ visit }: { readonly visit: PetitionVisit }) => {
  const { petition, book, now } = visit
  const { category, handler } = briefOf(petition, book, 'group')
  return (
    <ConsolePage visit={visit} title={`${petition.number}号诉求`} area="work" carries="petition">
      <p class="back no-print">
        <a href="/console">‹ 回到诉求</a>
      </p>
      <article class="petition">
        <h1>
          <span>
            {petition.number}号 {category}
          </span>
          <span class={`status ${petition.status}`}>{statusWords[petition.status]}</span>
          {petition.urgency !== 'normal' && (
            <span class={`urgency ${petition.urgency}`}>{urgencyLabels[petition.urgency]}</span>
          )}
        </h1>
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
      </article>
    </ConsolePage>
  )
}
