import { expect, test } from 'vitest'
import { roomId } from '../../src/domain/ids.ts'
import { noticesFor } from '../../src/domain/notices/notices-for.ts'
import { registeredNotices } from '../../src/domain/notices/registered-notices.ts'
import { moment } from '../../src/texts/moments.ts'
import { say, sayAll } from '../../src/texts/say.ts'
import { aBook, anAcceptedNotice, aPetition, at } from '../support/builders.ts'

const room = roomId('room-xf-1')

test('a group hears one short line without door, name or quarrel', () => {
  const notices = registeredNotices(aPetition('dispatched'), { room, asksPlace: false }, aBook())
  expect(notices).toHaveLength(1)
  const text = say(notices[0]?.notice ?? { kind: 'help' })
  expect(text).toMatchInlineSnapshot(
    `"已登记1027号 楼道照明（幸福里小区5栋），转安居物业幸福里服务处，3月4日（周三）18:00前办结。"`,
  )
  expect(text).not.toMatch(/单元|301|刘/)
})

test('a group hears nothing at all of what is confidential', () => {
  const secret = aPetition('dispatched', { confidential: true })
  const notices = registeredNotices(secret, { room, asksPlace: false }, aBook())
  expect(notices.map(({ to }) => to.kind)).toEqual(['person'])
})

test('in danger the number to call comes first, also at night', () => {
  const danger = aPetition('dispatched', { urgency: 'emergency', danger: 'gas' })
  const [first] = registeredNotices(danger, { room, asksPlace: false }, aBook())
  expect(first?.haste).toBe('answer')
  expect(say(first?.notice ?? { kind: 'help' })).toMatch(/119/)
  const event = {
    kind: 'registered',
    by: danger.reporter.person,
    at: at('2026-03-02 23:00'),
    petition: danger,
    because: '',
  } as const
  const called = noticesFor(event, null, danger, aBook())
  expect(called.every(({ haste }) => haste === 'alarm')).toBe(true)
  expect(called.map(({ to }) => (to.kind === 'person' ? to.person : ''))).toEqual(
    expect.arrayContaining(['S061', 'S010', 'S001', 'S043']),
  )
})

test('who handles a petition is not told who reported it', () => {
  const petition = aPetition('dispatched')
  const event = {
    kind: 'registered',
    by: petition.reporter.person,
    at: at('2026-03-02 09:00'),
    petition,
    because: '',
  } as const
  for (const { notice } of noticesFor(event, null, petition, aBook()))
    expect(JSON.stringify(notice)).not.toContain(petition.reporter.person)
})

test('several notices to one reader become one message', () => {
  const { text } = sayAll([anAcceptedNotice(), anAcceptedNotice()])
  expect(text.split('\n')).toHaveLength(2)
})

test.each([
  ['2026-03-04 23:59', '3月4日（周三）'],
  ['2026-03-04 18:30', '3月4日（周三）18:30'],
  ['2027-01-01 00:00', '1月1日（周五）00:00'],
])('%s is said as %s', (when, words) => {
  expect(moment(at(when))).toBe(words)
})
