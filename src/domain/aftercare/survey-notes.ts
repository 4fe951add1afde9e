import { deadline } from '../deadlines/deadline.ts'
import type { Limit } from '../deadlines/limit.ts'
import type { Petition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { aftercareOf } from './policy.ts'

/** Whether a handler's word to the petitioners falls into the survey, which is open and young. */
export const fallsIntoSurvey = (petition: Petition, at: Date, book: Rulebook): boolean =>
  petition.status === 'resolved' &&
  at <= after(aftercareOf(book.policies).noteWithin, petition.resolvedAt, book)

/** Whether it came just before the result, with which the survey goes out. */
export const cameJustBefore = (petition: Petition, at: Date, book: Rulebook): boolean =>
  'notedAt' in petition &&
  petition.notedAt !== undefined &&
  at <= after(aftercareOf(book.policies).noteBefore, petition.notedAt, book)

const after = (limit: Limit, from: Date, { policies, calendar }: Rulebook): Date =>
  deadline(limit, from, policies.officeHours, calendar).at
