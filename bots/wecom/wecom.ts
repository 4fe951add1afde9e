import { withoutWords } from '../../src/domain/without-words.ts'
import type { Channel, Say } from '../../src/flows/ports/channels.ts'
import type { Door } from '../../src/flows/ports/door.ts'
import type { SeenKeys } from '../../src/flows/ports/seen-keys.ts'
import type { Clock, Inbox, Media } from '../../src/flows/ports.ts'
import { wecomChannel, wholeApp } from './channel.ts'
import { wecomClient } from './client.ts'
import { wecomDoor } from './door.ts'
import { earOf } from './ear.ts'
import { WecomFault } from './faults.ts'
import { fileFetcher } from './files.ts'
import { mouths } from './mouth.ts'
import { namesOf } from './names.ts'
import { type PaceSettings, paceOf, wecomPace } from './pace.ts'
import type { WecomSettings } from './settings.ts'
import { stateOf } from './state.ts'
import { toHeard } from './to-heard.ts'

export interface WecomOptions {
  readonly settings: WecomSettings
  readonly inbox: Pick<Inbox, 'keep'>
  readonly media: Pick<Media, 'keep' | 'load'>
  readonly seen: Pick<SeenKeys, 'seen' | 'claim'>
  readonly say: Say
  readonly clock: Clock
  /** Never hears a person's words, name or id. */
  readonly report: (what: string, fault: unknown) => void
  readonly pace?: PaceSettings
}

export interface Wecom {
  readonly channel: Channel
  readonly doors: readonly Door[]
  /** Comes back when what was brought until now is kept. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** While WeCom does not take us it is asked again so often: letters wait until it does. */
const askAgainMs = 20_000

/** Connects an app on WeCom with our inbox, and answers how to speak by it. Comes back after the first try to sign in. */
export async function startWecom(options: WecomOptions): Promise<Wecom> {
  const { settings, clock, report } = options
  const client = wecomClient(settings)
  const paceSettings = options.pace ?? wecomPace
  const pace = paceOf(paceSettings)
  const ear = earOf(options.inbox, clock, report)
  const coolingMs = () => pace.coolingMs(wholeApp)
  const state = stateOf({ coolingMs, lastHeard: ear.lastHeard, clock })
  const signIn = async () => {
    try {
      await client.signIn()
      state.noteCall(null)
    } catch (fault) {
      if (fault instanceof WecomFault) state.noteCall(fault)
      report('wecom: we cannot sign in', withoutWords(fault))
    }
  }
  const around = {
    nameOf: namesOf(client),
    fetchMedia: fileFetcher(client, options.media, report),
  }
  const asking = setInterval(() => {
    if (state.now().state === 'down') void signIn()
  }, askAgainMs)
  await signIn()
  const mouthFor = mouths({ settings, client, media: options.media, pace: paceSettings })
  return {
    channel: wecomChannel({ mouthFor, say: options.say, pace, state, report }),
    doors: [wecomDoor({ ...options, ear, translate: (said) => toHeard(said, around) })],
    settled: ear.settled,
    async stop() {
      clearInterval(asking)
      await ear.settled()
    },
  }
}
