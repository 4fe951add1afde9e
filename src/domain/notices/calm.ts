import { nextDigest } from '../deadlines/rounds.ts'
import type { PersonId } from '../ids.ts'
import { pingPolicyOf } from '../street/pressing-policy.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { AddressedNotice, Notice } from './notice.ts'

/** Where a notice stands in a digest, the most pressing first. */
export const sections = ['late', 'due', 'new', 'news'] as const
export type Section = (typeof sections)[number]

/** What petitioners hear, be they staff or not: no part of the office's news. */
const toPetitioners: ReadonlySet<Notice['kind']> = new Set([
  'registered',
  'placeAsked',
  'supplemented',
  'joined',
  'unjoined',
  'amended',
  'withdrawn',
  'merged',
  'unmerged',
  'keptApart',
  'dismissed',
  'redirected',
  'dispatched',
  'accepted',
  'moved',
  'noted',
  'helpSought',
  'jointBegun',
  'extended',
  'interimAnswered',
  'interimMissed',
  'resolved',
  'ratingReminded',
  'rated',
  'reopened',
  'closedUnrated',
  'urged',
  'urgedAlready',
  'mediationOffered',
  'mediationConsented',
  'mediationAppointed',
  'mediationToday',
  'mediationSettled',
  'mediationFailed',
  'mediationMoved',
  'mediationLasts',
  'mediationConfirmable',
  'consentAsked',
  'consentKept',
  'checkTaken',
  'doubtTold',
  'lastingAsked',
  'lastingTaken',
  'errandKept',
  'errandTaken',
  'errandPassed',
  'errandReported',
  'errandMoney',
  'errandOrPetition',
])

const pressing: Readonly<Partial<Record<Notice['kind'], Section>>> = {
  escalated: 'late',
  interimOverdue: 'late',
  stuck: 'late',
  partEscalated: 'late',
  reminded: 'due',
  interimDue: 'due',
  partReminded: 'due',
  itemOutcomeAsked: 'due',
  callOpen: 'due',
  mediationLate: 'late',
  mediationBroken: 'late',
  mediationDue: 'due',
  mediationOutcomeAsked: 'due',
  task: 'new',
  partTask: 'new',
  reopenedAbove: 'new',
  helpAsked: 'new',
  extensionAsked: 'new',
  decisionWaiting: 'new',
  personWanted: 'new',
  mediationAnswered: 'new',
  errandTask: 'new',
  errandWork: 'new',
}

/** What staff need not act on at once: told with the next digest. */
const routine: ReadonlySet<Notice['kind']> = new Set([
  'reminded',
  'partReminded',
  'taskRated',
  'taskUrged',
  'taskCorrected',
  'reportReady',
  'headTermEnds',
  'headsMonth',
  'announcementStanding',
  'pollStanding',
  'itemProposed',
  'errandThanked',
])

/** Answers, alarms and what is said to groups: never part of a digest. */
const saidAlone: ReadonlySet<Notice['kind']> = new Set([
  ...toPetitioners,
  'senseAsked',
  'questionAnswered',
  'wordsAsked',
  'pictureLost',
  'notRegistered',
  'status',
  'emergency',
  'help',
  'handedOver',
  'roomUnbound',
  'unreadable',
  'bindingCode',
  'binding',
  'signInLink',
  'signIn',
  'proposalDecided',
  'proposalNotDecided',
  'groupRegistered',
  'groupPlaceAsked',
  'groupPrivately',
  'groupQuestionAnswered',
  'privateWanted',
  'welcome',
  'repeatWanted',
  'alarm',
  'mediationMajor',
  'mediationDone',
  'mediationAsked',
  'tasks',
  'done',
  'categoryAsked',
  'whichTask',
  'askReason',
  'refused',
  'onDuty',
  'overdue',
  'absenceKept',
  'absenceUnclear',
  'absenceEnded',
  'announcement',
  'poll',
  'pollResult',
  'pollAnswered',
  'announcementHeard',
  'voiceDrafted',
  'voiceDropped',
  'voicePosted',
  'voiceRepeated',
  'voiceRefused',
  'itemDecided',
  'itemKept',
  'items',
  'errandDone',
  'errandRefused',
])

/** What may stand in a digest. */
export const isOfficeNews = ({ kind }: Notice): boolean => !saidAlone.has(kind)

export const sectionOf = ({ kind }: Notice): Section => pressing[kind] ?? 'news'

/** Whether it goes to a member of staff as such, and can wait: it counts against the pings of the day. */
export const isCalm = ({ to, notice, haste }: AddressedNotice, book: Rulebook): boolean =>
  haste === 'news' && to.kind === 'person' && isOffice(to.person, notice, book)

/** Whether somebody is told as a member of staff; those whose matter it is, may be staff, too. */
export const isOffice = (person: PersonId, { kind }: Notice, { staff }: Rulebook) =>
  !toPetitioners.has(kind) && staff.some(({ id }) => id === person)

/** When a calm notice written at `at` is told; what would come too late in the next digest does not wait for it. */
export function tellCalmAt(notice: Notice, at: Date, { policies }: Rulebook): Date {
  const digest = nextDigest(at, pingPolicyOf(policies))
  const isTooLate = digest && 'dueAt' in notice && notice.dueAt != null && notice.dueAt <= digest
  return digest && routine.has(notice.kind) && !isTooLate ? digest : at
}
