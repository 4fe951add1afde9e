import type { PersonId } from '../ids.ts'
import type { Petition } from '../petition/petition.ts'
import type { Category, MatterKind, Rulebook } from '../street/rulebook.ts'
import type { Staff } from './roles.ts'

/** What is said just before somebody complains of who is named next. */
const before =
  /(?:投诉|举报|控告|检举|告发|状告|(?:别|不要|不能|莫|勿)(?:让|给|告诉|跟|对))[^。；;！!？?\n]{0,14}$/
/** What is said of whom one complains about, right after the name. */
const after =
  /^[^。；;！!？?\n]{0,14}?(?:收(?:了|受)?[^，,。]{0,6}(?:钱|礼|红包|好处)|吃拿卡要|(?:不|乱)作为|态度(?:很|太|极其?|非常)?(?:恶劣|差|不好|蛮横|冷漠)|骂(?:了|人|我|居民)|推(?:三阻四|诿|脱)|刁难|打击报复|贪污|受贿|索贿|泄露|徇私|包庇|威胁|打(?:了|人)|辱骂|以权谋私)/
/** A name of one character is half of every other word. */
const shortestName = 2

/**
 * Who in office is complained of by name: they get no part in it, whatever their office is (回避). Of complaints about
 * officials everybody named in them; of all others who is accused where the name stands.
 */
export function accusedIn(
  words: readonly string[],
  of: { readonly kind: MatterKind; readonly category: Category | undefined },
  { staff }: Pick<Rulebook, 'staff'>,
): readonly PersonId[] {
  const text = words.join('\n')
  const ofOfficials = of.category?.kind === 'complaint' && of.category.confidential
  const isOf = ({ name }: Staff) =>
    [...name].length >= shortestName &&
    text.includes(name) &&
    (ofOfficials || isAccusedOf(name, text))
  return [...new Set(staff.filter(isOf).map(({ id }) => id))]
}

function isAccusedOf(name: string, text: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (before.test(text.slice(0, at)) || after.test(text.slice(at + name.length))) return true
  return false
}

/** Whether it is somebody of whom it complains. */
export const isAccused = (person: PersonId, { accused }: Pick<Petition, 'accused'>): boolean =>
  accused?.includes(person) ?? false

/** The rulebook as it holds for a petition: whom it complains of counts as away, and others have what would be theirs. */
export function recusing({ accused }: Pick<Petition, 'accused'>, book: Rulebook): Rulebook {
  if (!accused?.length) return book
  const others = (book.away ?? []).filter(({ person }) => !accused.includes(person))
  const recused = accused.map((person) => ({
    ...{ id: `accused/${person}`, person, deputy: null },
    ...({ from: '0001-01-01', until: '9999-12-31' } as const),
  }))
  return { ...book, away: [...others, ...recused] }
}
