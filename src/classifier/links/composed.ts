import { type GoldConversation, goldConversation } from '../scoring/gold.ts'

/**
 * Everyday talks put together from short sentences: who says another thing begins another matter, who agrees joins,
 * who jests does neither. Authors seldom write what goes without saying; here it is said.
 */
const statements = `12栋3单元楼道灯全黑了
7栋2单元电梯停在一楼不动
3栋楼下垃圾桶满了没人收
小区北门口有人乱停车堵住路
我家停水了
顶楼漏水 天花板湿了一大片
单元门禁坏了 谁都能进来
楼上天天半夜打牌吵得睡不着
路口井盖没了
下水道堵了 污水往外冒
楼道里堆满纸箱子
花坛边那盏路灯不亮
对面工地半夜还在打桩
有人从楼上往下扔烟头
电动车从楼上拉线下来充电
健身器材断了一根
消防通道被货车堵死了
物业费涨了也没人通知
老鼠在垃圾房乱窜
门口饭店油烟熏得开不了窗
家里暖气一点不热
宽带断了三天没人修
楼梯扶手松了
后面那条沟臭得很`.split('\n')
const echoes =
  '我家也是|我们单元也这样|+1|同求解决|是的 我也碰到了|我家门口一样|确实 昨天就这样了|对 我也看见了'.split(
    '|',
  )
const jests = '哈哈省电了|就当锻炼身体|正好减肥[捂脸]|笑死|习惯就好|又可以发朋友圈了'.split('|')
const facts =
  '已经三天了|找过物业 没人来|昨天晚上开始的|打了电话也打不通|老人孩子都不敢走|今天早上更厉害了'.split(
    '|',
  )
const began = '从昨天晚上开始的|前天就这样了|三天了|打过电话说没人'.split('|')
const ends = '修好了|已经好了 谢谢大家|师傅来弄好了|刚刚恢复了|没事了 解决了'.split('|')
const idle =
  '今天菜市场排骨便宜|谁家有螺丝刀借一下|周末一起跳舞吗|快递到了记得拿|大家早上好|孩子作业写完没|晚上打牌缺一个|收到'.split(
    '|',
  )

type Line = readonly [from: string, text: string, minutes: number, type?: 'image']

function talk(
  id: string,
  room: string | null,
  lines: readonly Line[],
  expect: readonly { messages: string[]; supporters?: string[] }[],
  settled: readonly { messages: string[]; by: string; supporters?: string[] }[] = [],
): GoldConversation {
  const begun = Date.parse('2026-03-02T09:00:00+08:00')
  const petition = { category: '1901', supporters: [] }
  return goldConversation.parse({
    id,
    room: room ?? 'dm',
    kind: room ? 'group' : 'direct',
    in_rooms: room ? [] : ['room-xf-1'],
    messages: lines.map(([from, text, minutes, type], i) => ({
      id: `m${i + 1}`,
      from,
      name: from,
      alias: '',
      type: type ?? 'text',
      text,
      at: `${new Date(begun + minutes * 60_000 + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`,
    })),
    expect: expect.map((one) => ({ ...petition, ...one })),
    settled: settled.map((one) => ({ ...petition, ...one })),
  })
}

/** The same talks every time. */
export function composedTalks(): GoldConversation[] {
  const at = (list: readonly string[], i: number): string => list[i % list.length] ?? ''
  return statements.flatMap((said, i) => {
    const other = at(statements, i + 7)
    const third = at(statements, i + 13)
    return [
      talk(
        `agreed-${i}`,
        'room-xf-1',
        [
          ['r1', said, 0],
          ['r2', at(echoes, i), 1],
          ['r3', at(jests, i), 2],
          ['r1', at(facts, i), 3],
          ['r4', at(idle, i), 4],
        ],
        [{ messages: ['m1', 'm4'], supporters: ['r2'] }],
      ),
      talk(
        `ended-${i}`,
        i % 2 === 0 ? 'room-xf-1' : null,
        [
          ['r1', said, 0],
          ['r1', at(facts, i + 1), 1],
          ['r1', at(ends, i), 50],
        ],
        [],
        [{ messages: ['m1', 'm2'], by: 'm3' }],
      ),
      talk(
        `two-${i}`,
        i % 3 === 0 ? 'room-xf-1' : null,
        [
          ['r1', said, 0],
          ['r1', i % 2 === 0 ? `还有 ${other}` : other, i % 4 === 0 ? 1 : 120],
        ],
        [{ messages: ['m1'] }, { messages: ['m2'] }],
      ),
      talk(
        `neighbours-${i}`,
        'room-xf-1',
        [
          ['r5', at(idle, i + 2), 0],
          ['r1', said, 1],
          ['r2', third, 3],
          ['r1', '', 4, 'image'],
          ['r3', at(echoes, i + 3), 5],
          ['r4', `我家也是 ${at(began, i)}`, 6],
        ],
        [{ messages: ['m2', 'm4'] }, { messages: ['m3', 'm6'], supporters: ['r3', 'r4'] }],
      ),
    ]
  })
}
