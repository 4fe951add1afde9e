import { dayOf, endOf } from '../deadlines/calendar.ts'
import { actingFor } from '../people/at-work.ts'
import { rolesAbove, type Staff } from '../people/roles.ts'
import { openParts } from '../petition/joint/joint-work.ts'
import { households, isInHand, isOpen, type Petition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { mayEnter } from './areas.ts'
import { deskKey, isPetitioner, isTheirs, liesIn, lookWithin, type Scope } from './scope.ts'

/**
 * What the queue is looked at by:
 * `dispatch` 待派单 · `decide` 待审批 · `mine` 我的 · `unit` 本辖区 · `late` 超期 · `today` 今天到期 · `rate` 待评价 · `hot` 热点 · `all` 全部.
 */
export const tabs = [
  'dispatch',
  'decide',
  'mine',
  'unit',
  'late',
  'today',
  'rate',
  'hot',
  'all',
] as const
export type Tab = (typeof tabs)[number]

/** So many households make a petition hot by itself (同一诉求 3 户以上); the database's `crowded` says so, too. */
const hotHouseholds = 3

/** Somebody looks at the queue at a moment. */
export interface QueueViewer {
  readonly scope: Scope
  readonly now: Date
  /** Numbers of the petitions of bursts that last. */
  readonly hot: readonly number[]
  /** Numbers of the petitions of which something waits for their word: a decision (`toDecide`), of heads an answer (`wantedOf`). */
  readonly deciding: readonly number[]
}

/** What each office gets to see, what it opens first at the front; who stands in for one above decides in its place. */
export function tabsOf(staff: Staff, book: Rulebook): readonly Tab[] {
  const { role } = staff
  const standIn = mayDecide(staff, book) ? (['decide'] as const) : []
  switch (role) {
    case 'household_head':
      return ['mine', 'decide', 'rate', 'all']
    case 'department_officer':
    case 'mediator':
      return ['mine', ...standIn, 'late', 'today', 'rate', 'all']
    case 'grid_worker':
      return ['mine', ...standIn, 'unit', 'late', 'today', 'rate', 'hot', 'all']
    default:
      return [
        ...(mayEnter(role, 'dispatch') ? (['dispatch'] as const) : []),
        ...(['unit', 'decide', 'mine', 'late', 'today', 'rate', 'hot', 'all'] as const),
      ]
  }
}

/** Whether they hold an office above, or stand in for who does: others never have anything to decide. */
export const mayDecide = (staff: Staff, book: Rulebook): boolean =>
  [staff, ...actingFor(staff.id, book)].some(({ role }) =>
    rolesAbove.some((above) => above === role),
  )

/** Tabs in which over ones stand, too: a head is asked to look at what was rated and closed meanwhile. */
const alsoOver: readonly Tab[] = ['all', 'decide']

/** Whether something can still become of it: the other tabs hold only such. */
const isLive = (petition: Petition): boolean => isOpen(petition) || petition.status === 'resolved'

/** Whether a petition stands in a tab of somebody; never one that they may not see. */
export function isIn(
  tab: Tab,
  petition: Petition,
  { scope, now, hot, deciding }: QueueViewer,
): boolean {
  if (lookWithin(petition, scope) === 'none') return false
  if (!alsoOver.includes(tab) && !isLive(petition)) return false
  switch (tab) {
    case 'all':
      return true
    case 'mine':
      return isOwed(petition, scope) || isPetitioner(petition, scope)
    case 'unit':
      return isOpen(petition) && liesIn(petition, scope.own)
    case 'dispatch':
      return waitsForDispatch(petition, scope)
    case 'decide':
      return deciding.includes(petition.number)
    case 'late':
      return isInHand(petition) && petition.resolveDueAt < now
    case 'today':
      return (
        isInHand(petition) &&
        petition.resolveDueAt >= now &&
        petition.resolveDueAt <= endOf(dayOf(now))
      )
    case 'rate':
      return petition.status === 'resolved'
    case 'hot':
      return (
        isOpen(petition) && (hot.includes(petition.number) || households(petition) >= hotHouseholds)
      )
  }
}

/** In their hands, or a part of it is still owed by them. */
const isOwed = (petition: Petition, scope: Scope): boolean =>
  isInHand(petition) &&
  (isTheirs(petition, scope) ||
    openParts(petition.joint).some(({ to }) => scope.partDesks.includes(deskKey(to))))

/** Nobody knows where it belongs, or it came back to their own desk (not to a grid or department). */
const waitsForDispatch = (petition: Petition, scope: Scope): boolean =>
  petition.status === 'received'
    ? liesIn(petition, scope.full)
    : petition.status === 'dispatched' &&
      petition.returns > 0 &&
      (petition.to.kind === 'community' || petition.to.kind === 'street') &&
      isTheirs(petition, scope)

/** By when something is due next, or else since when it waits: what is due first comes first. */
export function dueFirst(petition: Petition): Date {
  if (petition.status === 'dispatched') return petition.acceptDueAt
  return petition.status === 'handling' ? petition.resolveDueAt : petition.registeredAt
}
