import type { MessageId, PersonId } from '../ids.ts'
import { best, echoes, ownDraft, theirDraft } from './belongs.ts'
import { addMessage, addSupporter, addWords, begin, type Draft, likeness } from './draft.ts'
import { endsIt, settle } from './endings.ts'
import { addsFact, isFluff, isRetort } from './facts.ts'
import { type Heard, hear, hearText } from './heard.ts'
import type { ChatMessage, Stretch } from './message.ts'
import type { Model } from './model.ts'
import { areApart, partsOf } from './parts.ts'
import { isVague } from './vague.ts'

/** How sure a statement must be to begin a matter, in a group and in a private chat. */
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

/** The talk as it stands after some message. */
interface Talk {
  readonly model: Model
  readonly isPrivate: boolean
  readonly drafts: Draft[]
  /** Photos, voices without words and doors said before anything was stated, by speaker. */
  readonly waiting: Map<PersonId, { readonly message: ChatMessage; readonly heard: Heard | null }[]>
  /** The last words by somebody that belonged to no matter: what follows may answer them. */
  aside: { readonly heard: Heard; readonly index: number } | null
  unsure: boolean
}

/** Listens to a talk, message by message, and keeps the matters in it; what is said later never undoes the beginning. */
export function assemble(
  stretch: Stretch,
  model: Model,
): { drafts: readonly Draft[]; unsure: boolean } {
  const isPrivate = stretch.room === null
  const talk: Talk = {
    model,
    isPrivate,
    drafts: [],
    waiting: new Map(),
    aside: null,
    unsure: false,
  }
  const recalled = new Set(stretch.messages.flatMap(({ recalls }) => recalls ?? []))
  stretch.messages.forEach((message, index) => {
    talk.unsure = false
    if (!recalled.has(message.id)) take(message, index, talk)
  })
  return { drafts: talk.drafts, unsure: talk.unsure }
}

function take(message: ChatMessage, index: number, talk: Talk): void {
  switch (message.type) {
    case 'recall':
    case 'system':
    case 'link':
      return
    case 'image':
    case 'video':
    case 'location':
      takeMedia(message, index, talk)
      return
    case 'voice':
      // without words it says no more than that words will follow
      if (message.text.trim() === '') wait(message, null, talk)
      else takeText(message, index, talk)
      return
    case 'text':
      takeText(message, index, talk)
      return
  }
}

/** A photo belongs to what its sender just said, or is about to say. */
function takeMedia(message: ChatMessage, index: number, talk: Talk): void {
  if (message.isStaff && !talk.isPrivate) return
  const at = message.at.getTime()
  const limit = talk.isPrivate ? within.private : within.photo
  const mine = talk.drafts.findLast(
    (draft) => draft.reporter === message.from && at - draft.ownAt < limit,
  )
  const helped = talk.drafts.findLast(
    (draft) => draft.supporters.includes(message.from) && at - draft.lastAt < within.photo,
  )
  const draft = mine ?? helped
  const heard = message.text === '' ? null : hear(message, talk.model, talk.isPrivate)
  if (!draft) wait(message, heard, talk)
  else if (heard && message.type === 'location') addWords(draft, heard, index)
  else addMessage(draft, message, index)
}

function wait(message: ChatMessage, heard: Heard | null, talk: Talk): void {
  talk.waiting.set(message.from, [...(talk.waiting.get(message.from) ?? []), { message, heard }])
}

function takeText(message: ChatMessage, index: number, talk: Talk): void {
  const whole = hear(message, talk.model, talk.isPrivate)
  if (whole.text === '') return
  if (message.isStaff && !talk.isPrivate) {
    takeOffice(whole, talk)
    return
  }
  const parts = partsOf(whole.raw).map((raw) =>
    raw === whole.raw ? whole : hearText(message, raw, whole.quoted, talk.model, talk.isPrivate),
  )
  const stated = parts.filter((part) => part.strength >= sure(talk))
  if (stated.length > 1 && areApart(stated)) {
    for (const part of stated) begins(part, index, talk)
    return
  }
  takeWords(whole, index, talk)
}

const sure = (talk: Talk) => (talk.isPrivate ? sureEnough.private : sureEnough.group)

/** An office never states a matter in a group; it may say that one is done. */
function takeOffice(heard: Heard, talk: Talk): void {
  if (!heard.cues.has('done')) return
  const draft = best(heard, talk.drafts)
  if (draft && likeness(heard, draft) > 0.5) draft.settledBy ??= heard.text
}

function takeWords(heard: Heard, index: number, talk: Talk): void {
  const { message } = heard
  const at = message.at.getTime()
  const own = talk.drafts.filter(
    ({ reporter, ownAt }) =>
      reporter === message.from && at - ownAt < (talk.isPrivate ? within.private : within.own),
  )
  if (own.length > 0 && endsIt(heard, own)) settle(heard, own)
  else join(heard, index, own, talk)
}

/** Finds out whose matter a text belongs to: another's that it echoes, the speaker's own, another's again, or a new one. */
function join(heard: Heard, index: number, own: readonly Draft[], talk: Talk): void {
  const at = heard.message.at.getTime()
  const others = talk.drafts.filter(
    ({ reporter, lastAt }) => reporter !== heard.message.from && at - lastAt < within.others,
  )
  const states = heard.strength >= sure(talk)
  const echoed = echoes(heard, others, states)
  const mine = echoed ? null : ownDraft(heard, own, states)
  const theirs = echoed ?? (mine ? null : theirDraft(heard, others, states, index))
  if (theirs) support(theirs, heard, index)
  else if (mine) {
    if (!isFluff(heard, talk.isPrivate) && !answersAside(heard, mine, index, talk)) {
      addWords(mine, heard, index)
    }
  } else if (states && !isRetort(heard, others.length > 0)) begins(heard, index, talk)
  else if (talk.isPrivate && !isFluff(heard, true)) {
    wait(heard.message, heard, talk)
    talk.unsure =
      heard.strength > mayBe || speaksToUs.test(heard.text) || isVague(heard.text, heard.about)
  } else talk.aside = { heard, index }
}

/** The reporter answers small talk in between: short, and about nothing of his matter. */
function answersAside(heard: Heard, mine: Draft, index: number, talk: Talk): boolean {
  const { aside } = talk
  if (!aside || aside.heard.message.from === mine.reporter || index - aside.index > 2) return false
  if (heard.strength > 0.5 || heard.text.length > 18 || heard.cues.has('tried')) return false
  return aside.index > mine.lastIndex && likeness(heard, mine) < 0.15
}

/** A new matter takes along what its reporter has just shown or said. */
function begins(heard: Heard, index: number, talk: Talk): void {
  const draft = begin(heard, index)
  const limit = talk.isPrivate ? within.own : within.photo
  const before = (talk.waiting.get(heard.message.from) ?? []).filter(
    ({ message }) => heard.message.at.getTime() - message.at.getTime() < limit,
  )
  for (const { message, heard: said } of before) {
    draft.messages.push(message.id)
    if (said) draft.said.unshift(said)
  }
  const order = new Map<MessageId, number>()
  for (const { message } of before) order.set(message.id, message.at.getTime())
  draft.messages.sort(
    (a, b) =>
      (order.get(a) ?? heard.message.at.getTime()) - (order.get(b) ?? heard.message.at.getTime()),
  )
  talk.waiting.delete(heard.message.from)
  talk.drafts.push(draft)
}

function support(draft: Draft, heard: Heard, index: number): void {
  addSupporter(draft, heard.message, index)
  if (addsFact(heard, draft)) addWords(draft, heard, index)
}
