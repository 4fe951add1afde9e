/** What was looked at, how it is, and what to do about it. Never with a secret or anybody's words. */
export interface Examined {
  /** `数据库`. */
  readonly what: string
  /** `doubtful`: works, but somebody should look. */
  readonly verdict: 'good' | 'doubtful' | 'bad'
  readonly says: string
  /** What to do, in plain words; null: nothing. */
  readonly toDo: string | null
}

/** Before the first start: looking makes nothing. */
export const noDataYet = '还没有数据，第一次启动时会建'

export const good = (what: string, says: string): Examined => ({
  ...{ what, says },
  ...{ verdict: 'good', toDo: null },
})

export const doubtful = (what: string, says: string, toDo: string): Examined => ({
  ...{ what, says, toDo },
  verdict: 'doubtful',
})

export const bad = (what: string, says: string, toDo: string): Examined => ({
  ...{ what, says, toDo },
  verdict: 'bad',
})

const marks = { good: '✓', doubtful: '!', bad: '✗' } as const

/** One line for each, and one below it for what there is to do. */
export const linesOf = (examined: readonly Examined[]): string[] =>
  examined.flatMap(({ what, verdict, says, toDo }) => [
    `${marks[verdict]} ${what}：${says}`,
    ...(toDo === null ? [] : [`    → ${toDo}`]),
  ])

export function summaryOf(examined: readonly Examined[]): string {
  const count = (wanted: Examined['verdict']) =>
    examined.filter(({ verdict }) => verdict === wanted).length
  return `${count('good')} 项正常，${count('doubtful')} 项要留意，${count('bad')} 项有问题 [good, doubtful, bad]`
}
