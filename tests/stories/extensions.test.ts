import { describe, expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const liu = 'wx-r-003'
const [property, manager, dispatcher, supervisor] = ['S061', 'S001', 'S043', 'S044'].map(
  staffAccount,
) as [string, string, string, string]

/** A stair light, in hand since Monday at nine, to be done by the end of Wednesday. */
async function lamp() {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
  await street.says(property, 'dm', '签收')
  return street
}

type Street = Awaited<ReturnType<typeof lamp>>
const dueOn = async (street: Street) => {
  const petition = await street.petition()
  return 'resolveDueAt' in petition ? petition.resolveDueAt.toISOString() : null
}

describe('more time is asked for in words', () => {
  test('approved: the reporter hears the new date and why, the handler too, and reminders follow it', async () => {
    const street = await lamp()
    await street.says(property, 'dm', '1001 申请延期2天，配件要从厂里发，找老王13812345678')
    expect(street.told(property).at(-1)).toContain('批准前仍按原时限')
    expect(street.told(dispatcher).at(-1)).toContain('申请延期2天')
    expect(street.kinds(liu).at(-1)).toBe('accepted')
    await street.itIs('2026-03-04 15:00')
    const reminded = street.kinds(property).filter((kind) => kind === 'reminded').length
    await street.says(dispatcher, 'dm', '同意延期')
    expect(await dueOn(street)).toBe('2026-03-06T15:59:59.999Z')
    expect(street.told(liu).at(-1)).toContain('配件要从厂里发')
    expect(street.told(liu).at(-1)).toContain('3月6日（周五）前办结')
    expect(street.told(liu).join()).not.toContain('13812345678')
    expect(street.told(property).at(-1)).toContain('3月6日（周五）')
    await street.itIs('2026-03-05 09:00')
    expect(street.kinds(manager)).not.toContain('escalated')
    expect(street.kinds(property).filter((kind) => kind === 'reminded')).toHaveLength(reminded)
    await street.itIs('2026-03-07 09:00')
    expect(street.kinds(manager)).toContain('escalated')
    expect(street.faults).toEqual([])
  })

  test('refused: the handler learns why, the reporter nothing, the limit stays', async () => {
    const street = await lamp()
    await street.says(property, 'dm', '1001 申请延期2天，配件没到')
    const heard = street.told(liu).length
    await street.says(dispatcher, 'dm', '1001 不同意延期：仓库里有备件')
    expect(street.told(property).at(-1)).toContain('仓库里有备件')
    expect(await dueOn(street)).toBe('2026-03-04T15:59:59.999Z')
    expect(street.told(liu)).toHaveLength(heard)
    await street.itIs('2026-03-05 09:00')
    expect(street.kinds(manager)).toContain('escalated')
  })

  test('fewer days than asked can be given, and a refusal needs its reason', async () => {
    const street = await lamp()
    await street.says(property, 'dm', '1001 申请延期2天，配件没到')
    await street.says(supervisor, 'dm', '1001 不同意延期')
    expect(street.told(supervisor).at(-1)).toMatch(/^1001号：请写明理由.*“1001 不同意延期：/)
    await street.says(supervisor, 'dm', '1001 同意延期1天')
    expect(await dueOn(street)).toBe('2026-03-05T15:59:59.999Z')
  })

  test('neither its handler nor the community may decide, and only once is more time given', async () => {
    const street = await lamp()
    await street.says(property, 'dm', '1001 申请延期2天，配件没到')
    await street.says(property, 'dm', '1001 同意延期')
    await street.says(manager, 'dm', '1001 同意延期')
    expect(street.told(manager).at(-1)).toContain('不在您名下')
    expect(await dueOn(street)).toBe('2026-03-04T15:59:59.999Z')
    await street.says(dispatcher, 'dm', '1001 同意延期')
    await street.says(property, 'dm', '1001 申请延期1天，还差一个')
    expect(street.told(property).at(-1)).toContain('不能（再）延期')
  })

  test('too long, too late, and nothing asked: each is told in its own words', async () => {
    const street = await lamp()
    await street.says(property, 'dm', '1001 申请延期30天，配件没到')
    expect(street.told(property).at(-1)).toContain('超过了规定')
    await street.says(dispatcher, 'dm', '1001 同意延期')
    expect(street.told(dispatcher).at(-1)).toContain('没有等待审批的延期申请')
    await street.itIs('2026-03-05 09:00')
    await street.says(property, 'dm', '1001 申请延期1天，配件没到')
    expect(street.told(property).at(-1)).toContain('已经过了办结时限')
  })
})

describe('an interim answer', () => {
  test('is told, and its day is watched: the handler is asked in the morning, silence is told of', async () => {
    const street = await lamp()
    await street.says(property, 'dm', '1001 阶段性答复：灯座已订货，周三装')
    expect(street.told(liu).at(-1)).toContain('灯座已订货')
    expect(street.told(liu).at(-1)).toContain('3月4日（周三）前再告诉您进展')
    expect(await dueOn(street)).toBe('2026-03-04T15:59:59.999Z')
    await street.itIs('2026-03-04 08:30')
    expect(street.kinds(property)).not.toContain('interimDue')
    await street.itIs('2026-03-04 09:05')
    expect(street.kinds(property)).toContain('interimDue')
    await street.itIs('2026-03-05 09:00')
    expect(street.kinds(liu)).toContain('interimMissed')
    expect(street.kinds(manager)).toContain('interimOverdue')
  })

  test('news on its day keep the promise', async () => {
    const street = await lamp()
    await street.says(property, 'dm', '1001 阶段性答复：灯座已订货，周三装')
    await street.itIs('2026-03-04 10:00')
    await street.says(property, 'dm', '1001 灯座到了，下午来装')
    await street.itIs('2026-03-05 09:00')
    expect(street.kinds(liu)).not.toContain('interimMissed')
  })

  test('without a day it is asked for one', async () => {
    const street = await lamp()
    await street.says(property, 'dm', '1001 阶段性答复：灯座已订货')
    expect(street.told(property).at(-1)).toContain('哪一天')
    expect(street.kinds(liu)).not.toContain('interimAnswered')
  })
})
