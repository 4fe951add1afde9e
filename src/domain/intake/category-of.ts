import { type CategoryCode, categoryCode } from '../ids.ts'
import { classify } from './classify.ts'
import { type Draft, statementOf } from './draft.ts'
import { filedUnder } from './filed-under.ts'
import type { Danger, Field } from './matter.ts'
import type { Understanding } from './understanding.ts'
import type { Verdict } from './verdict.ts'

/** Which categories a danger can be of; the first stands in where the words say none of them. */
const categoriesOf: Readonly<Record<Danger, readonly string[]>> = {
  gas: ['0803'],
  fire: ['0804'],
  lift: ['0805'],
  fight: ['0808', '0902', '0901'],
  suicide: ['0812'],
  child: ['0812', '0805'],
  medical: ['0812', '0809', '0805'],
  electric: ['0202', '0812'],
  water: ['0812', '0104'],
}

const weight = { own: 0.4, everything: 0.5, statement: 0.1 } as const

/** An open well is a matter of the well, although a child is in danger. */
const codesOf = (danger: Danger, text: string): readonly string[] =>
  danger === 'child' && /井|坑|盖/.test(text) ? ['0102', '0812'] : categoriesOf[danger]

/**
 * The category of all the reporter's words together and of what others add, leaning a little on the statement itself;
 * a danger decides by itself, and after it whoever names a category. Measured on conversations of six authors: the
 * statement alone .70, the reporter's words .81, with what others add .85.
 */
export function categoryOf(
  draft: Draft,
  own: string,
  everything: string,
  danger: Danger | null,
  u: Understanding,
): Field<CategoryCode> {
  const filed = draft.said.flatMap(({ raw }) => filedUnder(raw, u.book.categories) ?? [])[0]
  if (filed && danger === null) return { value: filed.code, confidence: 1, because: '本人注明类别' }
  const scores = new Map<string, number>()
  const vote = ({ categories }: Verdict, weight: number) => {
    for (const { code, p } of categories) {
      const calm = danger === null && policyOf(code, u) === 'emergency'
      scores.set(code, (scores.get(code) ?? 0) + (weight * p) / (calm ? 3 : 1))
    }
  }
  const statement = statementOf(draft)
  const whole = draft.said.length > 1 ? classify(own, u.model) : statement.verdict
  vote(whole, weight.own)
  vote(draft.added.length > 0 ? classify(everything, u.model) : whole, weight.everything)
  vote(statement.verdict, weight.statement)
  const ranked = [...scores]
    .filter(([code]) => policyOf(code, u) !== undefined)
    .sort(([, a], [, b]) => b - a)
  const allowed = danger ? codesOf(danger, own) : null
  const best = allowed ? ranked.find(([code, p]) => allowed.includes(code) && p > 0.6) : ranked[0]
  if (best) {
    return {
      value: categoryCode(best[0]),
      confidence: Math.min(1, best[1]),
      /** Costs as much as the verdict itself: only for who asks. */
      get because() {
        return statement.verdict.because
      },
    }
  }
  const fallback = allowed?.find((code) => policyOf(code, u) !== undefined) ?? '1901'
  return danger
    ? { value: categoryCode(fallback), confidence: 0.8, because: `险情：${danger}` }
    : { value: categoryCode(fallback), confidence: 0.2, because: '看不出类别' }
}

/** What a village has instead of a town's things: its roads are 农村道路, not 道路破损. */
const inVillages: Readonly<Record<string, string>> = { '0103': '1302' }

/** The category that the same thing has in a village; the same where the rulebook makes no difference. */
export function asInVillage(category: Field<CategoryCode>, u: Understanding): Field<CategoryCode> {
  const code = inVillages[category.value]
  if (code === undefined || policyOf(code, u) === undefined) return category
  return { ...category, value: categoryCode(code), because: `${category.because} 在村里` }
}

type Categories = Understanding['book']['categories']

/** The policy of a category; undefined where the rulebook has no such category. */
function policyOf(code: string, { book: { categories } }: Understanding): string | undefined {
  const known = policies.get(categories) ?? policiesOf(categories)
  return known.get(code)
}

/** By rulebook: it is asked a dozen times a matter. */
const policies = new WeakMap<Categories, ReadonlyMap<string, string>>()

function policiesOf(categories: Categories): ReadonlyMap<string, string> {
  const byCode = new Map<string, string>()
  for (const { code, policy } of categories) if (!byCode.has(code)) byCode.set(code, policy)
  policies.set(categories, byCode)
  return byCode
}
