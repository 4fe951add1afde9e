import { describe, expect, test } from 'vitest'
import { readHeard } from '../../../src/domain/intake/read-heard.ts'
import { readPoll } from '../../../src/domain/intake/read-poll.ts'
import { readOfDraft, readVoice } from '../../../src/domain/intake/read-voice.ts'
import { readVote } from '../../../src/domain/intake/read-vote.ts'
import { smallBook } from '../../support/book.ts'
import { at } from '../../support/builders.ts'

describe('what staff want told or asked', () => {
  test.each([
    ['通知 幸福里：明天上午9点停水检修', 'announcement', '幸福里', '明天上午9点停水检修'],
    ['发通知到本网格：周六大扫除', 'announcement', '本网格', '周六大扫除'],
    ['请群发一条通知给阳光花园：电梯年检', 'announcement', '阳光花园', '电梯年检'],
    ['给幸福里业主群发通知：疫苗接种周五开始', 'announcement', '幸福里业主群', '疫苗接种周五开始'],
    ['通知：明天停电', 'announcement', '', '明天停电'],
    ['征集意见 幸福里：广场怎么改', 'poll', '幸福里', '广场怎么改'],
    ['发起投票到本社区：换不换路灯', 'poll', '本社区', '换不换路灯'],
  ])('%s', (words, what, to, text) => {
    expect(readVoice(words)).toMatchObject({ kind: 'spread', what, to, text })
  })

  test.each([
    ['通知情况', 'standing', 'announcement', null],
    ['通知3号情况', 'standing', 'announcement', 3],
    ['投票结果', 'standing', 'poll', null],
    ['通知3号再提醒一次', 'repeat', 'announcement', 3],
    ['再提醒一次通知', 'repeat', 'announcement', null],
  ])('%s', (words, kind, what, number) => {
    expect(readVoice(words)).toEqual({ kind, what, number })
  })

  test.each([
    '已通知居民明天停水',
    '1027 已通知物业，明天来修',
    '接到通知后马上到现场了',
    '通知物业来修一下',
    '通知还没发吗？',
    '投票的事情怎么弄',
    '1027 办结：已通知到户',
  ])('not: %s', (words) => {
    expect(readVoice(words)).toBeNull()
  })

  test.each([
    ['发', 'send'],
    ['好的，发吧', 'send'],
    ['确认', 'send'],
    ['不发了', 'drop'],
    ['好的', 'vague'],
    ['发给我看看', undefined],
    ['1027 签收', undefined],
  ])('to a draft: %s', (words, kind) => {
    expect(readOfDraft(words)?.kind).toBe(kind)
  })

  test('a question with options and an end', () => {
    const now = at('2026-03-02 09:00')
    expect(
      readPoll('加不加装充电桩？A.要 B.不要，C、看情况，3月10日截止', false, now, smallBook),
    ).toMatchObject({
      text: '加不加装充电桩？',
      options: [
        { letter: 'A', text: '要' },
        { letter: 'B', text: '不要' },
        { letter: 'C', text: '看情况' },
      ],
    })
    expect(readPoll('小广场怎么改', false, now, smallBook)).toEqual({
      ...{ text: '小广场怎么改', options: [], endsAt: null },
    })
  })
})

const said = (text: string, minutes = 1) =>
  ({ text, at: new Date(at('2026-03-02 10:00').getTime() - minutes * 60_000) }) as Parameters<
    typeof readHeard
  >[2][number]
const now = at('2026-03-02 10:00')

describe('what residents say to it', () => {
  test.each([
    ['收到', false, [], 'heard'],
    ['好的收到，谢谢提醒', false, [], 'heard'],
    ['1', false, [], 'heard'],
    ['👍👍', false, [said('收到')], 'heard'],
    ['👍', false, [said('我家狗会握手了')], null],
    ['1', false, [said('明天几个人去爬山？')], null],
    ['收到', false, [said('各位业主，物业费单已发，收到请回复')], null],
    ['收到', true, [said('各位业主，物业费单已发，收到请回复')], 'heard'],
    ['收到', false, [said('停到几点？')], 'heard'],
    ['好的', false, [], null],
    ['好的', true, [], 'heard'],
    ['收到，停到几点？', false, [], 'andMore'],
    ['快递收到了吗', false, [], null],
    ['还没收到', false, [], null],
    ['11栋停水了', false, [], null],
  ] as const)('heard: %s (quoted: %s)', (words, quotes, since, heard) => {
    expect(readHeard(words, quotes, since, now)).toBe(heard)
  })

  const options = [
    { letter: 'A', text: '要' },
    { letter: 'B', text: '不要' },
  ]
  test.each([
    ['a', false, [], 'A'],
    ['Ｂ', false, [], 'B'],
    ['我家选B', false, [], 'B'],
    ['改成A', false, [], 'A'],
    ['我家同意', false, [], 'A'],
    ['不同意', false, [], 'B'],
    ['选B，太吵了', false, [], 'B'],
    ['要', false, [said('谁要拼单？')], undefined],
    ['要', false, [said('B')], 'A'],
    ['A', false, [said('去哪家：A 火锅 B 烧烤')], undefined],
    ['A栋有人吗？', false, [], undefined],
    ['同意，但是离楼远一点', false, [], 'A'],
    ['要下雨了', false, [], undefined],
    ['D', false, [], undefined],
    ['我家也是', false, [], undefined],
    ['我家也是', false, [said('选B')], 'B'],
    ['我也一样', false, [said('不同意'), said('我家也是')], 'B'],
    ['+1', false, [said('「邻里小助手：【征集意见】加不加装充电桩？」\n- - - - - - -\nB')], 'B'],
    ['我家也是', false, [said('B'), said('楼道又堆满了')], undefined],
    ['我家也是', true, [said('B'), said('楼道又堆满了')], undefined],
  ] as const)('vote: %s (quoted: %s)', (words, quotes, since, choice) => {
    expect(readVote(words, options, quotes, since, now)?.choice).toBe(choice)
  })
})
