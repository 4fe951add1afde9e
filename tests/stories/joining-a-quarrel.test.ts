import { describe, expect, test } from 'vitest'
import { neighbourhood } from '../support/neighbourhood.ts'

const [liu, other] = ['wx-r-003', 'wx-r-011']
const group = 'room-xf-1'
const quarrel = '我是5栋2单元301的，楼上401天天半夜剁东西吵架，说了就骂人，请社区给调解一下'

describe('a quarrel is joined by nobody: it may be the other side', () => {
  test.each(['我也是，我家也这样', '我家也是', '+1'])(
    'who says in the group: %s',
    async (words) => {
      const street = await neighbourhood('2026-03-02 09:00')
      await street.says(liu, group, quarrel)
      await street.says(other, group, words)
      expect(await street.petition()).toMatchObject({ kind: 'dispute', supporters: [] })
      await street.itIs('2026-03-02 12:00')
      expect(street.kinds(other)).toEqual([])
      expect(street.faults).toEqual([])
    },
  )

  test('nor before it is registered', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.allSay([liu, group, quarrel], [other, group, '我家也是，天天吵'])
    expect(await street.petition()).toMatchObject({ kind: 'dispute', supporters: [] })
    expect(street.kinds(other)).not.toContain('joined')
  })

  test('who tells of the same in private has one of their own', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(liu, 'dm', `幸福里小区${quarrel}`)
    await street.says(other, 'dm', `幸福里小区${quarrel.replace('301', '302')}`)
    expect((await street.petition(1001)).supporters).toEqual([])
    expect((await street.petition(1002)).reporter.person).toBe(await street.person(other))
    expect(street.told(other).join()).not.toContain('1001')
  })
})
