import { destinationName } from '../../domain/notices/brief.ts'
import type { Petition } from '../../domain/petition/petition.ts'
import { isInHand } from '../../domain/petition/petition.ts'
import { moment } from '../../texts/moments.ts'
import { statusWords } from '../../texts/words.ts'
import { categoryName, coarsePlace } from '../labels.ts'
import { addressOf, withPane } from './panes.ts'
import { Badge, type Scene, swap } from './phone.tsx'

interface Behind {
  readonly scene: Scene
  readonly petitions: readonly Petition[]
  readonly now: Date
}

/** What a resident does not see: the petitions, and who has just been written to. */
export const BehindPanel = ({ scene, petitions, now }: Behind) => (
  <>
    <Mail scene={scene} />
    <h3>诉求</h3>
    {petitions.length === 0 ? (
      <p class="empty">还没有诉求。在左边的群里说一件烦心事，几秒钟后这里就会有编号。</p>
    ) : (
      <ol class="cards">
        {petitions.map((petition) => (
          <Card petition={petition} scene={scene} now={now} />
        ))}
      </ol>
    )}
    <p class="more">
      <a href="/petitions" target="_blank" rel="noopener">
        全部诉求<span class="hidden">（新窗口）</span>
      </a>
    </p>
  </>
)

/** People with unread private messages: a press opens their phone. */
const Mail = ({ scene }: Pick<Behind, 'scene'>) => {
  const { cast, unread, panes } = scene
  const written = [...cast.values()]
    .map((player) => ({ player, count: unread.count({ person: player.id, room: null }) }))
    .filter(({ count }) => count > 0)
  if (written.length === 0) return null
  return (
    <>
      <h3>谁收到了私信</h3>
      <ul class="mail">
        {written.slice(0, 8).map(({ player, count }) => {
          const inbox = { person: player.id, room: null }
          const index = panes.findIndex(({ person }) => person === player.id)
          const last = Math.max(1, panes.length - 1)
          return (
            <li>
              <a {...swap(addressOf(withPane(panes, index === -1 ? last : index, inbox)))}>
                <span>
                  <b>{player.name}</b> {player.office}
                </span>
                <Badge count={count} />
              </a>
            </li>
          )
        })}
      </ul>
    </>
  )
}

const Card = ({
  petition,
  scene: { book },
  now,
}: Omit<Behind, 'petitions'> & { readonly petition: Petition }) => {
  const late = isInHand(petition) && petition.resolveDueAt < now
  return (
    <li>
      <a href={`/petitions/${petition.number}`} target="_blank" rel="noopener">
        <span class="head">
          <b>{petition.number}号</b>
          <span class={`status ${petition.status}`}>{statusWords[petition.status]}</span>
        </span>
        <span>{categoryName(petition, book)}</span>
        <span class="facts">
          {coarsePlace(petition.place, book) || '地点待补充'}
          {'to' in petition && <> · {destinationName(petition.to, book)}</>}
        </span>
        {isInHand(petition) && (
          <span class={late ? 'facts late' : 'facts'}>
            {late ? '已超期，应于' : '办结期限'} {moment(petition.resolveDueAt)}
          </span>
        )}
        <span class="hidden">（新窗口）</span>
      </a>
    </li>
  )
}
