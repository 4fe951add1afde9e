import type { Errand } from '../errands/errand.ts'
import { isInHand, type Petition } from '../petition/petition.ts'
import { assessmentPolicyOf } from '../street/policy.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Item } from '../voices/voice.ts'
import { type Assessment, assess } from './assessment.ts'
import { type Figures, figuresOf } from './figures.ts'
import { type Group, type GroupedBy, groupsOf } from './groups.ts'
import { type HeadActivity, headActivity } from './head-activity.ts'
import { before, type Period, type PeriodKind, periodOf } from './period.ts'
import { belongs, belongsThen, type Scope } from './scope.ts'
import { type Story, states } from './story.ts'
import { type Kept, narrowedOnce, storiesAt } from './told.ts'
import { type Warning, warnings } from './warnings.ts'

/** What people hand in (domain: 每天一调度, 每周汇总表, 半月报, 月报, 季度分析). */
export const reportKinds = ['daily', 'weekly', 'register', 'monthly', 'quarterly'] as const
export type ReportKind = (typeof reportKinds)[number]

export const periodKindOf: Readonly<Record<ReportKind, PeriodKind>> = {
  daily: 'day',
  weekly: 'week',
  register: 'half',
  monthly: 'month',
  quarterly: 'quarter',
}

export type ReportForm = 'xlsx' | 'docx'

/** Tables that are handed in are workbooks; what leaders read is a text, too. */
export const formsOf: Readonly<Record<ReportKind, readonly ReportForm[]>> = {
  daily: ['docx'],
  weekly: ['xlsx'],
  register: ['xlsx'],
  monthly: ['docx', 'xlsx'],
  quarterly: ['docx', 'xlsx'],
}

/** Numbers of a part: of a group, or of a shorter period. */
export interface Part<Name> {
  readonly name: Name
  readonly figures: Figures
}

/** All that a report says, before it has words. */
export interface Report {
  readonly kind: ReportKind
  readonly scope: Scope
  readonly period: Period
  /** Up to when things are counted: the end of the period, or the moment of an interim report. */
  readonly asOf: Date
  readonly figures: Figures
  /** The period before, whole. */
  readonly previous: Part<Period>
  readonly groups: readonly { readonly by: GroupedBy; readonly parts: readonly Part<Group>[] }[]
  /** The shorter periods that it is made of; empty where none are shown. */
  readonly course: readonly Part<Period>[]
  readonly assessments: readonly (Part<Group> & { readonly assessment: Assessment })[]
  readonly warnings: readonly Warning[]
  /** By community; only of a month. */
  readonly heads: readonly HeadActivity[]
  /** What was registered, or in somebody's hands there, in the period; as it stood at the end. */
  readonly petitions: readonly Petition[]
  readonly book: Rulebook
  /** What was talked about together in the period; only of a month. */
  readonly items?: readonly Item[]
  /** Only where it is told how often staff were called. */
  readonly pings?: PingFigure
}

/** How often staff were called by what can wait. */
export interface PingFigure {
  /** Who got any. */
  readonly people: number
  readonly messages: number
  /** The most that anybody got in a day, and what the policy gives. */
  readonly most: number
  readonly perDay: number
}

const contents: Readonly<
  Record<
    ReportKind,
    {
      readonly groups: readonly GroupedBy[]
      readonly course: PeriodKind | null
      readonly assesses: boolean
    }
  >
> = {
  daily: { groups: ['place'], course: null, assesses: false },
  weekly: { groups: ['place', 'category'], course: null, assesses: false },
  register: { groups: ['category'], course: null, assesses: false },
  monthly: { groups: ['place', 'department', 'category'], course: 'week', assesses: true },
  quarterly: { groups: ['place', 'department', 'category'], course: 'month', assesses: true },
}

/** Whether a part of a scope is worth a line: something was registered, in hand, or owed to another. */
export const hasAnything = ({ registered, overdue, partsOpen, partsLate }: Figures): boolean =>
  registered.size + (overdue.outOf?.length ?? 0) + partsOpen.size + partsLate.size > 0

/** The facts of a report at a moment: of a period that is not over, those up to now. */
export function reportOf(
  kind: ReportKind,
  scope: Scope,
  period: Period,
  kept: readonly Kept[],
  now: Date,
  book: Rulebook,
  errands: readonly Errand[] = [],
): Report {
  const asOf = now < period.until ? now : period.until
  const { groups, course, assesses } = contents[kind]
  const stories = storiesAt(kept, asOf)
  const span = { from: period.from, until: asOf }
  const near = narrowedOnce(stories, book)
  const of = (part: Scope) => figuresOf({ stories, span, scope: part, book }, near(part))
  const grouped = groups.map((by) => ({
    by,
    parts: groupsOf(scope, by, book)
      .map((name) => ({ name, figures: of(name.scope) }))
      .filter(({ figures }) => hasAnything(figures)),
  }))
  const last = before(period)
  const during = (part: Period) => {
    const then = storiesAt(kept, part.until)
    return figuresOf({ stories: then, span: part, scope, book }, narrowedOnce(then, book)(scope))
  }
  return {
    ...{ kind, scope, period, asOf, book },
    figures: of(scope),
    previous: { name: last, figures: during(last) },
    groups: grouped,
    course:
      course === null
        ? []
        : partsOf(period, course, asOf).map((name) => ({ name, figures: during(name) })),
    assessments: !assesses
      ? []
      : grouped
          .filter(({ by }) => by !== 'category')
          .flatMap(({ parts }) => parts)
          .filter(({ name }) => name.name.kind !== 'unplaced')
          .map((part) => ({
            ...part,
            assessment: assess(part.figures, assessmentPolicyOf(book.policies)),
          })),
    warnings: warnings(
      near(scope)
        .filter((story) => belongs(story, scope, book))
        .map(({ petition }) => petition),
      asOf,
      book,
    ),
    heads: kind === 'monthly' ? headActivity({ stories, errands, span, scope, book }) : [],
    petitions: near(scope)
      .filter((story) => isOf(story, scope, span.from, asOf, book))
      .map(({ petition }) => petition)
      .sort((a, b) => a.number - b.number),
  }
}

/** The shorter periods that begin inside a longer one and have begun by now, cut off at its ends. */
function partsOf({ from, until }: Period, kind: PeriodKind, asOf: Date): Period[] {
  const parts: Period[] = []
  for (let at = from; at < asOf && at < until; ) {
    const whole = periodOf(kind, at)
    const ends = [whole.until, until, asOf].sort((a, b) => a.getTime() - b.getTime())[0] ?? until
    parts.push({ ...whole, from: at, until: ends })
    at = whole.until
  }
  return parts
}

const isOf = (story: Story, scope: Scope, from: Date, asOf: Date, book: Rulebook): boolean =>
  (story.petition.registeredAt >= from && belongs(story, scope, book)) ||
  states(story, asOf).some(
    (state) =>
      (isInHand(state.petition) || state.petition.status === 'received') &&
      state.until > from &&
      (scope.department === undefined || isInHand(state.petition)) &&
      belongsThen(state.petition, story, scope, book),
  )
