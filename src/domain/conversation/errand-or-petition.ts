import type { Errand } from '../errands/errand.ts'
import { errandBrief } from '../errands/errand-notices.ts'
import { briefOf } from '../notices/brief.ts'
import { isOpen, type Petition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Move } from './move.ts'
import type { Situation } from './situation.ts'

/** What began so lately is what a plain `不用了` is about, where the other is older. */
const freshMs = 10 * 60_000
const answerableMs = 24 * 3_600_000
const longestAnswer = 16
const ofErrands = /代办|户长|跑腿|[取买拿领送药菜]/
/** What is left without these names a thing. */
const plain =
  /不用|不需要|不要|取消|撤回|撤销|算了|自己|已经|解决|处理|修好|谢谢|麻烦|那个|这个|我们|[是就我了吧啊呀的呢。，,.!！~～\s]/g
/** 灯还没修好, 都要: nobody drops what they still wait for. */
const stillWanted =
  /还(?:是?要|需要|得|没|想|在|不)|没(?:修|好|解决|办|弄|人|来)|(?:都|两[个件]|全部)(?:要|留|办)(?!取消|撤)|继续|留着|保留|照办|别(?:取消|撤|退)|不(?:取消|撤|是)/
const both = /^(?:都|两个|两件|全部|全都|都是|二个)/

/** `不用了`, from somebody with a petition and an errand: which of the two is not wanted any more. */
export function errandOrPetition(
  errand: Errand,
  s: Situation,
  book: Rulebook,
): 'errand' | readonly Move[] {
  const petition = s.own.find(
    (one) => isOpen(one) && one.reporter.person === s.speaker.id && !s.numbered,
  )
  if (!petition || errand.state === 'reported') return 'errand'
  switch (named(errand, petition, s) ?? latest(errand, petition, s.at)) {
    case 'errand':
      return 'errand'
    case 'petition':
      return [withdrawn(petition, s)]
    case null: {
      const { number, category } = briefOf(petition, book, 'concerned')
      const brief = errandBrief(errand, s.speaker.id, book)
      return [
        {
          kind: 'say',
          notice: { kind: 'errandOrPetition', errand: brief, number, category },
          question: {
            ...{ kind: 'notWanted', petition: petition.id, errand: errand.id },
            askedAt: s.at,
          },
          outcome: 'askedWhichToDrop',
        },
      ]
    }
  }
}

/** The answer to "which of the two?"; null where it is none. */
export function whichDropped(s: Situation): readonly Move[] | null {
  const { question, errands, words } = s
  if (s.room || question?.asked.kind !== 'notWanted' || !question.petition) return null
  if (s.at.getTime() - question.asked.askedAt.getTime() > answerableMs) return null
  if ([...words].length > longestAnswer || stillWanted.test(words)) return null
  const { petition, asked } = question
  const errand = errands.find(({ id }) => id === asked.errand)
  if (!errand) return null
  const drops: Move = {
    kind: 'errand',
    order: { kind: 'do', errand, command: { kind: 'withdraw' } },
    question: null,
    outcome: 'errand withdraw',
  }
  if (both.test(words.trim())) return [drops, withdrawn(petition, s)]
  switch (named(errand, petition, s)) {
    case 'errand':
      return [drops]
    case 'petition':
      return [withdrawn(petition, s)]
    case null:
      return null
  }
}

/** By its number, its kind, or a word of it; the words and what they quote. */
function named(
  errand: Errand,
  petition: Petition,
  { message: { text }, numbered }: Situation,
): 'errand' | 'petition' | null {
  if (numbered?.id === petition.id || text.includes(`${petition.number}`)) return 'petition'
  if (ofErrands.test(text)) return 'errand'
  const said = pairsIn(text.replace(plain, ' '))
  const tells = (words: string) => said.some((pair) => words.includes(pair))
  const ofErrand = tells(errand.words)
  const ofPetition = tells([petition.summary, ...petition.words].join('\n'))
  if (ofErrand === ofPetition) return null
  return ofErrand ? 'errand' : 'petition'
}

/** `楼道灯` as 楼道 and 道灯; 灯 as itself. */
const pairsIn = (words: string): readonly string[] =>
  words.split(' ').flatMap((part) => {
    const signs = [...part]
    return signs.length === 1 ? signs : signs.slice(1).map((sign, i) => `${signs[i]}${sign}`)
  })

function latest(
  { askedAt }: Errand,
  { registeredAt }: Petition,
  at: Date,
): 'errand' | 'petition' | null {
  const isFresh = (began: Date) => at.getTime() - began.getTime() <= freshMs
  if (isFresh(askedAt) === isFresh(registeredAt)) return null
  return isFresh(askedAt) ? 'errand' : 'petition'
}

const withdrawn = (petition: Petition, { words }: Situation): Move => ({
  kind: 'act',
  petition,
  steps: [{ command: { kind: 'withdraw', reason: words }, by: 'speaker' }],
  answer: 'withdrawn',
  question: null,
  outcome: 'withdraw',
})
