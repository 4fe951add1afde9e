import { readRights } from '../intake/read-rights.ts'
import type { Understanding } from '../intake/understanding.ts'
import { briefOf } from '../notices/brief.ts'
import { isOpen, type Petition } from '../petition/petition.ts'
import { retentionOf } from '../rights/retention.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Claim, Move } from './move.ts'
import type { Situation } from './situation.ts'

const recentMs = 24 * 3_600_000
/** In a group only right after it: later the same word is about something else. */
const recentAloudMs = 10 * 60_000

/**
 * What somebody says of their own data: what is kept, who saw it, put it right, take it away, keep it secret; and what
 * somebody in office asks about who a petitioner is. In a group only the rules are told, and what was just said there
 * becomes secret; all else belongs in private. Null when it is about nothing of this.
 */
export function aboutRights(s: Situation, u: Understanding): readonly Move[] | null {
  if (s.message.type !== 'text' && s.message.type !== 'voice') return null
  const said = readRights(s.words)
  if (!said) return null
  if (said.kind === 'rules') return [say(rulesNotice(u.book), 'rulesTold')]
  if (said.kind === 'conceal') return concealing(s, u)
  if (said.kind === 'identity' && !s.speaker.staff) return null
  if (said.kind === 'correct' && said.mayBePlace && s.own.some(isOpen)) return null
  if (s.room) return s.message.mentionsUs ? [say({ kind: 'rightsPrivately' }, 'rightsAsked')] : null
  switch (said.kind) {
    case 'stored':
      return [claim({ kind: 'account' })]
    case 'seen':
      return [claim({ kind: 'seen' })]
    case 'erase':
      return [claim({ kind: 'askErasure' }, { kind: 'erase' })]
    case 'identity':
      return s.numbered
        ? [claim({ kind: 'identity', petition: s.numbered, reason: said.reason })]
        : [say({ kind: 'identityRefused', number: null, why: 'reasonMissing' }, 'refused')]
    case 'correct': {
      const { name, door } = said
      if (name === null && door === null) return [say({ kind: 'correctHow' }, 'correctionAsked')]
      return [...doors(door, s), claim({ kind: 'correct', name, door })]
    }
    case 'onBehalf':
      return onBehalf(said.whom, s)
  }
}

/** What is taken away never comes back: `好` or `是的` may answer something else that was asked meanwhile. */
const surely =
  /^(?:是的?|对的?|好的?|嗯+)?[\s,，。]*(?:我要?)?(?:(?:确认|确定)(?:要|都|全部|可以)?(?:删除?|删掉|清除)?|(?:要|都|全部?)?(?:删除?|删掉)(?:掉)?)(?:吧|了|的)?[\s。.!！~]*$/
const perhaps = /^(?:是的?|对的?|好的?|嗯+|行|可以|同意|1)[\s。.!！~]*$/
const dropped = /^(?:不|算了|先不|别|没有?)/

/** "Really?", asked before anything is taken away: a vague yes is asked again, anything else leaves all as it is. */
export function whetherErase(s: Situation): readonly Move[] | null {
  if (s.room) return null
  const words = s.words.trim()
  if (surely.test(words)) return [{ ...claim({ kind: 'erase' }), question: null }]
  if (perhaps.test(words) && s.own.every(({ status }) => status !== 'resolved'))
    return [claim({ kind: 'askErasure' }, { kind: 'erase' })]
  if (dropped.test(words))
    return [
      { kind: 'say', notice: { kind: 'eraseDropped' }, question: null, outcome: 'eraseDropped' },
    ]
  return null
}

/** What the street does with what is said to us, and for how long. */
export const rulesNotice = (book: Rulebook) =>
  ({
    kind: 'rules',
    street: book.units.find(({ kind }) => kind === 'street')?.name ?? '',
    keep: retentionOf(book.policies),
  }) as const

function concealing(s: Situation, u: Understanding): readonly Move[] | null {
  // said together with a matter it is part of it
  if (s.reading.matters.some(({ messages }) => messages[0] === s.message.id)) return null
  const isAloud = s.room !== null && !s.message.mentionsUs
  const age = (p: Petition) => s.at.getTime() - p.registeredAt.getTime()
  const mine = s.numbered
    ? s.own.find(({ id }) => id === s.numbered?.id)
    : (s.own.find(
        (p) =>
          p.status !== 'withdrawn' &&
          age(p) <= (isAloud ? recentAloudMs : recentMs) &&
          (s.room === null || p.reporter.room === s.room.id),
      ) ?? (s.room ? undefined : s.own.find(isOpen)))
  if (!mine) return null
  if (mine.confidential) {
    const brief = briefOf(mine, u.book, 'concerned')
    return [say({ kind: 'concealedAlready', brief }, 'concealedAlready')]
  }
  return [
    {
      kind: 'act',
      petition: mine,
      steps: [{ command: { kind: 'conceal' }, by: 'speaker' }],
      answer: 'concealed',
      outcome: 'conceal',
    },
  ]
}

/** Their open petitions count by the right door from now on. */
function doors(door: string | null, s: Situation): Move[] {
  const numbers = door?.match(/[A-Za-z]?\d+/g) ?? []
  if (numbers.length < 3) return []
  return s.own.filter(isOpen).flatMap((petition): Move[] => {
    const own = [petition.reporter, ...petition.supporters].find(
      ({ person }) => person === s.speaker.id,
    )
    const room = own?.room ?? s.stretch.speakerRooms[0]?.room
    if (!room) return []
    const household = `${room}/${numbers.slice(0, 3).join('-')}`
    const command = { kind: 'correctPetitioner', household, onBehalfOf: null } as const
    return [
      {
        kind: 'act',
        petition,
        steps: [{ command, by: 'speaker' }],
        answer: null,
        outcome: 'doorCorrected',
      },
    ]
  })
}

function onBehalf(whom: string, s: Situation): readonly Move[] | null {
  const petition = s.numbered ?? s.own.find(isOpen)
  if (!petition || petition.reporter.person !== s.speaker.id) return null
  const command = { kind: 'correctPetitioner', household: null, onBehalfOf: whom } as const
  return [
    {
      kind: 'act',
      petition,
      steps: [{ command, by: 'speaker' }],
      answer: 'petitionerCorrected',
      outcome: 'petitionerCorrected',
    },
  ]
}

const claim = (of: Claim, question?: { readonly kind: 'erase' }) =>
  ({
    kind: 'claim',
    claim: of,
    ...(question && { question }),
    outcome: of.kind,
  }) as const satisfies Move

const say = (notice: Extract<Move, { kind: 'say' }>['notice'], outcome: string): Move => ({
  kind: 'say',
  notice,
  outcome,
})
