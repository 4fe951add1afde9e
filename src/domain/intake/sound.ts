import { type Cue, cuesOf } from './cues.ts'
import { emergencyIn } from './emergency.ts'
import type { Danger } from './matter.ts'
import type { ChatMessage } from './message.ts'
import { type Spoken, spokenIn } from './statement.ts'
import { normalise } from './text.ts'
import { type Aboutness, aboutnessOf } from './topics-of.ts'
import { hasTrouble } from './trouble.ts'

/** A danger that words sound like; `byEar` when no sign is known for it. */
export interface HeardDanger {
  readonly danger: Danger
  readonly because: string
  readonly byEar: boolean
}

/** What can be said of words without asking the model. What costs is looked for when it is asked for, and once. */
export class Sound {
  /** The speaker's own words, normalised, without mentions. */
  readonly text: string
  readonly cues: ReadonlySet<Cue>
  readonly #raw: string
  readonly #mentioned: string
  readonly #isLink: boolean
  #matter: string | undefined
  #about: Aboutness | undefined
  #emergency: HeardDanger | null | undefined
  #isTrouble: boolean | undefined
  #spoken: Spoken | undefined

  constructor({ type }: Pick<ChatMessage, 'type'>, raw: string) {
    this.#raw = raw
    this.#mentioned = normalise(raw)
    this.#isLink = type === 'link'
    this.text = withoutMentions(this.#mentioned)
    this.cues = cuesOf(this.#mentioned, raw)
  }

  /** The text without what the others speak of. */
  get matter(): string {
    this.#matter ??= withoutPreamble(this.text)
    return this.#matter
  }

  get about(): Aboutness {
    this.#about ??= aboutnessOf(this.matter)
    return this.#about
  }

  /** A danger by its signs; a link has none. */
  get emergency(): HeardDanger | null {
    if (this.#emergency === undefined)
      this.#emergency = this.#isLink ? null : bySign(emergencyIn(this.#raw, this.#mentioned))
    return this.#emergency
  }

  get isTrouble(): boolean {
    this.#isTrouble ??= hasTrouble(this.text)
    return this.#isTrouble
  }

  get spoken(): Spoken {
    this.#spoken ??= spokenIn(this.text, this.isTrouble)
    return this.#spoken
  }
}

const bySign = (found: ReturnType<typeof emergencyIn>): HeardDanger | null =>
  found && { danger: found.danger, because: found.because, byEar: false }

const withoutMentions = (mentioned: string): string =>
  mentioned.includes('@') ? mentioned.replace(/@ ?[^\s@]{1,16} ?/g, '').trim() : mentioned

/** `讲到停车，…`, `电梯慢点倒没事，就是…`: what the others speak of, before one's own. */
const preamble =
  /^(?:说到|说起|提到|讲到)[^,。!? ]{1,10}[ ,。!]+|^[^,。!? ]{2,8}?(?:我(?:倒)?不怕|不算(?:啥|什么|事)|算(?:啥|什么)|至少[^,。!? ]{0,4}|倒没事|都是小事)[ ,。!]+/

function withoutPreamble(text: string): string {
  const rest = text.replace(preamble, '')
  return rest.length >= 8 ? rest : text
}
