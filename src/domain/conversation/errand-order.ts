import type { Errand } from '../errands/errand.ts'
import { type ErrandCommand, ownersOf } from '../errands/lifecycle.ts'
import { headships } from '../heads/head.ts'
import type { Matter } from '../intake/matter.ts'
import { type ErrandReply, readErrandReply } from '../intake/read-errand-reply.ts'
import type { Understanding } from '../intake/understanding.ts'
import { isOpen as isOpenPetition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { isOpen } from '../voices/voice.ts'
import { errandAsked } from './errand-asked.ts'
import { opened, refused } from './errand-move.ts'
import { errandOrPetition, whichDropped } from './errand-or-petition.ts'
import { matters } from './matters.ts'
import type { Move } from './move.ts'
import type { Situation } from './situation.ts'

const offerMs = 24 * 3_600_000
const agrees =
  /^(?:是的?|好的?|要的?|嗯+|可以|行|请|麻烦(?:了|你们?)?|需要|请网格员来?)[吧啊呀的了。.!！~～\s]*$/
const refuses = /^(?:不用|不要|不必|算了|不需要|不)[了吧啊呀的。.!！~～\s]*$/

/**
 * What somebody wants a household head to do, and what is said of it afterwards: by the head, by the grid worker, and by
 * who asked. Null where the words are about no errand.
 */
export function errandOrder(s: Situation, u: Understanding): readonly Move[] | null {
  if (s.message.type !== 'text' && s.message.type !== 'voice') return null
  const answered = ofOffer(s) ?? whichDropped(s)
  if (answered) return answered
  const asked = errandAsked(s, u)
  const ran = s.room ? null : ofErrand(s, asked !== null, u.book)
  if (ran) return ran
  return asked && [...asked, ...alsoTold(s, u)]
}

/** A trouble told in the same breath is not lost. */
function alsoTold(s: Situation, u: Understanding): readonly Move[] {
  if (!further.test(s.words)) return []
  const troubles = s.reading.matters.filter(
    (matter) => matter.messages.includes(s.message.id) && isTrouble(matter),
  )
  return matters({ ...s, reading: { ...s.reading, matters: troubles } }, u) ?? []
}
const isTrouble = ({ kind }: Matter) => kind.value === 'report' || kind.value === 'complaint'
const further = /另外|还有|顺便|对了|再有|再就是|[。；;\n]/

/** "Shall the grid worker come?" */
function ofOffer(s: Situation): readonly Move[] | null {
  const asked = s.question?.asked
  if (s.room || asked?.kind !== 'errand') return null
  if (s.at.getTime() - asked.askedAt.getTime() > offerMs) return null
  if (refuses.test(s.words.trim()))
    return [{ kind: 'silence', question: null, outcome: 'errandDropped' }]
  if (!agrees.test(s.words.trim())) return null
  // they may have bound this account since
  return [opened({ ...asked.draft, asker: s.speaker.id }, null)]
}

/** Something about an errand that runs. */
function ofErrand(s: Situation, asksAnew: boolean, book: Rulebook): readonly Move[] | null {
  const mine = s.errands.filter((errand) => roleIn(errand, s, book) !== null)
  if (mine.length === 0) return null
  const reported = mine.filter((errand) => roleIn(errand, s, book) === 'confirms')
  const waiting = mine.filter(({ state, head }) => state === 'asked' && head === s.speaker.id)
  const reply = readErrandReply(s.words, {
    isAsked: waiting.length > 0,
    isReported: isMeant(reported, s),
  })
  const consent = consentIn(mine, s, book)
  if (consent) return consent
  if (!reply) return null
  if (!reply.isNamed && (reply.number !== null || isElsewhere(s) || isOther(reply, asksAnew, s)))
    return null
  if (reply.number !== null && !mine.some(({ number }) => number === reply.number))
    return [refused('unknown')]
  const errand = meant(reply, mine, s, book)
  if (errand === 'several') return reply.isNamed ? [refused('which')] : null
  if (!errand) return reply.isNamed ? [refused('notNow')] : null
  const command = commandOf(reply, errand, s, book)
  const isPlain = command?.kind === 'withdraw' && !reply.isNamed && reply.number === null
  const dropped = isPlain ? errandOrPetition(errand, s, book) : 'errand'
  if (dropped !== 'errand') return dropped
  return command
    ? [
        {
          kind: 'errand',
          order: { kind: 'do', errand, command },
          outcome: `errand ${command.kind}`,
        },
      ]
    : null
}

/** `代办3号`, of one that waits for who asked; or the only one. */
function isMeant(reported: readonly Errand[], { words }: Situation): boolean {
  const number = /代办\s*第?\s*(\d{1,6})\s*号/.exec(words)?.[1]
  return reported.some((errand) => number === undefined || errand.number === Number(number))
}

/** Where something else waits for a plain word of the speaker, an errand is only meant when it is named. */
const isElsewhere = ({
  question,
  tasks,
  checks,
  own,
  speaker,
  voices,
  stretch,
  words,
}: Situation) =>
  question !== null ||
  tasks.length + checks.length > 0 ||
  own.some(
    (petition) =>
      petition.status === 'resolved' &&
      petition.ratings.every(({ person }) => person !== speaker.id),
  ) ||
  (plainSign.test(words.trim()) &&
    voices.some(
      (voice) =>
        isOpen(voice) &&
        voice.rooms.some((id) => stretch.speakerRooms.some(({ room }) => room === id)),
    ))

/** Something new that is asked for or told, though some of its words (`谢谢`, `送到`, `还没来`) also fit an errand that runs. */
function isOther({ act }: ErrandReply, asksAnew: boolean, s: Situation) {
  const { reading, message, words } = s
  if (/没(?:有)?(?:办|取|买|送|拿|领)/.test(words)) return false
  if (asksAnew && act !== 'withdraw' && !/到了|好了|完了|回来|收到|拿到|还没/.test(words))
    return true
  if (act === 'withdraw' && dropsPetition(s)) return true
  return reading.matters.some(
    (matter) => isTrouble(matter) && !matter.settled.value && matter.messages[0] === message.id,
  )
}

/** `灯已经修好了，不用了`: a petition is not wanted any more. */
const dropsPetition = ({ own, words }: Situation) =>
  /修|解决|处理/.test(words) &&
  !/代办|户长|[取买拿领送跑药菜]/.test(words) &&
  own.some(isOpenPetition)

/** What also answers an announcement. */
const plainSign = /^(?:收到|好的?|知道了|嗯+|1|ok)[了啊呀的。.!！~～\s]*$/i

/** What the speaker may do about an errand; null: nothing. */
function roleIn(
  errand: Errand,
  s: Situation,
  book: Rulebook,
): 'confirms' | 'does' | 'asked' | null {
  if (errand.state === 'reported' && errand.asker === s.speaker.id) return 'confirms'
  if (errand.state !== 'reported' && ownersOf(errand, book).includes(s.speaker.id)) return 'does'
  return errand.asker === s.speaker.id ? 'asked' : null
}

const fits: Readonly<Record<ErrandReply['act'], ReadonlySet<ReturnType<typeof roleIn>>>> = {
  accept: new Set(['does']),
  decline: new Set(['does']),
  report: new Set(['does']),
  yes: new Set(['confirms']),
  no: new Set(['confirms']),
  withdraw: new Set(['confirms', 'does', 'asked']),
}

function meant(
  { number, act }: ErrandReply,
  mine: readonly Errand[],
  s: Situation,
  book: Rulebook,
): Errand | 'several' | null {
  const fitting = mine
    .filter((errand) => number === null || errand.number === number)
    .filter((errand) => fits[act].has(roleIn(errand, s, book)))
    .filter((errand) => act !== 'accept' || errand.state === 'asked')
    .filter((errand) => act !== 'withdraw' || errand.asker === s.speaker.id)
  return fitting.length > 1 ? 'several' : (fitting[0] ?? null)
}

function commandOf(
  { act, text }: ErrandReply,
  errand: Errand,
  s: Situation,
  book: Rulebook,
): ErrandCommand | null {
  switch (act) {
    case 'accept':
      return { kind: 'accept' }
    case 'decline':
      return errand.state === 'passed' ? null : { kind: 'decline', reason: text }
    case 'report':
      return { kind: 'report', result: text }
    case 'yes':
      return { kind: 'confirm', isDone: true }
    case 'no':
      return { kind: 'confirm', isDone: false }
    case 'withdraw':
      return roleIn(errand, s, book) === null ? null : { kind: 'withdraw' }
  }
}

/** `代办3号同意`: of the neighbour whom the head names. */
function consentIn(mine: readonly Errand[], s: Situation, book: Rulebook): readonly Move[] | null {
  const [, number, said] =
    /^代办\s*第?\s*(\d{1,6})\s*号[\s,，:：]*(?:[他她]|老人|邻居|本人)?(不同意|不愿意|同意|愿意)[了的。.!！\s]*$/.exec(
      s.words.trim(),
    ) ?? []
  const errand = mine.find((one) => one.number === Number(number) && one.asker === s.speaker.id)
  if (!errand || said === undefined || headships(s.speaker.id, s.at, book).length === 0) return null
  const command = { kind: 'consent', isGiven: !said.startsWith('不') } as const
  return [{ kind: 'errand', order: { kind: 'do', errand, command }, outcome: 'errand consent' }]
}
