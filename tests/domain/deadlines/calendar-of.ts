import type { Calendar } from '../../../src/domain/deadlines/limit.ts'

/** What was published for 2026, weekdays off and make-up days only; 2027 is not loaded. */
export const calendar: Calendar = {
  years: [2026],
  holidays: [
    ...(['2026-01-01', '2026-01-02'] as const),
    ...(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'] as const),
    '2026-02-23',
    '2026-04-06',
    ...(['2026-05-01', '2026-05-04', '2026-05-05'] as const),
    '2026-06-19',
    '2026-09-25',
    ...(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'] as const),
  ],
  makeUpDays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
}

/** A moment in Beijing, `2026-09-28 09:00`. */
export const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}+08:00`)

/** A moment as people in Beijing write it, to the minute. */
export const written = (moment: Date): string =>
  new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
