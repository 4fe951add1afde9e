import { dayOf, daysAfter, momentOf } from '../../../domain/deadlines/calendar.ts'
import { isInHand } from '../../../domain/petition/petition.ts'
import type { Entry } from '../../../flows/ports.ts'
import { writeOwedReports } from '../../../write-reports.ts'
import { randomFrom } from '../../storm/random.ts'
import type { Stage } from '../stage.ts'
import { utter } from '../utter.ts'
import { agenda } from './agenda.ts'
import { diaryOf } from './diary.ts'
import type { Play } from './play.ts'
import { judge, wait } from './residents.ts'
import { decide, handle } from './staff.ts'

const seed = 20_260_901
const nobody = { called: new Map(), numbers: new Map() }

/**
 * Plays so many days, from the first that the stage's clock shows: what residents bring by a diary, and what staff and
 * petitioners then do, each in their own manner. The same every time. After each day its reports are written into the
 * folder, as the product does by itself. `tick` after each day.
 */
export async function playDays(
  days: number,
  stage: Stage,
  folder: string,
  tick: (day: number) => void = () => {},
): Promise<string[]> {
  const random = randomFrom(seed)
  const play: Play = { stage, random, agenda: agenda() }
  const first = dayOf(stage.clock())
  for (const { at, who, room, text } of diaryOf(first, days, stage, random))
    play.agenda.add(at, () => ({ who, room, says: text }))
  const files: string[] = []
  let seen = 0
  const react = () => {
    for (const entry of stage.entries.slice(seen)) reactTo(entry, play)
    seen = stage.entries.length
  }
  for (let i = 1; i <= days; i += 1) {
    const midnight = momentOf(daysAfter(first, i), '00:00')
    for (let due = play.agenda.next(midnight); due; due = play.agenda.next(midnight)) {
      if (due.at > stage.clock()) await stage.time.moveTo(due.at)
      for (const act of due.acts) {
        const said = await act()
        if (said) await utter(said, nobody, stage)
      }
      await stage.work.settle()
      react()
    }
    await stage.time.moveTo(new Date(midnight.getTime() + 10 * 60_000))
    react()
    files.push(...(await writeOwedReports(stage.desk, folder)))
    tick(i)
  }
  return files
}

/** What people do about something that happened. */
function reactTo({ petition, events }: Entry, play: Play): void {
  if (!petition) return
  if (
    isInHand(petition) &&
    petition.status === 'dispatched' &&
    isSent(petition.dispatchedAt, events)
  )
    handle(petition, play)
  for (const { kind } of events) {
    if (kind === 'registered') wait(petition, play)
    if (kind === 'resolved') judge(petition, play)
    if (kind === 'extensionAsked' && isInHand(petition)) decide(petition, play)
  }
}

/** Whether one of the events sent it where it is now. */
const isSent = (dispatchedAt: Date, events: Entry['events']): boolean =>
  events.some(({ at }) => at.getTime() === dispatchedAt.getTime())
