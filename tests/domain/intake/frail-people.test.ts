import { describe, expect, test } from 'vitest'
import { onBehalfIn } from '../../../src/domain/intake/relay.ts'
import { vulnerableIn } from '../../../src/domain/intake/vulnerable.ts'

describe('somebody frail whom the matter reaches', () => {
  test.each([
    '彭娭毑屋里就她一个人 崽在东莞打工',
    '老两口都八十四五了 搬不动煤气罐',
    '俺爹走道都费劲 下不去楼',
    '老爷子瘫炕上三年了 屋里冰凉',
    '我媳妇怀着老二 七个月了 爬六楼',
    '屋里有个五个月的奶娃 冷得直哭',
    '孩子冻得发烧了 暖气还是温的',
    '我闺女三岁半 让狗扑倒了',
    '二楼住的是个聋哑人 听不见敲门',
    '我每周三次透析 电梯停了没法下楼',
    '我腿断了打着石膏 电梯坏了下不去楼',
    '佢成日要吸氧 停电就冇命',
    '杨婆走不动 沟就在她门口',
    '老妈有老年痴呆 走丢了两回',
    '他又动手打人 孩子吓得直哭',
  ])('%s', (text) => {
    expect(vulnerableIn(text, false).value).toBe(true)
  })

  test.each([
    '我今年七十三了 眼神不济',
    '我推婴儿车过不去这个坎',
    '孩子今年9月上一年级',
    '放学的孩子都从这走',
    '遛娃差点掉花坛里',
    '她骂我神经病',
    '招牌写着专治中风偏头痛',
    '我一个人住合租房 隔壁室友太吵',
    '楼下老头老太太跳舞太吵',
  ])('nobody in particular: %s', (text) => {
    expect(vulnerableIn(text, false).value).toBe(false)
  })
})

describe('speaking for another', () => {
  test.each([
    ['帮5号楼603小霍登记一下 他听不见', '小霍'],
    ['我代我组何满贵反映界墙的事', '何满贵'],
    ['替三楼佟姥姥说一声 她家漏雨', '佟姥姥'],
    ['刚才有三户找我说井里没水', '三户'],
    ['我们组里丁娭毑 就剩她带个孙伢子 没收入', '丁娭毑'],
    ['对门老耿大哥他一个人过 八十五了', '老耿'],
    ['想给我妈问一下居住证怎么办', '妈'],
    ['我姨医保在外省 在这边住院能直接报销吗', '姨'],
    ['他不会打字 我帮他发的', '他'],
    ['外婆讲我打字的 食堂饭太硬了', '外婆'],
    ['葛嫂子来电 说她男人又喝酒打她', '葛嫂子'],
    ['报一个情况:三组有一位81岁独居老人房子漏雨', '老人'],
  ])('%s: %s', (text, who) => {
    expect(onBehalfIn(text).value).toContain(who)
  })

  test.each([
    '二楼到五楼全黑 我昨天摔了一跤',
    '能不能让两边坐下来说说',
    '把我家的事跟别人讲',
    '隔壁老周天天半夜吵',
    '楼上王姐家漏水漏到我家来了',
    '想给孩子报名上小学',
    '我爸走了 户口怎么注销',
    '我给物业说了三回',
  ])('%s: for himself', (text) => {
    expect(onBehalfIn(text).value).toBeNull()
  })
})
