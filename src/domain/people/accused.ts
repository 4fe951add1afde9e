import type { PersonId, UnitCode } from '../ids.ts'
import type { Petition } from '../petition/petition.ts'
import { communityOf } from '../routing/route.ts'
import type { Category, Rulebook } from '../street/rulebook.ts'
import type { StaffRole } from './roles.ts'

/** What is said just before who is complained of. */
const before = /(?:投诉|举报|控告|检举|告发|状告)[，,：:]?[^，,。；;！!？?\n]{0,14}$/
/** What is said of whom one complains about, right after. */
const after =
  /^[，,]?[^，,。；;！!？?\n]{0,14}?(?:收(?:了|受)?[^，,。]{0,6}(?:钱|礼|红包|好处)|吃拿卡要|(?:不|乱)作为|态度(?:很|太|极其?|非常)?(?:恶劣|差|不好|蛮横|冷漠)|骂(?:了|人|我|居民)|推(?:三阻四|诿|脱)|刁难|打击报复|贪污|受贿|索贿|(?<![气煤油水])泄露|徇私|包庇|威胁|打(?:人|伤|了(?:我|人|他|她|老|孩子|居民))|辱骂|以权谋私)/
/** 别让…知道, 别告诉… */
const hushBefore = /(?:别|不要|不能|莫|勿)(?:让|跟|对|告诉)[^，,。；;！!？?\n]{0,6}$/
const hushAfter = /^[^，,。；;！!？?\n]{0,4}(?:知道|晓得|说|讲|听|发现)/
/** No word that tells of it stands farther from a name: a text of names only is read as fast as any. */
const near = 40
/** Who is named oftener is meant by the first. */
const mostPlaces = 20
/** A name of one character is half of every other word. */
const shortestName = 2

/** Offices that people name without knowing who holds them, of the place that it is about. */
const titles: readonly (readonly [RegExp, readonly StaffRole[]])[] = [
  [/网格员/g, ['grid_worker']],
  [
    /(?<!街道|街|镇|乡|区委|市委|党委|县委)(?:书记|居委会主任|社区主任|村主任)/g,
    ['community_manager'],
  ],
  [/社区(?:的)?调度员/g, ['community_dispatcher']],
  [
    /(?:社区|居委会|村委会)(?:里)?的?(?:工作人员|干部|办事员|人员)/g,
    ['community_manager', 'community_dispatcher'],
  ],
]

/** What a complaint is, and the grid that it is about, else the unit of the group in which it was said. */
interface About {
  readonly category: Category | undefined
  readonly unit: UnitCode | null
}

/**
 * Who in office is complained of, by name or by the office they hold there: they get no part in it, whatever their office
 * is (回避). Of complaints about officials everybody named in them; of all others who is accused where the name stands.
 */
export function accusedIn(
  words: readonly string[],
  of: About,
  book: Rulebook,
): readonly PersonId[] {
  const text = words.join('\n')
  const ofOfficials = of.category?.kind === 'complaint' && of.category.confidential
  const isMeant = (at: number, length: number) => ofOfficials || isAccusedAt(at, length, text)
  const named = book.staff.filter(
    ({ name }) =>
      [...name].length >= shortestName &&
      placesOf(name, text).some((at) => isMeant(at, name.length)),
  )
  const roles = titles.flatMap(([title, meant]) =>
    [...text.matchAll(title)]
      .slice(0, mostPlaces)
      .some((found) => isMeant(found.index, found[0].length))
      ? meant
      : [],
  )
  const community = communityOf(of.unit, book)?.code
  const holding = book.staff.filter(
    ({ role, unit }) =>
      roles.includes(role) && (role === 'grid_worker' ? unit === of.unit : unit === community),
  )
  return [...new Set([...named, ...holding].map(({ id }) => id))]
}

function placesOf(name: string, text: string): readonly number[] {
  const places: number[] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    places.push(at)
    if (places.length === mostPlaces) break
  }
  return places
}

function isAccusedAt(at: number, length: number, text: string): boolean {
  const [left, right] = [
    text.slice(Math.max(0, at - near), at),
    text.slice(at + length, at + length + near),
  ]
  if (before.test(left) || after.test(right)) return true
  return hushBefore.test(left) && (/告诉/.test(left) || hushAfter.test(right))
}

/** Whether it is somebody of whom it complains. */
export const isAccused = (person: PersonId, { accused }: Pick<Petition, 'accused'>): boolean =>
  accused?.includes(person) ?? false

/**
 * The rulebook as it holds for a petition: whom it complains of counts as away, and others have what would be theirs. Where no
 * dispatcher of the street is left, a supervisor stands in, or a leader: above them nobody would hear of it.
 */
export function recusing({ accused }: Pick<Petition, 'accused'>, book: Rulebook): Rulebook {
  if (!accused?.length) return book
  const others = (book.away ?? []).filter(({ person }) => !accused.includes(person))
  const [atStreet, ...above] = lastRanks.map((rank) =>
    book.staff.filter(({ role }) => role === rank).map(({ id }) => id),
  )
  const isThere = (person: PersonId) =>
    !accused.includes(person) && others.every((away) => away.person !== person)
  const deputy = atStreet?.some(isThere) ? null : (above.flat().find(isThere) ?? null)
  const recused = accused.map((person) => ({
    ...{ id: `accused/${person}`, person, deputy: atStreet?.includes(person) ? deputy : null },
    ...({ from: '0001-01-01', until: '9999-12-31' } as const),
  }))
  return { ...book, away: [...others, ...recused] }
}

const lastRanks: readonly StaffRole[] = ['street_dispatcher', 'street_supervisor', 'street_leader']
