import { daysAfter, isLikelyWorkingDay, momentOf } from '../../../domain/deadlines/calendar.ts'
import type { Day } from '../../../domain/deadlines/limit.ts'
import type { Random } from '../../storm/random.ts'
import type { Stage } from '../stage.ts'
import { placeFor } from './places.ts'
import { dangers, endings, openings, quarrels, type Subject, subjects } from './words.ts'

/** Something a resident says by themselves. */
export interface Said {
  readonly at: Date
  readonly who: string
  readonly room: string | null
  readonly text: string
}

/** How many petitions people bring on a day. */
interface Traffic {
  readonly workingDay: number
  readonly dayOff: number
}
const traffic: Traffic = { workingDay: 13, dayOff: 9 }

const quarrelEveryDays = 3
const dangerEveryDays = 7

/** All that residents bring in so many days from `first` on, in its order; the same for the same seed. */
export function diaryOf(first: Day, days: number, stage: Stage, random: Random): Said[] {
  const speakers = speakersOf(stage, random)
  const said: Said[] = []
  for (let i = 0; i < days; i += 1) {
    const day = daysAfter(first, i)
    const works = isLikelyWorkingDay(day, stage.street.book.calendar)
    const count = works ? traffic.workingDay : traffic.dayOff
    for (let n = 0; n < count; n += 1) said.push(about(subjectIn(random), momentIn(day, random)))
    if (i % quarrelEveryDays === 1)
      said.push(privately(random.pick(quarrels), momentIn(day, random)))
    if (i % dangerEveryDays === 3) said.push(danger(random.pick(dangers), momentIn(day, random)))
  }
  return said.sort((a, b) => a.at.getTime() - b.at.getTime())

  function about(subject: Subject, at: Date): Said {
    const { room, here, elsewhere } = placeFor(subject, random)
    const inPrivate = subject.private || random.next() < 0.3
    const words = `${subject.thing}${random.pick(subject.faults)}`
    const text = `${random.pick(openings)}${inPrivate ? elsewhere : here}${words}${random.pick(endings)}`
    return { at, who: speakers.of(room, at), room: inPrivate ? null : room, text }
  }

  function privately(text: string, at: Date): Said {
    const { room } = placeFor({ at: 'said', thing: '', faults: [], weight: 0 }, random)
    return { at, who: speakers.of(room, at), room: null, text }
  }

  function danger(text: string, at: Date): Said {
    const { room, here } = placeFor({ at: 'stair', thing: '', faults: [], weight: 0 }, random)
    return { at, who: speakers.of(room, at), room, text: `${here}${text}` }
  }
}

/** From seven to half past nine at night, most in the morning and after work. */
function momentIn(day: Day, random: Random): Date {
  const hour = random.pick([7, 8, 8, 9, 9, 10, 11, 12, 14, 15, 17, 18, 18, 19, 19, 20, 21])
  const minute = Math.floor(random.next() * (hour === 21 ? 30 : 60))
  return new Date(momentOf(day, '00:00').getTime() + (hour * 60 + minute) * 60_000)
}

function subjectIn(random: Random): Subject {
  const all = subjects.reduce((sum, { weight }) => sum + weight, 0)
  let left = random.next() * all
  for (const subject of subjects) {
    left -= subject.weight
    if (left < 0) return subject
  }
  return random.pick(subjects)
}

/** Of those in a group, who has been silent longest speaks next: nobody brings two things in a breath. */
function speakersOf({ street }: Stage, random: Random) {
  const residents = new Set(street.residents.map(({ account }) => account))
  const spoke = new Map<string, number>()
  return {
    of(room: string, at: Date): string {
      const members = street.members
        .filter((member) => member.room === room && residents.has(member.account))
        .map(({ account }) => account)
      const longest = Math.min(...members.map((account) => spoke.get(account) ?? 0))
      const who = random.pick(members.filter((account) => (spoke.get(account) ?? 0) === longest))
      spoke.set(who, at.getTime())
      return who
    },
  }
}
