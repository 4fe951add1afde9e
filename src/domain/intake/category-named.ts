import type { Category, Rulebook } from '../street/rulebook.ts'
import { classify } from './classify.ts'
import type { Understanding } from './understanding.ts'

/** The category that staff name: the one they mean, or those that may be meant, the nearest first. */
export type CategoryNamed =
  | { readonly kind: 'one'; readonly category: Category; readonly exactly: boolean }
  | { readonly kind: 'several'; readonly choices: readonly Category[] }
  /** Sounds like none; `choices` are guesses. */
  | { readonly kind: 'none'; readonly choices: readonly Category[] }

const mostChoices = 5

/** Looks a category up by code, by name (`楼道照明`), with its first level (`物业服务·楼道照明`), or by part of its name. */
export function categoryNamed(said: string, u: Understanding): CategoryNamed {
  const { categories } = u.book
  const name = nameIn(said)
  const code = /(?<!\d)\d{4}(?!\d)/.exec(said)?.[0]
  const exact =
    categories.find((c) => c.code === code) ??
    categories.find(({ level1, level2 }) => [level2, level1 + level2].includes(name))
  if (exact) return { kind: 'one', category: exact, exactly: true }
  const ofLevel = categories.filter(({ level1 }) => level1 === name)
  const [only, ...more] =
    ofLevel.length > 0 || name.length < 2
      ? ofLevel
      : categories.filter(({ level2 }) => level2.includes(name) || name.includes(level2))
  if (only && more.length === 0) return { kind: 'one', category: only, exactly: false }
  if (only) return { kind: 'several', choices: [only, ...more].slice(0, mostChoices) }
  return { kind: 'none', choices: guesses(name, u) }
}

const separators = /[\s·・•/、\-—>:：()（）“”"「」]/g
const tails = /(?:这(?:一|个)?类|的问题|的事|问题|类别|类的?|才对|吧|啊|哈|呀|了|的)+$/

const nameIn = (said: string): string =>
  said
    .replace(/[,，。.!！;；~]+$/, '')
    .trim()
    .replace(tails, '')
    .replace(separators, '')

/** By what the words are about, then by characters shared. */
function guesses(name: string, u: Understanding): Category[] {
  const likely = classify(name, u.model).categories.flatMap(({ code, p }) =>
    p < 0.1 ? [] : u.book.categories.filter((c) => c.code === code),
  )
  const alike = u.book.categories
    .map((category) => ({ category, shared: sharedWith(name, category) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .map(({ category }) => category)
  return [...new Set([...likely, ...alike, ...others(u.book)])].slice(0, 3)
}

const sharedWith = (name: string, { level2 }: Category): number =>
  [...new Set(name)].filter((character) => level2.includes(character)).length / level2.length

/** 其他诉求, for what is like nothing. */
const others = ({ categories }: Rulebook): Category[] =>
  categories.filter(({ code }) => code === '1901')
