import type { MediaId } from '../../domain/ids.ts'
import type { UnreadableReason } from '../../flows/ports/senses.ts'
import type { ToldVoice } from '../../flows/voices-of.ts'
import { likenessWords } from '../../texts/likeness-words.ts'
import { momentText } from '../times.ts'
import type { File } from './file.ts'

/** Where the pages that show them keep files and petitions. */
export interface Within {
  readonly media: string
  readonly petitions: string
}

const sandbox: Within = { media: '/media', petitions: '/petitions' }

export const Photos = ({
  photos,
  label,
  within = sandbox,
  tooLarge = new Set(),
}: {
  readonly photos: readonly MediaId[]
  readonly label: string
  readonly within?: Within
  readonly tooLarge?: ReadonlySet<MediaId>
}) =>
  photos.length === 0 ? null : (
    <p class="photos">
      {photos.map((photo, i) =>
        tooLarge.has(photo) ? (
          <span>{`${label}，第${i + 1}张太大，这里不显示，请在聊天里看原图。`}</span>
        ) : (
          <a href={`${within.media}/${photo}`} target="_blank" rel="noopener">
            <img src={`${within.media}/${photo}`} alt={`${label}，第${i + 1}张`} loading="lazy" />
          </a>
        ),
      )}
    </p>
  )

/** Where the photos were seen before: a hint for whoever judges. */
export const SeenBefore = ({
  petition,
  likenesses,
  within = sandbox,
}: Pick<File, 'petition' | 'likenesses'> & { readonly within?: Within }) =>
  likenesses.map((one) => (
    <p class="hint">
      提示：{likenessWords(one, petition.number)}，供核对。
      {one.number !== petition.number && (
        <a href={`${within.petitions}/${one.number}`}>看{one.number}号</a>
      )}
    </p>
  ))

/** What was said aloud, to listen to. */
export const Voices = ({
  voices,
  within = sandbox,
}: Pick<File, 'voices'> & { readonly within?: Within }) =>
  voices.length === 0 ? null : (
    <ul class="voices">
      {voices.map((voice, i) => (
        <li>
          <Sound voice={voice} label={`居民的语音，第${i + 1}段`} within={within} />
          <small>{momentText(voice.sentAt)}</small>
        </li>
      ))}
    </ul>
  )

const Sound = ({
  voice: { finding },
  label,
  within,
}: {
  readonly voice: ToldVoice
  readonly label: string
  readonly within: Within
}) => {
  if (finding?.kind !== 'voice')
    return (
      <>
        {label}
        {finding?.kind === 'unreadable' && `（${unreadable[finding.because]}）`}
      </>
    )
  const length = `${Math.max(1, Math.round(finding.ms / 1_000))}秒`
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: what is said stands beside it where it is known */}
      <audio
        controls
        preload="none"
        src={`${within.media}/${finding.playable}`}
        aria-label={`${label}，${length}`}
      />
      {length}
    </>
  )
}

const unreadable: Readonly<Record<UnreadableReason, string>> = {
  damaged: '已损坏，放不出来',
  tooLarge: '太长，未解码',
  unknownFormat: '这种格式浏览器放不了',
}
