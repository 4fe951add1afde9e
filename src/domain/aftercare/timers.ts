import { deadline } from '../deadlines/deadline.ts'
import { afterQuietHours } from '../deadlines/quiet-hours.ts'
import type { Petition } from '../petition/petition.ts'
import type { Timer } from '../petition/timer.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { callBackReason, callerFor } from './call-back.ts'
import { askedWhetherItLasts } from './lasting.ts'
import { aftercareOf } from './policy.ts'

/** What the clock has still to do about a closed petition: give out a call, remind of it, ask whether it lasts. */
export function aftercareTimers(
  petition: Extract<Petition, { status: 'closed' }>,
  book: Rulebook,
): readonly Timer[] {
  const { callBack, lasting, closedAt, reopenings } = petition
  const { quietHours, officeHours } = book.policies
  const policy = aftercareOf(book.policies)
  const timer = (key: string, dueAt: Date, kind: StepOfClock): Timer => ({
    key: `${reopenings}/${key}`,
    dueAt: afterQuietHours(dueAt, quietHours),
    command: { kind: 'followUp', step: { kind } },
  })
  const lastsAt = deadline(policy.lasting.after, closedAt, officeHours, book.calendar).at
  return [
    ...(!callBack && callBackReason(petition, book) && callerFor(petition, book)
      ? [timer('callback', closedAt, 'askCallBack')]
      : []),
    ...(callBack && !callBack.answer
      ? [timer('callback/remind', callBack.dueAt, 'remindCallBack')]
      : []),
    ...(!lasting && askedWhetherItLasts(petition, book).length > 0
      ? [timer('lasting', lastsAt, 'askLasting')]
      : []),
  ]
}

type StepOfClock = 'askCallBack' | 'remindCallBack' | 'askLasting'
