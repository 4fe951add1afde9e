import { describe, expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const head = staffAccount('S027')
const [neighbour, resident] = ['wx-r-032', 'wx-r-030'] as const
const community = staffAccount('S004')

const handlerOf = async (street: Awaited<ReturnType<typeof neighbourhood>>, number = 1001) => {
  const petition = await street.petition(number)
  return ('to' in petition ? street.handlersOf(petition.to.code)[0] : undefined) ?? ''
}

describe('a head speaks for a neighbour', () => {
  const zhang = async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(head, 'dm', '帮李家湾二组的张奶奶反映一下，她家那边的路灯坏了好几天')
    return { street, handler: await handlerOf(street) }
  }

  test('is asked once whether she agrees; until then nobody reads who she is', async () => {
    const { street, handler } = await zhang()
    expect(street.kinds(head)).toEqual(['registered', 'consentAsked'])
    expect(street.told(head).join()).toContain('张奶奶')
    expect(street.told(handler).join()).not.toContain('张奶奶')
    expect(street.told(handler).join()).toContain('一位邻居')
    expect((await street.petition()).relay).toMatchObject({ consent: 'open' })
  })

  test('she agrees: it is written down, and the handler learns for whom it is', async () => {
    const { street, handler } = await zhang()
    await street.says(head, 'dm', '问过了，她同意')
    expect((await street.petition()).relay).toMatchObject({
      consent: 'given',
      said: '问过了，她同意',
    })
    expect(street.kinds(head).at(-1)).toBe('consentKept')
    expect(street.told(handler).join()).toContain('张奶奶')
  })

  test('she does not: her name is forgotten, the matter goes on as the head’s own', async () => {
    const { street, handler } = await zhang()
    await street.says(head, 'dm', '她不愿意')
    const petition = await street.petition()
    expect(petition).toMatchObject({ status: 'dispatched', onBehalfOf: null })
    expect(JSON.stringify([petition.words, petition.summary, petition.evidence])).not.toContain(
      '张奶奶',
    )
    await street.says(handler, 'dm', '1001 签收')
    await street.says(handler, 'dm', '1001 已修好，办结')
    expect(street.told(handler).join()).not.toContain('张奶奶')
    expect(street.kinds(head).at(-1)).toBe('resolved')
  })

  test.each(['还没问，我晚上问问她愿不愿意', '好的，我去问问她同意不同意', '好的'])(
    '%s is neither yes nor no: she can still be asked',
    async (words) => {
      const { street, handler } = await zhang()
      await street.says(head, 'dm', words)
      expect((await street.petition()).relay?.consent).toBe('open')
      expect(street.told(handler).join()).not.toContain('张奶奶')
      await street.says(head, 'dm', '1001 问过了，她同意')
      expect((await street.petition()).relay?.consent).toBe('given')
    },
  )

  test('what is said of something else is no consent', async () => {
    const { street, handler } = await zhang()
    await street.says(head, 'dm', '4组的路灯也坏了，张大爷说好多天了')
    expect((await street.petition()).relay?.consent).toBe('open')
    expect(street.told(handler).join()).not.toContain('张奶奶')
  })

  test('her door is nobody’s to read, in lists and when a part ends', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(head, 'dm', '帮李家湾二组15号的张奶奶反映一下，她家门口的路灯坏了好几天')
    const handler = await handlerOf(street)
    await street.says(street.handlersOf('QS')[0] ?? '', 'dm', '1001 请城管协办：看看，3天内')
    await street.says(handler, 'dm', '我的任务')
    await street.says(head, 'dm', '1001 不用了，已经修好了')
    expect(street.told(handler).join() + street.told(staffAccount('S045')).join()).not.toMatch(
      /张奶奶|15号/,
    )
  })

  test('who was asked to speak is not asked again', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(
      head,
      'dm',
      '李家湾一组的王大爷让我帮他说一下，他家门口的路塌了一块，走路都危险',
    )
    expect(street.kinds(head)).toEqual(['registered'])
    expect((await street.petition()).relay?.consent).toBe('given')
  })

  test('and is asked to look there himself, in the one question of the survey', async () => {
    const { street, handler } = await zhang()
    await street.says(head, 'dm', '同意')
    await street.says(handler, 'dm', '1001 签收')
    await street.says(handler, 'dm', '1001 已修好，办结')
    expect(street.told(head).at(-1)).toContain('替邻居到现场看一眼')
    expect(street.kinds(head).filter((kind) => kind === 'checkAsked')).toEqual([])
    await street.says(head, 'dm', '没修好，还是黑的')
    expect(await street.petition()).toMatchObject({ status: 'dispatched', reopenings: 1 })
  })

  test('a resident who is no head is asked nothing of the kind', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(resident, 'dm', '帮河滨新村10号楼3单元的张奶奶反映一下，楼道灯坏了')
    expect(street.kinds(resident)).toEqual(['registered'])
    expect((await street.petition()).relay).toBeUndefined()
  })
})

describe('is it really fixed?', () => {
  /** An old woman's stair, in the households of a neighbour who was chosen head. */
  const stair = async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(
      resident,
      'dm',
      '河滨新村18号楼2单元楼道灯坏了，住着八十多岁独居老人，天黑怕摔跤',
    )
    await street.says(community, 'dm', '1001 签收')
    await street.says(community, 'dm', '1001 已换灯泡，办结')
    return street
  }

  test('the head of the stair is asked once, in one short question', async () => {
    const street = await stair()
    expect(street.kinds(neighbour)).toEqual(['checkAsked'])
    expect(street.told(neighbour)[0]).toContain('真好了吗')
    await street.itIs('2026-03-06 12:00')
    expect(street.kinds(neighbour)).toEqual(['checkAsked'])
  })

  test.each(['河滨新村20号楼垃圾没人收，还没处理', '楼下水管爆了还没人来修'])(
    'what a head tells of another matter is registered: %s',
    async (words) => {
      const street = await stair()
      await street.says(neighbour, 'dm', words)
      expect(await street.count()).toBe(2)
      expect(street.kinds(neighbour)).not.toContain('checkTaken')
    },
  )

  test.each(['没看到', '好的，下班去看看'])('%s is no verdict', async (words) => {
    const street = await stair()
    await street.says(neighbour, 'dm', words)
    expect(street.kinds(neighbour)).not.toContain('checkTaken')
  })

  test('fixed: thanked, and nobody else is bothered', async () => {
    const street = await stair()
    const before = street.told(community).length
    await street.says(neighbour, 'dm', '看过了，修好了')
    expect(street.kinds(neighbour)).toEqual(['checkAsked', 'checkTaken'])
    expect(street.told(community)).toHaveLength(before)
    expect(await street.petition()).toMatchObject({ status: 'resolved', check: { fixed: true } })
  })

  test('not fixed: handler and dispatcher hear it, and the petitioner decides', async () => {
    const street = await stair()
    await street.says(neighbour, 'dm', '1001 没修好，晚上还是黑的')
    expect(street.kinds(community).at(-1)).toBe('doubted')
    expect(street.kinds(resident).at(-1)).toBe('doubtTold')
    await street.expectStatus('resolved')
    await street.says(resident, 'dm', '没解决')
    await street.expectStatus('dispatched')
  })

  test('what is confidential is never shown to a head', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(
      resident,
      'dm',
      '河滨新村18号楼2单元楼道灯坏了，住着八十多岁独居老人，别说是我反映的',
    )
    await street.says(community, 'dm', '1001 签收')
    await street.says(community, 'dm', '1001 已换灯泡，办结')
    await street.expectStatus('resolved')
    expect(street.kinds(neighbour)).toEqual([])
  })

  test('nobody without office sees more than the entrance', async () => {
    const street = await stair()
    expect(street.told(neighbour).join()).not.toContain('八十')
  })
})
