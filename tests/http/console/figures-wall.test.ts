import { expect, test } from 'vitest'
import { categoryCode, unitCode } from '../../../src/domain/ids.ts'
import { resolved, timeline } from '../../domain/numbers/told.ts'
import { at } from '../../support/builders.ts'
import { figuresOffice, twoCommunities } from './figures-office.ts'
import { someone } from './someone.ts'

const limits = { acceptDueAt: at('2026-03-02 14:00'), resolveDueAt: at('2026-03-04 18:00') }

async function office(now = '2026-03-06 17:00') {
  const found = figuresOffice(now, {
    ...twoCommunities,
    categories: [
      ...twoCommunities.categories,
      {
        ...{ code: categoryCode('1001'), level1: '民生保障', level2: '低保救助', kind: 'request' },
        ...{ leadHandler: 'COMMUNITY', policy: 'standard', confidential: false },
      },
    ],
  })
  await found.happened(
    timeline({ number: 1, ...limits }, { kind: 'accepted', at: '2026-03-06 13:00' }),
    timeline({ number: 2, ...limits, category: categoryCode('0901'), confidential: true }),
    timeline({ number: 3, ...limits }, resolved('2026-03-06 10:00')),
    timeline({ number: 4, ...limits, grid: unitCode('QS-HB-01'), category: categoryCode('1001') }),
  )
  return found
}

const text = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('the wall names nobody, says nothing in residents’ words and offers nothing to press', async () => {
  const { desk } = await office()
  const page = await (await someone('S042', desk)).get('/console/figures/wall')
  expect(page.status).toBe(200)
  const html = await page.text()
  const said = text(html)
  expect(said).toContain('青石街道 居民诉求')
  expect(said).toMatch(/现在超期 3 件/)
  expect(said).toContain('1号 楼道照明 安居物业幸福里服务处 已超过47小时')
  expect(said).toMatch(/今日动态 登记0件 签收1件 办结1件/)
  expect(said).toMatch(
    /哪类诉求多 物业服务 登记2件 办结1件 民生保障 登记1件 办结0件 不公开事项 登记1件/,
  )
  // what is not public is counted, and is nothing more
  expect(said).toContain('2号 不公开事项 已超过47小时')
  expect(said).not.toContain('纠纷')
  // nor is one petition of a kind by which its people may be known
  expect(said).toContain('4号 安居物业幸福里服务处 已超过47小时')
  expect(said).not.toContain('低保')
  const names = desk.rulebooks.current().then(({ staff }) => staff.map(({ name }) => name))
  expect((await names).filter((name) => said.includes(name))).toEqual([])
  expect(said).not.toMatch(/不亮|没亮|5栋|2单元|301|resident-1|1380000/)
  expect(html).not.toMatch(/<(a|form|button|input|select)[ >]/)
})

test('the wall renews itself for the same unit, and a community has its own alone', async () => {
  const { desk, itIs } = await office('2026-03-31 17:00')
  const manager = await someone('S001', desk)
  const html = await (await manager.get('/console/figures/wall')).text()
  expect(text(html)).toContain('青石街道幸福里社区 居民诉求')
  expect(text(html)).not.toContain('河滨')
  const renew = /data-renew="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(renew).toBe('/console/figures/wall?unit=QS-XF')
  itIs('2026-04-01 08:00')
  // a wall that is left on over the end of a month shows the new one
  const later = await (await manager.get(renew)).text()
  expect(text(later)).toContain('2026年4月')
  expect((await manager.get('/console/figures/wall?unit=QS-HB')).status).toBe(404)
  expect((await (await someone('S010', desk)).get('/console/figures/wall')).status).toBe(403)
})
