import { expect, test } from 'vitest'
import { categoryCode, mediaId, messageId, unitCode } from '../../../src/domain/ids.ts'
import { nowhere } from '../../../src/domain/intake/place.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { aHeard, aPetition, aPetitioner, at } from '../../support/builders.ts'
import { petitionDesk } from './petition-desk.ts'
import { someone } from './someone.ts'

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

async function pageFor(person: string, petition: Petition = aPetition('dispatched')) {
  const { desk, registers } = petitionDesk()
  await registers(petition)
  const answer = await (await someone(person, desk)).get(`/console/petitions/${petition.number}`)
  return { status: answer.status, page: await answer.text() }
}

test('whoever handles it sees what was said, when and by whom, where it is and how its limits were counted', async () => {
  const { page } = await pageFor('S061')
  for (const words of [
    '1027号 楼道照明',
    '待签收',
    '幸福里小区5栋2单元',
    '5栋2单元楼道灯三天没亮了',
    '居民 · 3月2日 09:00',
    '很大',
    '听到“楼道灯”',
    '3月4日（周三）18:00前',
    '安居物业幸福里服务处',
  ])
    expect(page).toContain(words)
})

test('the reporter is told apart from other residents by the account they spoke with', async () => {
  const { desk, registers } = petitionDesk()
  const heard = aHeard('5栋2单元楼道灯三天没亮了')
  const known = await desk.people.meet(heard, null)
  const petition = aPetition('dispatched', { reporter: aPetitioner(known.id) })
  await registers(petition)
  const page = await (await (await someone('S061', desk)).get('/console/petitions/1027')).text()
  expect(page).toContain('反映人 · 3月2日 09:00')
})

test('a limit that was counted says how, weekends and all', async () => {
  const due = at('2026-03-09 23:59')
  due.setSeconds(59, 999)
  const petition = aPetition('dispatched', {
    category: categoryCode('0101'),
    resolveDueAt: due,
    registeredAt: at('2026-03-02 10:00'),
  })
  const { page } = await pageFor('S061', petition)
  expect(page).toContain(
    '3月2日（周一）10:00起5个工作日，当天不算，跳过3月7–8日周末，到3月9日（周一）当天结束',
  )
})

test('doors, phones and names of people stay out of the words', async () => {
  const { page } = await pageFor(
    'S002',
    aPetition('handling', {
      words: ['我是5-2-301刘敏，电话13912345678'],
      supporters: [aPetitioner('S027')],
      evidence: [{ field: 'place', confidence: 0.9, because: '群昵称 5-2-301刘' }],
    }),
  )
  expect(page).not.toMatch(/301|刘敏|13912345678|孙秀兰/)
  expect(page).toContain('附议1位')
})

test('what is confidential shows a company no words, no evidence and no door; those above see them', async () => {
  const secret = aPetition('dispatched', {
    confidential: true,
    words: ['物业经理收了停车费不给票'],
    place: { ...nowhere, name: '幸福里小区', building: '5', unit: '2', room: '301' },
    evidence: [{ field: 'category', confidence: 0.9, because: '停车费不给票' }],
  })
  const company = (await pageFor('S061', secret)).page
  expect(company).toContain('原话由社区掌握')
  expect(company).not.toMatch(/停车费|301|2单元/)
  expect((await pageFor('S002', secret)).page).toContain('停车费不给票')
})

test('a neighbouring grid worker sees where it went, and no words; nobody else sees that it is there', async () => {
  const near = await pageFor('S010')
  expect(near.status).toBe(200)
  expect(near.page).toContain('只能看到去向和时限')
  expect(near.page).not.toContain('三天没亮')
  expect((await pageFor('S009')).status).toBe(404)
  expect((await pageFor('S046')).status).toBe(404)
})

test('photos are served to who may see that petition, under its number alone', async () => {
  const { desk, registers } = petitionDesk()
  const photo = await desk.media.keep(png, 'image/png')
  const other = await desk.media.keep(new Uint8Array([...png, 4]), 'image/png')
  await registers(aPetition('dispatched', { photos: [photo] }))
  const handler = await someone('S061', desk)
  const near = await someone('S010', desk)
  const path = `/console/petitions/1027/media/${photo}`
  const served = await handler.get(path)
  expect([served.status, served.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect((await near.get(path)).status).toBe(403)
  for (const wrong of [other, 'nonsense', mediaId('0'.repeat(64)), '..%2f..%2fetc%2fpasswd'])
    expect((await handler.get(`/console/petitions/1027/media/${wrong}`)).status).toBe(404)
})

test('a voice is heard by those above; of what is confidential not by its handler', async () => {
  const { desk, registers } = petitionDesk()
  const wav = new TextEncoder().encode('RIFF....WAVEfmt ')
  const playable = await desk.media.keep(wav, 'audio/wav')
  const original = await desk.media.keep(new TextEncoder().encode('silk'), 'audio/silk')
  await desk.findings.keep(original, { kind: 'voice', playable, ms: 3_000 })
  const voice = { id: messageId('v1'), type: 'voice' as const, media: original }
  await desk.inbox.keep([aHeard('', voice)], at('2026-03-02 09:00'))
  await registers(
    aPetition('dispatched', {
      confidential: true,
      to: { kind: 'grid', code: unitCode('QS-XF-02') },
      messages: [messageId('v1')],
    }),
  )
  const path = `/console/petitions/1027/media/${playable}`
  expect((await (await someone('S002', desk)).get(path)).status).toBe(200)
  expect((await (await someone('S010', desk)).get(path)).status).toBe(404)
})
