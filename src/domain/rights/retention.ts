import type { Limit } from '../deadlines/limit.ts'

/**
 * Everything that holds something of people, by how long it is kept:
 * `chatter` what was said and led to nothing · `inbox` messages that belong to petitions which are over, and those that
 * could not be read · `media` pictures and voices that nothing refers to any more · `letters` what was said to people ·
 * `closedPetitions` who and what stands behind a petition that is over · `reveals` who learnt who somebody is ·
 * `accounts` codes, misses and merges of accounts · `people` those with no petition who were silent for so long.
 */
export const recordClasses = [
  'chatter',
  'inbox',
  'media',
  'letters',
  'closedPetitions',
  'reveals',
  'accounts',
  'people',
] as const
export type RecordClass = (typeof recordClasses)[number]

/** How long records of a class are kept after they are done with, and where that is written. */
export interface Keep {
  readonly for: Limit & { readonly unit: 'days' }
  readonly source: string
}
export type RetentionPolicy = Readonly<Record<RecordClass, Keep>>

const days = (amount: number, source: string): Keep => ({ for: { amount, unit: 'days' }, source })

const shortest = '《个人信息保护法》第19条（保存期限为实现目的所必要的最短时间）'

/**
 * Also that of rulebooks which were kept before there was any. No law found names a number for petitions of a street
 * office: those are local policy, except that records of how personal data was handled are kept three years (Art. 56).
 */
const usual: RetentionPolicy = {
  chatter: days(1, shortest),
  inbox: days(180, shortest),
  media: days(7, shortest),
  letters: days(180, shortest),
  closedPetitions: days(1095, '本街道诉求档案保存规定（本地规定，三年）'),
  reveals: days(1095, '《个人信息保护法》第54、56条（处理情况记录至少保存三年）'),
  accounts: days(30, shortest),
  people: days(365, shortest),
}

export const retentionOf = ({
  retention,
}: {
  readonly retention?: Partial<RetentionPolicy>
}): RetentionPolicy => ({
  ...usual,
  ...retention,
})

const dayMs = 24 * 3_600_000

/** Records of a class that are older are over. */
export const keptSince = (keep: Keep, now: Date): Date =>
  new Date(now.getTime() - keep.for.amount * dayMs)

/** Until when something is kept that was done with at a moment. */
export const keptUntil = (keep: Keep, doneAt: Date): Date =>
  new Date(doneAt.getTime() + keep.for.amount * dayMs)
