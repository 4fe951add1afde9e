import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { messageId } from '../../src/domain/ids.ts'
import { openSenses } from '../../src/senses/senses.ts'
import { badPhotos } from '../security/bombs.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const senses = openSenses(null)
afterAll(() => senses.stop())

const asks = '您发的照片没能打开。请再发一次（不要选“原图”），或者用文字告诉我。'
const stairs = '幸福里小区5栋2单元楼道灯坏了'
const good = readFileSync('src/http/assets/pictures/dark-stairs.png')
const broken = good.subarray(0, 2_000)
const wang = 'wx-r-003'
const group = 'room-xf-1'

async function street() {
  const here = await neighbourhood('2026-03-02 09:00', null, senses)
  const shows = async (account: string, where: string, bytes: Uint8Array | null) =>
    bytes
      ? here.says(account, where, '', { photo: await here.desk.media.keep(bytes, 'image/jpeg') })
      : here.says(account, where, '', { type: 'image' })
  /** How often anybody was asked for a photo again. */
  const asked = () =>
    here.delivered.flatMap(({ parcel }) => parcel.notices).filter((n) => n.kind === 'pictureLost')
      .length
  return { ...here, shows, asked }
}

describe('in private', () => {
  test.each(badPhotos)('%s is asked for again, and is no photo of anything', async (_, bytes) => {
    const { shows, says, told, petition, desk } = await street()
    const id = await shows(wang, 'dm', bytes())
    expect(told(wang)).toEqual([asks])
    await says(wang, 'dm', stairs)
    expect(await petition()).toMatchObject({ status: 'dispatched', photos: [] })
    const [kept] = await desk.inbox.find([messageId(id)])
    expect(kept?.media).not.toBeNull() // the message stays as it came
  })

  test('so is one that never came; what is sent instead is its photo', async () => {
    const { shows, says, told, petition } = await street()
    await says(wang, 'dm', stairs)
    const before = told(wang).length
    await shows(wang, 'dm', null)
    expect(told(wang).slice(before)).toEqual([asks])
    await shows(wang, 'dm', good)
    expect((await petition()).photos).toHaveLength(1)
  })

  test('a batch of them is asked for once, the next one again', async () => {
    const { shows, told, itIs } = await street()
    for (let i = 0; i < 9; i++) await shows(wang, 'dm', i % 2 ? broken : null)
    expect(told(wang)).toEqual([asks])
    await itIs('2026-03-02 09:30')
    await shows(wang, 'dm', broken)
    expect(told(wang)).toEqual([asks, asks])
  })

  test('nobody in charge is told of a photo that is not there', async () => {
    const { shows, says, petition, desk } = await street()
    await says(wang, 'dm', stairs)
    const { id } = await petition()
    const before = (await desk.petitions.timeline(id)).length
    await shows(wang, 'dm', broken)
    expect(await desk.petitions.timeline(id)).toHaveLength(before)
  })

  test('staff learn that the photo of their result is missing', async () => {
    const { shows, says, told, petition } = await street()
    const property = staffAccount('S061')
    await says(wang, 'dm', stairs)
    await says(property, 'dm', '1001 签收')
    await shows(property, 'dm', broken)
    expect(told(property).at(-1)).toBe(asks)
    await says(property, 'dm', '1001 办结：已处理好')
    expect(await petition()).toMatchObject({ status: 'resolved', resultPhotos: [] })
  })
})

describe('in a group', () => {
  test('photos of nothing are passed over in silence', async () => {
    const { shows, asked, delivered } = await street()
    for (const bytes of [broken, null, broken]) await shows(wang, group, bytes)
    expect([asked(), delivered.length]).toEqual([0, 0])
  })

  test('those before the words are asked for with them, once', async () => {
    const { shows, says, inRoom, asked } = await street()
    for (const bytes of [broken, null]) await shows(wang, group, bytes)
    await says(wang, group, stairs)
    expect(inRoom(group).join('\n')).toContain(asks)
    await shows(wang, group, broken)
    expect(asked()).toBe(1)
  })

  test('and those after the words, once', async () => {
    const { shows, says, inRoom, asked, petition } = await street()
    await says(wang, group, stairs)
    for (const bytes of [broken, null, broken]) await shows(wang, group, bytes)
    expect(asked()).toBe(1)
    expect(inRoom(group).at(-1)).toBe(asks)
    await shows(wang, group, good)
    expect((await petition()).photos).toHaveLength(1)
  })
})

test('of words with a file the words count: one that is broken is asked for, a film is not', async () => {
  const { desk, says, told, petition } = await street()
  const film = await desk.media.keep(Buffer.from('\0\0\0\x18ftypmp42'), 'video/mp4')
  await says(wang, 'dm', stairs, { type: 'text', photo: film })
  expect(told(wang).join()).not.toContain(asks)
  const other = 'wx-r-007'
  const photo = await desk.media.keep(broken, 'image/jpeg')
  await says(other, 'dm', '幸福里小区6栋楼下垃圾堆了好几天没人清', { type: 'text', photo })
  expect(told(other).join()).toContain(asks)
  expect(await petition(1002)).toMatchObject({ photos: [] })
})
