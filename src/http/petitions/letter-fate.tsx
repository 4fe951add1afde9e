import { channelsThatTellOfReading } from '../../domain/people/channel-name.ts'
import type { Fate } from '../../flows/ports/fate.ts'
import type { Letter } from '../../flows/ports.ts'
import { channelWords } from '../../texts/words.ts'
import { momentText } from '../times.ts'

type Told = Fate & Pick<Letter, 'to'>

/** What became of a letter: 待发, 已发 (and nobody tells more), 已送达, 已读 and when, 未能送达. */
export const LetterFate = ({ letter }: { readonly letter: Told }) => (
  <>
    {letter.via && `${channelWords[letter.via]} · `}
    <span class={`state ${letter.seenAt ? 'seen' : letter.state}`}>{fateText(letter)}</span>
  </>
)

function fateText(letter: Told): string {
  switch (letter.state) {
    case 'pending':
      return '待发'
    case 'given_up':
      return '未能送达'
    case 'sent':
      if (letter.seenAt) return `已读 ${momentText(letter.seenAt)}`
      return tells(letter) ? '已送达' : '已发'
  }
}

const tells = ({ via, to }: Told) =>
  via !== null && to.kind === 'person' && channelsThatTellOfReading.includes(via)

/** What is not to be read out of that, said once for all letters. */
export const WhoTells = ({ letters }: { readonly letters: readonly Told[] }) => {
  const silent = new Set(
    letters.flatMap((letter) => {
      if (letter.via === null || tells(letter)) return []
      return [`${channelWords[letter.via]}${letter.to.kind === 'room' ? '群' : ''}`]
    }),
  )
  const telling = letters.find(tells)?.via
  const lines = [
    silent.size > 0 ? `${[...silent].join('、')}不告知是否已读，“已发”是平台已经收下。` : '',
    telling ? `${channelWords[telling]}单聊告知已读；只写“已送达”的，不等于没有看。` : '',
  ]
  return lines.join('') === '' ? null : <p class="empty">{lines.join('')}</p>
}
