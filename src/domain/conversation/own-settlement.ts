import { aftercareOf } from '../aftercare/policy.ts'
import { deadline } from '../deadlines/deadline.ts'
import type { Understanding } from '../intake/understanding.ts'
import { isQuarrel } from '../mediation/mediation.ts'
import { mediationOf } from '../mediation/quarrel.ts'
import type { Petition } from '../petition/petition.ts'
import type { Move } from './move.ts'
import type { Situation } from './situation.ts'

/** Longer texts tell something else. */
const longest = 60
const broken =
  /没(?:有)?(?:按|履行|兑现|赔|付|给|还|做|修|装|铺|搬|清|动|改|用|有?$)|(?:不|拒绝)(?:履行|认账?|给|赔|付|改|听)|(?:又|还(?:是|在)?|照样|天天)(?:开始)?(?:吵|闹|骂|打|剁|敲|响|漏|占|堆|找事|犯)|反悔|反复/
const kept = /没(?:有)?再|不再|不(?:吵|闹|骂|打)了|都?履行(?:了|完)|和好/
/** Whoever wants it opened again is taken at that word. */
const reopens = /没解决|未解决|重办/

/**
 * The answer of who brought a quarrel to whether its settlement lasts: that it does not goes to the mediators, as was said.
 * Only in private, and so long as an answer is waited for; a settlement that holds needs no word.
 */
export function ownSettlement(s: Situation, { book }: Understanding): readonly Move[] | null {
  const { words, room, own, numbered, speaker, at } = s
  if (room || [...words].length > longest || /[?？]/.test(words)) return null
  if (!broken.test(words) || kept.test(words) || reopens.test(words)) return null
  const { lasting } = aftercareOf(book.policies)
  const isAsked = (petition: Petition): boolean => {
    const asked = mediationOf(petition).followUps.findLast(({ by }) => by === 'message')?.askedAt
    return (
      isQuarrel(petition) &&
      petition.reporter.person === speaker.id &&
      mediationOf(petition).end?.kind === 'settled' &&
      asked !== undefined &&
      at <= deadline(lasting.answerWithin, asked, book.policies.officeHours, book.calendar).at
    )
  }
  const petition = own.find((one) => (numbered ? one.id === numbered.id : true) && isAsked(one))
  if (!petition) return null
  const step = { kind: 'perform', kept: false, text: words.trim() } as const
  return [
    {
      kind: 'act',
      petition,
      steps: [{ command: { kind: 'mediate', step }, by: 'speaker' }],
      answer: 'mediated',
      outcome: 'mediate broken',
    },
  ]
}
