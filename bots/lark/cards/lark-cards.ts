import { within } from '../../../src/asking/within.ts'
import type { CardView } from '../../../src/domain/cards/card-view.ts'
import { withoutWords } from '../../../src/domain/without-words.ts'
import type { CardClerk, CardSurface, Pressed } from '../../../src/flows/ports/cards.ts'
import type { Parcel } from '../../../src/flows/ports/channels.ts'
import type { Media } from '../../../src/flows/ports.ts'
import {
  doneWords,
  notTheirsWords,
  refusedWords,
  reopenedWords,
  staleWords,
  unclearWords,
} from '../../../src/texts/cards/press-words.ts'
import type { OnPress, PressAnswer } from '../accept.ts'
import { LarkFault } from '../faults.ts'
import type { LarkGateway, Sent } from '../gateway.ts'
import { picturesOf } from '../pictures.ts'
import { type Draw, drawCard } from './draw-card.ts'
import { readPress } from './read-press.ts'

export interface LarkCardsOptions {
  readonly gateway: Pick<LarkGateway, 'send' | 'patch' | 'uploadImage'>
  readonly clerk: CardClerk
  readonly media: Pick<Media, 'load'>
  readonly report: (what: string, fault: unknown) => void
}

export interface LarkCards {
  /** The card for a parcel, `content` of an `interactive` message; null: it is said in words. */
  cardFor(parcel: Parcel): Promise<CardToSend | null>
  /** For `acceptEnvelope`. */
  readonly onPress: OnPress
  /** For the job that keeps cards true. */
  readonly surface: CardSurface
}

export interface CardToSend {
  readonly content: object
  /** To be called once Lark took it, also when only found out later that it did. */
  readonly sent: (sent: Sent) => Promise<void>
}

const mostPhotos = 3
/** An answer must not wait for photos that Lark does not have yet: the card gets them when it is refreshed. */
const answerMs = 700

/** Task and rating cards on Lark. */
export function larkCards({ gateway, clerk, media, report }: LarkCardsOptions): LarkCards {
  const pictures = picturesOf(gateway, media, report)
  const picturesFor = async (view: CardView): Promise<Draw['pictures']> => ({
    photos: view.kind === 'task' ? await pictures.keysOf(view.photos.slice(0, mostPhotos)) : [],
    results:
      'result' in view ? await pictures.keysOf(view.result?.photos.slice(0, mostPhotos) ?? []) : [],
  })
  const drawn = async (view: CardView, bare = false) =>
    drawCard(view, { pictures: bare ? none : await picturesFor(view), open: null, bare })
  /** A card that Lark does not take for its words goes without them. */
  const shown = async <T>(view: CardView, put: (card: object) => Promise<T>): Promise<T> => {
    try {
      return await put(await drawn(view))
    } catch (fault) {
      if (!(fault instanceof LarkFault) || !refusesWords.includes(fault.kind)) throw fault
      report('lark: a card goes without its words', withoutWords(fault))
      return put(await drawn(view, true))
    }
  }
  return {
    async cardFor(parcel) {
      const card = await clerk.cardFor(parcel)
      if (!card) return null
      return { content: await drawn(card.view), sent: (sent) => clerk.stands(card, sent) }
    },
    async onPress(press) {
      const read = readPress(press)
      if (!read) return told('warning', unclearWords)
      const { open, ...wanted } = read
      const pressed = await clerk.press({
        ...{ channel: 'lark', account: press.operator, message: press.message, chat: press.chat },
        ...{ at: press.at, ...wanted },
      })
      if (pressed.kind === 'notTheirs') return told('warning', notTheirsWords)
      const keeps = pressed.kind === 'looked' || pressed.kind === 'refused' ? open : null
      const keys = await within(answerMs, picturesFor(pressed.view)).catch(() => none)
      const card = drawCard(pressed.view, { pictures: keys, open: keeps, bare: false })
      return { toast: toastOf(pressed), card }
    },
    surface: {
      channel: 'lark',
      async replace(message, view) {
        try {
          await shown(view, (card) => gateway.patch(message, card))
          return 'shown'
        } catch (fault) {
          return isLater(fault) ? 'later' : 'gone'
        }
      },
      async send(account, view, once) {
        try {
          return await shown(view, (card) => gateway.send(account, 'interactive', card, once))
        } catch (fault) {
          return isLater(fault) ? 'later' : 'never'
        }
      },
    },
  }
}

const none = { photos: [], results: [] }

const refusesWords: readonly LarkFault['kind'][] = ['dlp', 'tooLong', 'refused']
const passing: readonly LarkFault['kind'][] = ['link', 'rate', 'auth', 'app']

/** Whatever is no refusal of Lark's is a fault of ours: it is thrown on. */
function isLater(fault: unknown): boolean {
  if (!(fault instanceof LarkFault)) throw fault
  return passing.includes(fault.kind)
}

type Toast = NonNullable<PressAnswer['toast']>

const told = (type: Toast['type'], content: string): PressAnswer => ({
  ...{ toast: { type, content }, card: null },
})

function toastOf(pressed: Exclude<Pressed, { kind: 'notTheirs' }>): Toast | null {
  switch (pressed.kind) {
    case 'looked':
      return null
    case 'stale':
      return { type: 'info', content: staleWords(pressed.last) }
    case 'refused':
      return { type: 'warning', content: refusedWords[pressed.refusal] }
    case 'done': {
      const { view, order } = pressed
      const isReopened = order === 'rate' && view.kind === 'rating' && view.dueAt !== null
      return { type: 'success', content: isReopened ? reopenedWords : doneWords[order] }
    }
  }
}
