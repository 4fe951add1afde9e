import { describe, expect, test } from 'vitest'
import { readStretch } from '../../../src/domain/intake/read-stretch.ts'
import { talk, told, u } from './understanding.ts'

const minute = 60_000

/** The same talk with the given minutes between its messages. */
function apart(minutes: number, ...lines: readonly string[]) {
  const stretch = talk(null, ...lines)
  const start = stretch.messages[0]?.at.getTime() ?? 0
  return {
    ...stretch,
    messages: stretch.messages.map((message, index) => ({
      ...message,
      at: new Date(start + index * minutes * minute),
    })),
  }
}

const outline = (minutes: number, ...lines: readonly string[]) =>
  readStretch(apart(minutes, ...lines), u).matters.map(({ messages, supporters }) =>
    told(messages, supporters),
  )

describe('another thing with another fault is another matter', () => {
  test.each([
    ['5栋2单元楼道灯坏了', '梅园小区5栋停水了'],
    ['5栋2单元楼道灯坏了', '5栋停水了'],
    ['5栋2单元楼道灯坏了', '5栋电梯坏了'],
    ['5栋2单元楼道灯坏了', '2幢2单元下水道堵了'],
    ['5栋2单元楼道灯坏了', '楼下垃圾桶满了没人收'],
    ['楼上半夜总是打麻将吵得睡不着', '小区门口有人乱停车堵住了路'],
    ['家里停水了', '单元门禁坏了谁都能进'],
    ['我们单元电梯停了', '老人医保怎么报销'],
    ['下水道堵了往外冒', '路灯不亮了'],
  ])('%s; two hours later: %s', (first, second) => {
    expect(outline(120, `刘姐(5-2-301): ${first}`, `刘姐: ${second}`)).toEqual(['1', '2'])
  })

  test.each([
    ['5栋2单元楼道灯坏了', '5栋电梯坏了'],
    ['5栋2单元楼道灯坏了', '梅园小区5栋停水了'],
  ])('%s; and at once: %s', (first, second) => {
    expect(outline(1, `刘姐(5-2-301): ${first}`, `刘姐: ${second}`)).toEqual(['1', '2'])
  })
})

describe('what goes on with a matter belongs to it', () => {
  test.each([
    ['5栋2单元楼道灯坏了', '黑漆漆的，老人摔了一跤'],
    ['5栋2单元楼道灯坏了', '三楼到五楼都不亮'],
    ['5栋2单元楼道灯坏了', '打物业电话没人接'],
    ['5栋2单元楼道灯坏了', '到现在还没人来修'],
    ['5栋2单元楼道灯坏了', '就是那个声控灯不亮了'],
    ['楼上漏水漏到我家', '天花板都泡坏了，墙皮往下掉'],
    ['下水道堵了往外冒脏水', '一楼全淹了，臭得很'],
    ['5栋停水了', '马桶都没水冲，饭也煮不成'],
    ['电梯坏了', '我爸坐轮椅下不了楼'],
    ['楼下烧烤摊天天吵到半夜', '油烟也大，晾的被子全是味'],
    ['小区大门口乱停车', '消防通道都被占了'],
    ['垃圾桶满了没人收', '夏天臭得很，全是苍蝇老鼠'],
    ['电梯坏了', '有个老太太坐轮椅上不去'],
    ['井盖松了', '车压上去哐哐响，吵得睡不着'],
    ['家里漏水', '跟楼上说了不理还骂人'],
    ['我家停电了', '冰箱里的菜都坏了'],
    ['5栋2单元楼道灯坏了', '5栋2单元'],
    ['5栋2单元楼道灯坏了', '我叫刘兰，住5栋2单元301'],
  ])('%s; two hours later: %s', (first, second) => {
    expect(outline(120, `刘姐(5-2-301): ${first}`, `刘姐: ${second}`)).toEqual(['1,2'])
  })
})

test('what cannot be told is worth a question, not a category', () => {
  for (const line of ['那个东西又不行了', '它又坏了', '又是老问题', '还是那样，你们看着办吧']) {
    expect(readStretch(talk(null, `阿芳: ${line}`), u)).toMatchObject({ matters: [], unsure: true })
  }
})
