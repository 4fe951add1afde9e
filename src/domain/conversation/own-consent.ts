import { saidNumber } from '../intake/said-number.ts'
import { isQuarrel } from '../mediation/mediation.ts'
import { mediationOf } from '../mediation/quarrel.ts'
import { isInHand } from '../petition/petition.ts'
import type { Move } from './move.ts'
import type { Situation } from './situation.ts'

const longest = 40
const consenting =
  /^(?:\s|,|，|。|我|们|这边|家|也|都|好的?|可以|行)*(不)?(?:同意|愿意?|接受|想|肯|参加)(?:了|参加|接受|社区|来|去|进行|你们)*(?:调解|协商)(?:了|的|吧|谢谢|[\s,，。!！])*$/

/** Words that answer the offer, and mean nothing where none is open. */
const answering =
  /^(?:[\s,，。]|我|我们|好的?|行|可以|那就?)*(?:(不)(?:太)?(?:同意|愿意|接受|想|要)|同意|愿意|接受|可以|行|调解)(?:调解|吧|的|了|啊|呀|呢|谢谢|[\s,，。!！])*$/

/** Whether who brought a quarrel wants mediation: asked in private, answered in private. Null when nothing of it is said. */
export function ownConsent({ words, room, own, numbered, speaker }: Situation): Move[] | null {
  if (room) return null
  const { rest } = saidNumber(words.slice(0, longest))
  const plain = consenting.exec(rest)
  const said = plain ?? answering.exec(rest)
  if (!said) return null
  // a rating is waited for, too
  if (!plain && !numbered && own.some(({ status }) => status === 'resolved')) return null
  const mine = own.filter(
    (one) =>
      isQuarrel(one) &&
      isInHand(one) &&
      one.reporter.person === speaker.id &&
      !mediationOf(one).end &&
      (plain !== null || (one.status === 'handling' && !mediationOf(one).consents.applicant)) &&
      (numbered === null || one.id === numbered.id),
  )
  const [petition] = mine
  if (!petition) return null
  const agrees = said[1] === undefined
  return [
    {
      kind: 'act',
      petition,
      steps: [
        {
          command: { kind: 'mediate', step: { kind: 'consent', sides: ['applicant'], agrees } },
          by: 'speaker',
        },
      ],
      answer: 'mediated',
      outcome: 'mediate consent',
    },
  ]
}
