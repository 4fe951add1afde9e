import type { CategoryCode, MediaId, PersonId } from '../ids.ts'
import { classify } from './classify.ts'
import { daysBetween } from './days.ts'
import { type Grams, gramsOf, shared } from './gram-share.ts'
import type { Matter } from './matter.ts'
import type { Model } from './model.ts'
import type { Place } from './place.ts'
import { doorsIn } from './place-grammar.ts'
import { type PlaceTrait, placeTraits } from './place-traits.ts'
import { sameTrade } from './same-trade.ts'
import { normalise } from './text.ts'
import { type Aboutness, aboutnessOf, alike } from './topics-of.ts'
import type { Verdict } from './verdict.ts'

/** A matter with what was said and shown of it. */
export interface Told {
  readonly matter: Matter
  readonly words: readonly string[]
  readonly photos: readonly MediaId[]
}

/** What was registered before, as far as it is compared. */
export interface Earlier {
  readonly category: CategoryCode
  readonly place: Place
  readonly words: readonly string[]
  readonly photos: readonly MediaId[]
  readonly reporter: { readonly person: PersonId }
  readonly supporters: readonly { readonly person: PersonId }[]
  readonly registeredAt: Date
}

export const pairTraits = [
  ...placeTraits,
  'confusableTrade',
  'sameBranch',
  'otherTrade',
  'likelyTrade',
  'lexicon',
  'things',
  'share',
  'amount',
  'verbatim',
  'sameNumber',
  'otherNumber',
  'onlyOneOfMoney',
  'toldAgain',
  'toldAgainUnsaid',
  'sameReporter',
  'sharedPeople',
  'days',
] as const
export type PairTrait = (typeof pairTraits)[number]

/** How a matter and an earlier one resemble each other, each trait 0..1; absent ones are 0. */
export type Traits = Readonly<Partial<Record<PairTrait, number>>>

/** Words that say a fault was told before and goes on: 还没人修, 又来了, 到现在. */
const again =
  /还[没冇未不是在敞露躺悬横满吊挂]|又|仍|依然|到(?:现在|今天|今儿)|一直[没冇]|[怎咋]么?还|啥时候|什么时候|[二两三四五几\d]+天了|上次|之前|说(?:了|过)/
/** What is counted as another time is not the time that was told: `这个月第二回`. */
const counted = /第[二三四五六七八九十\d]+[次回趟]/
/** Money for a thing is another matter than the thing. */
const money = /补[助贴偿]|[拨欠赔垫]?款|工资|收费|退[钱费]|赔[钱偿付]/
/** Words that point at what the others know of: 那个灯, 那堆. */
const pointsBack = /那(?:个|条|块|盏|台|部|堆|辆|根|棵|口|家|边|段|件|坑|事|些|几)|[昨前]天说|说好/

/** Everything of one side, worked out once however many others it is held against. */
interface Side {
  readonly text: string
  readonly about: Aboutness
  readonly verdict: Verdict
  readonly grams: Grams
  /** Doors and other numbers of three digits and more: 801, 1202. */
  readonly numbers: ReadonlySet<string>
  readonly isAgain: boolean
  readonly isOfMoney: boolean
}

const longest = 600

function sideOf(words: readonly string[], place: Place, model: Model): Side {
  const text = normalise(words.join('\n').slice(0, longest))
  const issue = withoutPlaces(text, place)
  return {
    text,
    about: aboutnessOf(issue),
    verdict: classify(text, model),
    grams: gramsOf(issue),
    numbers: new Set(text.match(/\d{3,4}/g)?.filter((number) => number !== place.number)),
    isAgain: !counted.test(text) && (again.test(text) || pointsBack.test(text)),
    isOfMoney: money.test(text),
  }
}

/** Compares a matter with earlier ones, each in the same named place. */
export function comparing(told: Told, at: Date, model: Model) {
  const { matter } = told
  const code = matter.category.value
  const mine = sideOf(told.words, matter.place.value, model)
  const people = new Set([matter.reporter, ...matter.supporters])

  return (earlier: Earlier, near: PlaceTrait): Traits => {
    const theirs = sideOf(earlier.words, earlier.place, model)
    const likely = likelyTrade(mine.verdict, theirs.verdict)
    const lexicon = alike(mine.about.codes, theirs.about.codes)
    const numbers = [...mine.numbers].filter((number) => theirs.numbers.has(number)).length
    const trade = sameTrade(code, earlier.category)
    const isBranch = code.slice(0, 2) === earlier.category.slice(0, 2)
    const { share, amount } = shared(mine.grams, theirs.grams)
    const isOther = mine.isOfMoney !== theirs.isOfMoney
    // of another building, or of its money, it is told for the first time
    const isAgain = mine.isAgain && !isOther && near !== 'otherBuilding'
    const toldAgain = isAgain ? Math.max(likely, lexicon, share) : 0
    const isMine = earlier.reporter.person === matter.reporter
    return {
      [near]: 1,
      confusableTrade: when(trade > 0 && trade < 1),
      sameBranch: when(trade === 0 && isBranch),
      otherTrade: when(trade === 0 && !isBranch),
      likelyTrade: likely,
      lexicon,
      things: shareOf(mine.about.things, theirs.about.things),
      share,
      amount: Math.min(1, amount / 4),
      verbatim: when(trade === 1 && lexicon > 0.9 && share > 0.7),
      sameNumber: when(numbers > 0),
      otherNumber: when(numbers === 0 && mine.numbers.size > 0 && theirs.numbers.size > 0),
      onlyOneOfMoney: when(isOther),
      // where one names no door, what is told again may have been told of any other
      toldAgain: near === 'oneUnsaid' ? 0 : toldAgain,
      toldAgainUnsaid: near === 'oneUnsaid' ? toldAgain : 0,
      sameReporter: when(isMine),
      sharedPeople: when(
        !isMine &&
          [earlier.reporter, ...earlier.supporters].some(({ person }) => people.has(person)),
      ),
      days: Math.log1p(Math.max(0, daysBetween(earlier.registeredAt, at))) / Math.log1p(30),
    }
  }
}

/** Where things are: all neighbours share that, whatever they complain of. A light is often named by it alone. */
const whereabouts =
  /(?:大?门口|大门|门前|楼[道梯]间?|走廊|过道|大堂|地?下?[车地]库|院子|楼[上下前后]|(?:前|后|旁|里|外|上|东|西|南|北)[面头边]|边上|附近|路边|村口|我们|咱们?|单元)(?!里?的?灯|灯)/g

function withoutPlaces(text: string, { name }: Place): string {
  let rest = name === null ? text : text.replaceAll(name, ' ')
  for (const door of doorsIn(rest)) rest = rest.replace(door.text, ' ')
  return rest.replace(whereabouts, ' ')
}

const when = (holds: boolean): number => (holds ? 1 : 0)

/** How likely both texts are of one category, by the model. */
function likelyTrade(a: Verdict, b: Verdict): number {
  let sum = 0
  for (const { code, p } of a.categories)
    sum += p * (b.categories.find((other) => other.code === code)?.p ?? 0)
  return Math.sqrt(sum)
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const fewer = Math.min(a.size, b.size)
  return fewer === 0 ? 0 : [...a].filter((thing) => b.has(thing)).length / fewer
}
