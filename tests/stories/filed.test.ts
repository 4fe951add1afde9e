import { describe, expect, test } from 'vitest'
import { neighbourhood } from '../support/neighbourhood.ts'

describe('what is filed under the name of a category', () => {
  test.each([
    ['【楼道照明】幸福里小区5栋2单元灯坏了', '0301', 'dispatched'],
    ['【保洁不到位】幸福里小区5栋2单元灯坏了', '0306', 'dispatched'],
    ['【垃圾清运】幸福里小区5栋', '0401', 'dispatched'],
    ['【垃圾清运】谢谢大家，幸福里小区5栋', '0401', 'dispatched'],
    ['【宠物粪便】test', '0403', 'received'],
    ['【楼道照明】', '0301', 'received'],
  ])('%s is taken at its word, and registered', async (text, category, status) => {
    const street = await neighbourhood()
    await street.says('newcomer', 'dm', text)
    expect(await street.petition()).toMatchObject({ category, status })
    expect((await street.petition()).summary).not.toContain('【')
    expect(street.faults).toEqual([])
  })
  test.each([
    ['danger, which decides by itself', '【电梯故障】幸福里小区5栋着火了快来人', '0804'],
    ['a heading that names none', '【紧急】幸福里小区5栋2单元楼道灯坏了', '0301'],
    ['a category that is only spoken of', '不是【电梯故障】，幸福里小区5栋2单元楼道灯坏了', '0301'],
  ])('but not %s', async (_, text, category) => {
    const street = await neighbourhood()
    await street.says('newcomer', 'dm', text)
    expect((await street.petition()).category).toBe(category)
  })
  test('is confidential where its category is', async () => {
    const street = await neighbourhood()
    const { categories } = await street.desk.rulebooks.current()
    const quiet = categories.find(({ confidential }) => confidential)
    await street.says('newcomer', 'dm', `【${quiet?.level2}】请来人看看`)
    expect(await street.petition()).toMatchObject({ category: quiet?.code, confidential: true })
  })
  test.each(['【垃圾清运】请为我保密。\n幸福里小区5栋', '【垃圾清运】请为我保密。\n来看看'])(
    'is confidential where its sender wants it so, case %#',
    async (text) => {
      const street = await neighbourhood()
      await street.says('newcomer', 'dm', text)
      expect(await street.petition()).toMatchObject({ confidential: true })
    },
  )
  test('keeps its files, however little it says', async () => {
    const street = await neighbourhood()
    await street.says('newcomer', 'dm', '【垃圾清运】幸福里小区5栋', { id: 'request' })
    const told = street.delivered.length
    await street.says('newcomer', 'dm', '', { id: 'request/1', photo: 'heap' })
    expect((await street.petition()).photos).toEqual(['heap'])
    expect(await street.count()).toBe(1)
    const more = street.delivered.slice(told).map(({ parcel }) => parcel.to)
    expect(more).not.toContainEqual({ kind: 'person', channel: 'wechat', account: 'newcomer' })
  })
})
