import { expect, test } from 'vitest'
import { personId, unitCode } from '../../../src/domain/ids.ts'
import { accusedIn, recusing } from '../../../src/domain/people/accused.ts'
import { staffAt } from '../../../src/domain/people/in-charge.ts'
import type { Category } from '../../../src/domain/street/rulebook.ts'
import { smallBook } from '../../support/book.ts'
import { aPetition } from '../../support/builders.ts'

const [first] = smallBook.staff
if (!first) throw new Error('the small street has no staff')
const book = { ...smallBook, staff: [{ ...first, id: personId('S900'), name: '林晓东' }] }
const [known] = smallBook.categories
const ofOfficials: Category | undefined = known && {
  ...known,
  ...{ kind: 'complaint', confidential: true },
}

test.each([
  ['我要投诉林晓东', true],
  ['举报社区那个林晓东，态度差', true],
  ['林晓东态度恶劣', true],
  ['林晓东收了商户的好处', true],
  ['林晓东当着大家的面骂人', true],
  ['物业不修灯，千万别让林晓东知道是我说的', true],
  ['昨天林晓东来看过了，今天又漏', false],
  ['麻烦林晓东来看一下楼道灯', false],
  ['投诉物业。林晓东来协调过一次', false],
  ['投诉小东', false],
  ['投诉物业，林晓东来协调过', false],
  ['林晓东来看过，物业态度恶劣', false],
  ['不要让林晓东一个人忙', false],
])('%s: complained of is %s', (words, isAccused) => {
  const of = { category: known, unit: null }
  expect(accusedIn([words], of, book)).toEqual(isAccused ? ['S900'] : [])
})

test.each<[string, readonly string[]]>([
  ['举报我们网格员收了商户的钱', ['S010']],
  ['社区书记收礼，请查一查', ['S001']],
  ['社区的工作人员骂人', ['S001', 'S002']],
  ['千万别告诉社区工作人员', ['S001', 'S002']],
  ['投诉街道书记不作为', []],
  ['投诉物业，社区工作人员来协调过也没用', []],
  ['网格员昨天来过，说会修', []],
  ['网格员打了我一巴掌', ['S010']],
  ['给网格员打了两个电话，灯还是没人修', []],
  ['网格员泄露了我家的情况', ['S010']],
  ['网格员来看了说是燃气泄露', []],
])('%s: by their office %j', (words, ids) => {
  const of = { category: known, unit: unitCode('QS-XF-02') }
  expect([...accusedIn([words], of, smallBook)].sort()).toEqual(ids)
})

test('a text of nothing but names is read as any other', () => {
  const words = ['林晓东网格员'.repeat(50_000)]
  expect(accusedIn(words, { category: known, unit: null }, book)).toEqual([])
})

test('of a complaint about officials everybody named in it is', () => {
  const of = { category: ofOfficials, unit: null }
  expect(accusedIn(['办证跑了五趟，', '每次都是林晓东'], of, book)).toEqual(['S900'])
})

test('where nobody is accused, the rulebook is the same one', () => {
  expect(recusing(aPetition('dispatched'), smallBook)).toBe(smallBook)
})

test('what goes to their desk reaches the next above, whoever stands in for whom', () => {
  const [dispatcher] = smallBook.staff.filter(({ role }) => role === 'community_dispatcher')
  if (!dispatcher) throw new Error('the small street has no dispatcher')
  const petition = { ...aPetition('dispatched'), accused: [dispatcher.id] }
  const to = { kind: 'community', code: dispatcher.unit } as const
  const there = staffAt(to, recusing(petition, smallBook))
  expect(staffAt(to, smallBook).map(({ id }) => id)).toContain(dispatcher.id)
  expect(there.map(({ id }) => id)).not.toContain(dispatcher.id)
  expect(there.length).toBeGreaterThan(0)
})
