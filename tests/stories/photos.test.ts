import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { openSenses } from '../../src/senses/senses.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const senses = openSenses(null)
afterAll(() => senses.stop())

const property = staffAccount('S061')
const photo = (name: string) => readFileSync(`src/http/assets/pictures/${name}.png`)
const again = (bytes: Uint8Array) =>
  sharp(bytes).resize(300).modulate({ saturation: 0.5 }).jpeg({ quality: 60 }).toBuffer()

async function street() {
  const here = await neighbourhood('2026-03-02 09:00', null, senses)
  const shows = async (account: string, where: string, bytes: Uint8Array) =>
    here.says(account, where, '', { photo: await here.desk.media.keep(bytes, 'image/png') })
  const hints = (account: string) =>
    here.told(account).flatMap((text) => text.match(/提示：.*/g) ?? [])
  /** All hints that anybody was given. */
  const hinted = () => here.delivered.flatMap(({ text }) => text.match(/.*提示：.*/g) ?? [])
  /** Somebody tells of something in a grid, with a photo before it. */
  const tells = async (account: string, bytes: Uint8Array, words: string) => {
    await shows(account, 'dm', bytes)
    await here.says(account, 'dm', words)
  }
  return { ...here, shows, hints, hinted, tells }
}

const dark = '幸福里小区5栋2单元楼道灯坏了'
const rubbish = '幸福里小区6栋楼下垃圾堆了好几天没人清'

test('a photo that another open petition of the grid has is shown to who handles it', async () => {
  const { tells, hints, petition, handlersOf, inRoom, told } = await street()
  await tells('wx-r-003', photo('dark-stairs'), dark)
  expect(hints(property)).toEqual([])
  await tells('wx-r-007', await again(photo('dark-stairs')), rubbish)
  expect((await petition(1002)).grid).toBe((await petition(1001)).grid)
  const second = await petition(1002)
  const [handler = ''] = 'to' in second ? handlersOf(second.to.code) : []
  expect(hints(handler)).toEqual(['提示：照片与1001号的相近，供您核对。'])
  expect([...inRoom('room-xf-1'), ...told('wx-r-003'), ...told('wx-r-007')].join()).not.toContain(
    '相近',
  )
})

test('another photo is none', async () => {
  const { tells, hinted, count } = await street()
  await tells('wx-r-003', photo('dark-stairs'), dark)
  await tells('wx-r-007', photo('rubbish'), rubbish)
  expect(await count()).toBe(2)
  expect(hinted()).toEqual([])
})

test('nor is a photo of another grid, or of long ago', async () => {
  const { tells, hinted, itIs, count } = await street()
  await tells('wx-r-003', photo('pothole'), dark)
  await tells('wx-r-001', photo('pothole'), '幸福里小区1栋1单元电梯坏了')
  expect(hinted()).toEqual([])
  await itIs('2026-04-20 09:00')
  await tells('wx-r-007', photo('pothole'), rubbish)
  expect(await count()).toBe(3)
  expect(hinted()).toEqual([])
})

test.each([
  ['the same photo', 'dark-stairs', 1],
  ['another photo', 'pothole', 2],
] as const)('%s beside words that leave it open: %s, %i', async (_, shown, petitions) => {
  const { tells, count } = await street()
  await tells('wx-r-003', photo('dark-stairs'), dark)
  await tells('wx-r-005', await again(photo(shown)), '幸福里小区5栋2单元的开关按了没反应')
  expect(await count()).toBe(petitions)
})

const resolves = async (
  { says, shows }: Awaited<ReturnType<typeof street>>,
  number: number,
  bytes: Uint8Array,
) => {
  await says(property, 'dm', `${number} 签收`)
  await shows(property, 'dm', bytes)
  await says(property, 'dm', `${number} 办结：已处理好`)
}

test('a result photo that closed another petition is said to the manager, and to nobody else', async () => {
  const here = await street()
  await here.tells('wx-r-003', photo('dark-stairs'), dark)
  await here.tells('wx-r-007', photo('rubbish'), '幸福里小区6栋1单元单元门坏了关不上')
  await resolves(here, 1001, photo('bright-stairs'))
  await resolves(here, 1002, await again(photo('bright-stairs')))
  await here.expectStatus('resolved', 1002)
  const { petition, told, handlersOf } = here
  expect(await petition(1002)).toMatchObject({ resultPhotos: [expect.any(String)] })
  const hint = '1002号 提示：办结照片与1001号的办结照片相同，供您核对。'
  expect(here.hinted()).toEqual([hint])
  expect(
    [...told(property), ...told('wx-r-007'), ...handlersOf('QS-XF-02').flatMap(told)].join(),
  ).not.toContain('相同')
})

test('and so is one that the resident had sent', async () => {
  const here = await street()
  await here.tells('wx-r-003', photo('dark-stairs'), dark)
  await resolves(here, 1001, await again(photo('dark-stairs')))
  expect(here.hinted()).toEqual(['1001号 提示：办结照片与居民反映时的照片相同，供您核对。'])
  expect(here.told(property).join()).not.toContain('相同')
})

test('nothing is said of what is confidential', async () => {
  const { tells, hinted, petition } = await street()
  await tells('wx-r-003', photo('leak'), '我要举报，请保密：幸福里小区5栋2单元有人私接电线')
  expect((await petition(1001)).confidential).toBe(true)
  await tells('wx-r-007', photo('leak'), rubbish)
  expect(hinted()).toEqual([])
})
