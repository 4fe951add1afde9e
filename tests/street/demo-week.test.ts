import { describe, expect, test } from 'vitest'
import { readStreet } from '../../db/street/read-street.ts'
import { type PetitionName, petitionNames, type Scene } from '../../src/cli/demo-week/scene.ts'
import { weekOutcomes as outcomes, week, weekEndsAt } from '../../src/cli/demo-week/week.ts'
import { dayOf } from '../../src/domain/deadlines/calendar.ts'
import { deadline } from '../../src/domain/deadlines/deadline.ts'
import { sampleStreet } from './street-files.ts'

const read = await readStreet(sampleStreet)
if (!read.ok) throw new Error('the sample street has faults')
const { book, residents, members } = read.value

const at = (text: string) => new Date(`${text.replace(' ', 'T')}+08:00`)
const starts = (scene: Scene) => scene.expect === 'register' || scene.expect === 'askPlace'
const wordsOf = ({ says }: Scene): string =>
  typeof says === 'string' ? says : 'voice' in says ? says.voice : ''
const scenesOf = (name: PetitionName) => week.filter(({ about }) => about === name)
const numbersIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)

describe('the week', () => {
  test('is as full as a week of a street', () => {
    const said = week.filter(({ says }) => typeof says === 'string' || 'voice' in says)
    expect(said.length).toBeGreaterThanOrEqual(70)
    expect(new Set(week.map(({ who }) => who)).size).toBeGreaterThanOrEqual(25)
    const rooms = new Set(week.map(({ where }) => where))
    expect(rooms.has('dm')).toBe(true)
    expect(rooms.size - 1).toBeGreaterThanOrEqual(6)
    expect(petitionNames.length).toBeGreaterThanOrEqual(12)
    const silent = week.filter(({ expect: follows }) => follows === 'silence')
    expect(silent.length / week.length).toBeGreaterThan(0.3)
  })

  test('is told in order, from Monday to Sunday', () => {
    const moments = week.map((scene) => scene.at)
    for (const moment of moments) expect(moment).toMatch(/^2026-02-\d\d [0-2]\d:[0-5]\d$/)
    expect(moments).toEqual([...moments].sort())
    expect(moments[0]?.slice(0, 10)).toBe('2026-02-09')
    expect(at(moments.at(-1) ?? '').getTime()).toBeLessThan(at(weekEndsAt).getTime())
  })

  test('is played by people of the sample street, in groups they are in', () => {
    const accounts = new Set([
      ...residents.map(({ account }) => account),
      ...book.staff.map((staff) => staff.accounts.wechat),
    ])
    const strangers = week.filter(({ who, where }) =>
      where === 'dm'
        ? !accounts.has(who)
        : !members.some(({ room, account }) => room === where && account === who),
    )
    expect(strangers).toEqual([])
  })

  test('quotes and takes back only what was said before, in the same chat', () => {
    const lost = week.filter(({ quotes, says, where }, i) => {
      const wanted = quotes ?? (typeof says === 'object' && 'recalls' in says ? says.recalls : null)
      return (
        wanted !== null && !week.slice(0, i).some((s) => s.called === wanted && s.where === where)
      )
    })
    expect(lost).toEqual([])
    expect(week.some(({ quotes }) => quotes)).toBe(true)
  })

  test('tells every branch of the loop', () => {
    const steps = new Set(week.map(({ expect: follows }) => follows))
    const branches: Scene['expect'][] = [
      ...([
        'askPlace',
        'tellStatus',
        'listTasks',
        'answer',
        'help',
        'join',
        'unjoin',
        'supplement',
      ] as const),
      ...(['amend', 'withdraw', 'urge', 'rate', 'accept', 'return', 'transfer'] as const),
      ...(['askHelp', 'askExtension', 'note', 'resolve'] as const),
    ]
    expect(branches.filter((branch) => !steps.has(branch))).toEqual([])
    const ends = new Set(Object.values(outcomes).map((outcome) => outcome.ends))
    expect(ends.size).toBe(6)
  })
})

describe.each(petitionNames)('the petition %s', (name) => {
  const scenes = scenesOf(name)
  const outcome = outcomes[name]
  const count = (step: Scene['expect']) => scenes.filter((s) => s.expect === step).length

  test('begins once, and is not spoken of before', () => {
    expect(scenes.filter(starts)).toHaveLength(1)
    expect(scenes.findIndex(starts)).toBe(0)
    const first = week.indexOf(scenes[0] as Scene)
    const tooEarly = week.slice(0, first + 1).filter((s) => numbersIn(wordsOf(s)).includes(name))
    expect(tooEarly).toEqual([])
  })

  test('is called by its own number', () => {
    for (const scene of scenes)
      for (const number of numbersIn(wordsOf(scene))) expect(number).toBe(name)
  })

  test('has a category of the street, and goes where the catalogue or the staff send it', () => {
    const category = book.categories.find(({ code }) => code === outcome.category)
    const codes = [...book.units, ...book.departments].map(({ code }) => code as string)
    expect(category).toBeDefined()
    if (outcome.to !== null) expect(codes).toContain(outcome.to)
    const departmental = book.departments.some(({ code }) => code === category?.leadHandler)
    if (departmental && count('transfer') === 0 && outcome.to !== null)
      expect(outcome.to).toBe(category?.leadHandler)
  })

  test('ends as its scenes make it end', () => {
    expect(outcome.households).toBe(1 + count('join') - count('unjoin'))
    const rated = new Set(scenes.filter((s) => s.expect === 'rate').map(({ who }) => who))
    const resolutions = count('resolve')
    const ends = {
      closedRated: resolutions > outcome.reopenings && rated.size === outcome.households,
      closedUnrated: resolutions === 1 && rated.size === 0,
      resolved: resolutions === 1 && rated.size === 0,
      handling: resolutions === 0 && count('accept') > 0,
      dispatched: resolutions === 0 && count('accept') === 0,
      withdrawn: count('withdraw') === 1,
    }
    expect(ends[outcome.ends]).toBe(true)
  })

  test('is due as the policy and the calendar say', () => {
    const category = book.categories.find(({ code }) => code === outcome.category)
    const policy = book.policies.byName[category?.policy ?? '']
    const complaint = scenes.findLast(
      ({ expect: follows, says }) =>
        follows === 'rate' && wordsOf({ says } as Scene).includes('没解决'),
    )
    const sent = outcome.reopenings > 0 ? complaint : placedAt(scenes)
    if (!policy || !sent) throw new Error(`${name} is never sent anywhere`)
    const { officeHours } = book.policies
    const due = deadline(policy.resolve, at(sent.at), officeHours, book.calendar)
    expect(dayOf(due.at)).toBe(outcome.due)
    const resolved = scenes.findLast(({ expect: follows }) => follows === 'resolve')
    if (resolved) expect(at(resolved.at) > due.at).toBe(outcome.overdue)
  })
})

/** The scene from which limits run: the first, or the answer to "where is it?". */
const placedAt = (scenes: readonly Scene[]) =>
  scenes[0]?.expect === 'askPlace' ? scenes.find((s) => s.expect === 'amend') : scenes[0]
