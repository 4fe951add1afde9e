import { describe, expect, test } from 'vitest'
import { roomId } from '../../../src/domain/ids.ts'
import { readReply } from '../../../src/domain/intake/read-reply.ts'
import { u } from './understanding.ts'

const read = (text: string) =>
  readReply(text, 'task', { room: roomId('meiyuan'), alias: '' }, u).act

describe('what is not done is only noted', () => {
  test.each([
    '1001 没办结',
    '1001 没 办结',
    '1001号还没有办结',
    '尚未办结',
    '未办结',
    '还不能办结，在等配件',
    '暂时不能办结',
    '先别办结',
    '不用办结',
    '没办法办结',
    '无法办结，业主不让进门',
    '办结不了',
    '办不了',
    '办不完',
    '没修好',
    '还没修好',
    '没能修好，主板烧了',
    '还没弄完',
    '没搞定',
    '搞不定，太高了',
    '修不了',
    '修不好',
    '换不了，型号停产',
    '处理不完，垃圾太多',
    '解决不了这个事',
    '疏通不开',
    '不算修好',
    '算不上解决',
    '等修好了再办结',
    '修好了再跟你说',
    '快修好了',
    '差一点就修好了',
    '争取后天修好',
    '如果修好了我会回',
  ])('%s', (text) => {
    expect(read(text)).toBe('note')
  })
})

describe('a question resolves nothing', () => {
  test.each([
    '请问这个能办结吗？',
    '这个可以办结吗',
    '能不能办结',
    '是不是可以办结了',
    '修好了吗',
    '修好了么',
    '修好没有',
    '修好了没',
    '换好了没有啊',
    '已经处理好了？',
    '什么时候办结',
    '怎么办结',
    '这个怎么就办结了',
    '谁办结的',
    '办结了不',
  ])('%s', (text) => {
    expect(read(text)).toBe('note')
  })
})

describe('done, but it still does not work', () => {
  test.each([
    '已经换了但还不亮',
    '修好了又坏了',
    '换了灯管，还是不亮',
    '疏通了，可是仍然堵',
    '清理了一半',
    '已清掏，水还是下不去',
    '已更换水泵，没有反应',
    '补了，不过还在渗',
    '阀门换了，还差一个垫片',
    '修了，不管用',
    '换了但是没亮',
  ])('%s', (text) => {
    expect(read(text)).toBe('note')
  })
})

describe('what is done is done', () => {
  test.each([
    '办结',
    '已办结',
    '1001 办结',
    '可以办结了',
    '修好了',
    '换好了，灯亮了',
    '已经换了，不漏了',
    '灯不亮的问题已修好',
    '昨天没修好，今天已经修好了',
    '旧的修不了，已换新的',
    '堵了的管子已疏通',
    '垃圾、杂物等已清理完毕',
    '居民反映没人管的坑已填好',
    '搞定',
    '已修好，没问题了',
    '不用再去了，已经处理好了',
  ])('%s', (text) => {
    expect(read(text)).toBe('resolve')
  })
})

describe('the reason is all that is said beside the order', () => {
  test.each([
    ['退回：不归网格管，要执法', '不归网格管，要执法'],
    ['1001 退回：不归网格管', '不归网格管'],
    ['这件退回;地址是隔壁街道的', '地址是隔壁街道的'],
    ['不是我们网格的，退回', '不是我们网格的'],
    ['地址不详，申请退回，请补充楼号', '地址不详，请补充楼号'],
    ['延期三天：配件没到', '配件没到'],
    ['延期到明天18:00：配件没到', '配件没到'],
    ['配件没到，延期三天', '配件没到'],
  ])('%s', (text, reason) => {
    expect(readReply(text, 'task', { room: roomId('meiyuan'), alias: '' }, u)).toMatchObject({
      reason,
    })
  })
})

describe('danger told of with an order is over or in hand; told without one it is a new matter', () => {
  test.each([
    ['1002 办结，灶具软管漏气，已关阀换管，检测合格', 'resolve'],
    ['1002号 办结：火已扑灭，没有人受伤', 'resolve'],
    ['1002 签收，楼道煤气味重，抢修车五分钟到', 'accept'],
    ['1002 现场又漏气了，楼道里煤气味特别重', 'other'],
    ['办结了一件，但是楼下着火了快来人', 'other'],
  ])('%s: %s', (text, act) => expect(read(text)).toBe(act))
})

test.each([
  ['1001 进展：已派师傅，下午到', '已派师傅，下午到'],
  ['1001 最新进展: 零件已下单', '零件已下单'],
  ['1001 进展顺利，明天换完', '进展顺利，明天换完'],
])('news is told without the word that says it is news: %s', (said, told) => {
  const reply = readReply(said, 'task', { room: roomId('meiyuan'), alias: '' }, u)
  expect(reply).toMatchObject({ act: 'note', text: told })
})
