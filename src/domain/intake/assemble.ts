import type { PersonId } from '../ids.ts'
import { alarm } from './alarm.ts'
import { addMessage, addSupporter, addWords, begin, best, type Draft, likeness } from './draft.ts'
import { isFluff } from './facts.ts'
import { frameOf } from './frame.ts'
import { calmed, type Heard, hear, hearText } from './heard.ts'
import type { Linker } from './link.ts'
import type { Before } from './link-traits.ts'
import type { ChatMessage, Stretch } from './message.ts'
import type { Model } from './model.ts'
import { areApart, partsOf } from './parts.ts'
import { isVague } from './vague.ts'

/** How sure the parts of a message must be to be matters of their own, in a group and in a private chat. */
const sureEnough = { group: 0.42, private: 0.35 }
/** In private, above this a message may be a matter: we ask. */
const mayBe = 0.05
const speaksToUs = /你们|社区|物业|村里|街道|政府|帮(?:我|忙)|看看|管管|求/
const minute = 60_000
/** How long the reporter's further words, a photo, and other people's words belong to what was said. */
const within = {
  own: 30 * minute,
  private: 24 * 60 * minute,
  photo: 6 * minute,
  others: 60 * minute,
}
/** How long after it was last spoken of a matter may be said to be done, by its reporter and by others. */
const endsWithin = { own: 2 * 60 * minute, others: 60 * minute }
/** So many messages back, words that went nowhere may belong to what their speaker states now. */
const pullMessages = 8
/** So many fragments are read together. */
const joinedMost = 4

/** Photos and words of a speaker that belong to nothing yet. */
interface Loose {
  readonly message: ChatMessage
  readonly heard: Heard | null
  readonly index: number
}

/** The talk as it stands after some message. */
interface Talk {
  readonly model: Model
  readonly linker: Linker
  readonly isPrivate: boolean
  readonly messages: readonly ChatMessage[]
  readonly drafts: Draft[]
  readonly loose: Map<PersonId, Loose[]>
  last: { readonly message: ChatMessage; readonly draft: Draft | null } | null
  unsure: boolean
}

/** Listens to a talk, message by message, and keeps the matters in it; what is said later never undoes the beginning. */
export function assemble(
  stretch: Stretch,
  model: Model,
  linker: Linker,
): { drafts: readonly Draft[]; unsure: boolean } {
  const talk: Talk = {
    model,
    linker,
    isPrivate: stretch.room === null,
    messages: stretch.messages,
    drafts: [],
    loose: new Map(),
    last: null,
    unsure: false,
  }
  const recalled = new Set(stretch.messages.flatMap(({ recalls }) => recalls ?? []))
  stretch.messages.forEach((message, index) => {
    talk.unsure = false
    if (recalled.has(message.id)) return
    const draft = take(message, index, talk)
    talk.last = { message, draft }
  })
  return { drafts: talk.drafts, unsure: talk.unsure }
}

/** Answers the draft that the message went to, if any. */
function take(message: ChatMessage, index: number, talk: Talk): Draft | null {
  switch (message.type) {
    case 'recall':
    case 'joined':
    case 'system':
    case 'link':
      return null
    case 'image':
    case 'video':
    case 'location':
      return takeMedia(message, index, talk)
    case 'voice':
      // without words it says no more than that words will follow
      if (message.text.trim() !== '') return takeText(message, index, talk)
      keepLoose({ message, heard: null, index }, talk)
      return null
    case 'text':
      return takeText(message, index, talk)
  }
}

/** A photo belongs to what its sender just said, or is about to say. */
function takeMedia(message: ChatMessage, index: number, talk: Talk): Draft | null {
  if (message.isStaff && !talk.isPrivate) return null
  const at = message.at.getTime()
  const limit = talk.isPrivate ? within.private : within.photo
  const mine = talk.drafts.findLast(
    (draft) => draft.reporter === message.from && at - draft.ownAt < limit,
  )
  const helped = talk.drafts.findLast(
    (draft) => draft.supporters.includes(message.from) && at - draft.lastAt < within.photo,
  )
  const draft = mine ?? helped ?? null
  const heard = message.text === '' ? null : hear(message, talk.model, talk.isPrivate)
  if (!draft) keepLoose({ message, heard, index }, talk)
  else if (heard && message.type === 'location') addWords(draft, heard, index)
  else addMessage(draft, message, index)
  return draft
}

function keepLoose(loose: Loose, talk: Talk): void {
  const { from } = loose.message
  talk.loose.set(from, [...(talk.loose.get(from) ?? []), loose])
}

function takeText(message: ChatMessage, index: number, talk: Talk): Draft | null {
  const whole = hear(message, talk.model, talk.isPrivate)
  if (whole.text === '') return null
  if (message.isStaff && !talk.isPrivate) {
    takeOffice(whole, talk)
    return null
  }
  const parts = partsOf(whole.raw).map((raw) =>
    raw === whole.raw ? whole : hearText(message, raw, whole.quoted, talk.model, talk.isPrivate),
  )
  const sure = talk.isPrivate ? sureEnough.private : sureEnough.group
  const stated = parts.filter((part) => part.strength >= sure)
  if (stated.length > 1 && areApart(stated)) {
    for (const part of stated) begins(part, index, talk)
    return talk.drafts.at(-1) ?? null
  }
  return takeWords(whole, index, talk)
}

/** An office never states a matter in a group; it may say that one is done. */
function takeOffice(heard: Heard, talk: Talk): void {
  if (!heard.cues.has('done')) return
  const draft = best(heard, talk.drafts)
  if (draft && likeness(heard, draft) > 0.5) draft.settledBy ??= heard.text
}

function takeWords(heard: Heard, index: number, talk: Talk): Draft | null {
  const { message } = heard
  const at = message.at.getTime()
  const own = talk.drafts.filter(
    ({ reporter, ownAt }) =>
      reporter === message.from && at - ownAt < (talk.isPrivate ? within.private : within.own),
  )
  const others = talk.drafts.filter(
    ({ reporter, lastAt }) => reporter !== message.from && at - lastAt < within.others,
  )
  const before: Before = {
    isPrivate: talk.isPrivate,
    index,
    byOffice: talk.last?.message.isStaff ?? false,
    bySpeaker: talk.last?.message.from === message.from,
    asked:
      talk.last !== null &&
      talk.last.message.from !== message.from &&
      asks.test(talk.last.message.text),
    joined: joinedWords(heard, index, talk),
    draft: talk.last?.draft ?? null,
    ...frameOf(message, index, talk.messages),
    earlier: heard.emergency ? earlierWords(message, index, talk) : '',
    own,
    others,
  }
  const isMeant = heard.emergency === null || talk.linker.means(heard, before)
  const words = isMeant ? heard : calmed(heard, talk.isPrivate)
  const ended = talk.drafts.find(
    (draft) =>
      draft.settledBy === null &&
      at - draft.lastAt < (draft.reporter === message.from ? endsWithin.own : endsWithin.others) &&
      talk.linker.settles(words, draft, before),
  )
  if (ended) {
    ended.settledBy = heard.text
    return null
  }
  const link = alarm(heard, before, isMeant) ?? talk.linker.link(words, before)
  switch (link.kind) {
    case 'begins':
      return begins(words, index, talk)
    case 'joins':
      if (link.supports) addSupporter(link.draft, message, index)
      if (link.adds) addWords(link.draft, words, index)
      // who is only counted may be about to state a matter of his own
      else keepLoose({ message, heard: words, index }, talk)
      return link.draft
    case 'aside':
      keepLoose({ message, heard: words, index }, talk)
      talk.unsure = talk.isPrivate && !isFluff(words, true) && mayBeAMatter(words)
      return null
  }
}

/** So many messages back, and so long ago, a talk may still be of what it was. */
const sameTalk = { messages: 6, for: 20 * minute }

const earlierWords = ({ at }: ChatMessage, index: number, { messages }: Talk): string =>
  messages
    .slice(Math.max(0, index - sameTalk.messages), index)
    .filter((earlier) => at.getTime() - earlier.at.getTime() < sameTalk.for)
    .map(({ text }) => text)
    .join('\n')

/** The speaker's last words that went nowhere, and these. */
function joinedWords(heard: Heard, index: number, talk: Talk): Heard | null {
  const loose = looseBefore(heard.message, index, talk).flatMap(({ heard: said }) => said ?? [])
  if (loose.length === 0) return null
  const raw = [...loose.slice(-joinedMost), heard].map((one) => one.raw).join(' ')
  return hearText(heard.message, raw, heard.quoted, talk.model, talk.isPrivate)
}

const asks = /[?？]\s*$|(?:吗|么|呢|没|不)\s*$|^(?:哪|谁|啥|什么|咋|怎么|几)/

const mayBeAMatter = (heard: Heard): boolean =>
  heard.strength > mayBe || speaksToUs.test(heard.text) || isVague(heard.text, heard.about)

function looseBefore({ from, at }: ChatMessage, index: number, talk: Talk): Loose[] {
  const limit = talk.isPrivate ? within.own : within.photo
  return (talk.loose.get(from) ?? []).filter(
    (loose) =>
      at.getTime() - loose.message.at.getTime() < limit && index - loose.index <= pullMessages,
  )
}

/** A new matter takes along what its reporter has just shown or said. */
function begins(heard: Heard, index: number, talk: Talk): Draft {
  const draft = begin(heard, index)
  const before = looseBefore(heard.message, index, talk).filter(
    (loose) => loose.heard === null || talk.linker.pulls(loose.heard, heard, index - loose.index),
  )
  draft.said.unshift(...before.flatMap(({ heard: said }) => said ?? []))
  draft.messages.unshift(...before.map(({ message }) => message.id))
  talk.loose.delete(heard.message.from)
  talk.drafts.push(draft)
  return draft
}
