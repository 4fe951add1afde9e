import { describe, expect, test } from 'vitest'
import { readReply } from '../../../src/domain/intake/read-reply.ts'
import type { ReplyContext } from '../../../src/domain/intake/reply.ts'
import { u } from './understanding.ts'

const read = (context: ReplyContext, text: string) =>
  readReply(text, context, { room: null, alias: '' }, u)

describe('what no rule lists is understood by its words', () => {
  test.each<[ReplyContext, string, string]>([
    ['survey', 'rate', '厨房那根管子总算不往下滴了'],
    ['survey', 'reopen', '才消停两宿 今晚又敲上了 麻烦你们再去说说'],
    ['survey', 'decline', '年纪大了 弄不来 甭问我了'],
    ['confirm', 'yes', '嗯嗯对的 给登上呗'],
    ['confirm', 'withdraw', '不用登了 人家把货搬走了'],
    ['task', 'accept', '好嘞 我手头忙完就过去'],
    ['task', 'resolve', '线头接上了 灯都亮了 住户看过'],
    ['idle', 'status', '我那单子走到哪儿啦'],
    ['idle', 'handover_to_human', '跟你讲不明白 换个真人来'],
  ])('%s, %s: %s', (context, act, text) => {
    expect(read(context, text).act).toBe(act)
  })
})

describe('what would hurt is not believed', () => {
  test.each(['谢谢你们 修完屋里彻底没水了', '真高效 高效到现在都没人来', '要是修好了我还问你干嘛'])(
    'mockery is not solved: %s',
    (text) => {
      expect(read('survey', text)).not.toMatchObject({ solved: true })
    },
  )

  test.each(['不登不登 登了得罪人', '我没让你们登啊'])('a refusal is no yes: %s', (text) => {
    expect(read('confirm', text).act).not.toBe('yes')
  })

  test.each(['建设路52号门口有人占道摆摊', '还有3栋2单元的下水道也堵了'])(
    'another matter corrects nothing: %s',
    (text) => {
      expect(read('confirm', text).act).toBe('other')
    },
  )

  test.each(['已修好', '退回 不是我的', '申请延期三天', '转安居物业'])(
    'an order of staff asks us nothing: %s',
    (text) => {
      expect(read('idle', text).act).toBe('other')
    },
  )
})
