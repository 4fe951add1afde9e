import { expect, test } from 'vitest'
import { cameToNothing, wasTrifle } from '../../../src/domain/intake/came-to-nothing.ts'
import { emergencyIn } from '../../../src/domain/intake/emergency.ts'

test('who says what it was, or that it is over, takes the danger out of it', () => {
  for (const [danger, text] of [
    ['fire', '在烧落叶 保洁看着呢'],
    ['fire', '那是我家新装的灯'],
    ['fire', '不好意思 刚才火忘了 已经关了'],
    ['fire', '物业在做消防演练'],
    ['gas', '我刚换煤气罐 已经拧紧'],
    ['fight', '是拍短视频的 刀是塑料的'],
    ['fight', '开锁师傅 户主在旁边'],
    ['lift', '出来了 是维保在试'],
    ['medical', '他缓过来了 自己走回家了'],
    ['child', '在我家跟我儿子玩呢'],
    ['suicide', '那是修太阳能的'],
  ] as const)
    expect.soft(cameToNothing(text, danger), text).toBe(true)
})

test('a guess, a question, or help that is still needed ends nothing', () => {
  for (const [danger, text] of [
    ['fire', '应该是在烧落叶'],
    ['fire', '是不是在烧纸'],
    ['fire', '火灭了又着了'],
    ['fire', '不是演练 快跑'],
    ['gas', '阀门已经关了 老人还没出来'],
    ['medical', '醒了 但是说不出话 还在流血'],
    ['fight', '在楼下打'],
    ['lift', '门打不开'],
    ['suicide', '还坐在栏杆外面'],
  ] as const)
    expect.soft(cameToNothing(text, danger), text).toBe(false)
})

test('what was meant may be a trifle; over some trifles people have died', () => {
  expect(wasTrifle('忘记交作业了', 'medical')).toBe(true)
  expect(wasTrifle('又没中签', 'suicide')).toBe(true)
  expect(wasTrifle('考试又没过', 'suicide')).toBe(false)
})

test('words that tell themselves how it ended are no call for help', () => {
  for (const text of [
    '谣言 我们小区没着火 别传',
    '谁家孩子骑窗台 看清了是个布娃娃',
    '困在电梯里两分钟 自己开了',
    '忙得头发都要着火',
    '不想活了 明天又是周一',
    '爬了九楼 喘不过气',
    '灶忘关 厨房差点烧了 幸好发现得早',
    '老伴拿铁棍去撬水闸',
  ])
    expect.soft(emergencyIn(text), text).toBeNull()
})

test('the same words with danger in them are', () => {
  for (const text of [
    '不是谣言 真着火了',
    '原来是隔壁着火了 快来人',
    '周一我不想活了 我在楼顶',
    '爬到六楼我妈喘不过气',
    '插座有糊味 还冒烟',
    '他们拿铁棍来撬门 报警',
    '隔壁割了手 血流一地',
    '工人埋在墙底下 还在喊',
    '煤气管子在往外漏',
    '电箱泡在水里 蓝色火花 有小孩在踩水',
    '妈妈先走了 电话一直打不通 她刚发的',
  ])
    expect.soft(emergencyIn(text), text).not.toBeNull()
})
