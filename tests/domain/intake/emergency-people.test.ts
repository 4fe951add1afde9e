import { describe, expect, test } from 'vitest'
import { emergencyIn } from '../../../src/domain/intake/emergency.ts'
import type { Danger } from '../../../src/domain/intake/matter.ts'
import { readStretch } from '../../../src/domain/intake/read-stretch.ts'
import { talk, u } from './understanding.ts'

const real: readonly (readonly [Danger, string])[] = [
  ['child', '孩子在阳台上快掉下去了'],
  ['child', '对面楼有个小孩趴在窗口半个身子都出来了'],
  ['child', '娃在飘窗上往外爬，家里没大人'],
  ['child', '六楼窗户没关，小孩坐在窗台上晃腿'],
  ['child', '小朋友翻过阳台栏杆了'],
  ['child', '孩子的头卡在栏杆里出不来'],
  ['child', '宝宝悬在防盗网外面，快来人'],
  ['child', '有个小男孩站在空调外机上'],
  ['child', '孩子快要从楼上掉下来了'],
  ['child', '两岁的妹妹一个人锁在家里，灶上还开着火'],
  ['child', '娃的手夹在电梯缝里了'],
  ['child', '闺女放学没回来，到处找不着人了'],
  ['child', '小孩钻进井里去了'],
  ['child', '小外孙喝了洁厕灵'],
  ['water', '有孩子在水库里下不来了，快沉了'],
  ['child', '娃娃滑到塘里了'],
  ['water', '河里有人喊救命'],
  ['water', '小孩踩破冰掉下去了'],
  ['water', '爷爷栽进鱼塘了'],
  ['fight', '家暴，老公又打我，帮帮我'],
  ['fight', '我男人喝醉了又在打我'],
  ['fight', '他打我，我躲在厕所里'],
  ['fight', '老公把我打了，现在不让我出门'],
  ['fight', '我被老公打得浑身是伤，孩子也在哭'],
  ['fight', '隔壁又在打老婆，女的哭得厉害'],
  ['fight', '楼上男的在打孩子，孩子叫得好惨'],
  ['fight', '爸爸在打妈妈，我害怕'],
  ['fight', '前夫在砸我家的门，说要弄死我'],
  ['fight', '儿子动手打他妈了，拦不住'],
  ['fight', '他掐我，我喘不过气，救我'],
  ['fight', '对门男的拿皮带抽孩子'],
  ['fight', '我爸又喝多了打我妈'],
  ['fight', '老公掐着我不放'],
  ['fight', '男朋友不让我走还打我'],
  ['fight', '救救我老公要打死我'],
  ['medical', '我儿子从楼梯上滚下来头破了'],
  ['medical', '老头子不行了快叫车'],
  ['medical', '王奶奶突然说话不清楚嘴歪了'],
  ['medical', '老太太摔在楼梯口，喊她不应'],
  ['medical', '大爷倒在浴室里怎么叫都没反应'],
  ['medical', '隔壁爷爷倒了，喊不答应'],
  ['medical', '我妈滑倒在卫生间起不来了'],
  ['medical', '老爷子躺在地上一动不动'],
  ['medical', '奶奶叫不应了，嘴歪了'],
  ['medical', '爷爷胸口疼得直冒汗，脸都白了'],
  ['electric', '师傅修灯触电了，人粘在上面'],
  ['electric', '小孩摸灯杆被电着了'],
  ['electric', '热水器漏电，我爸被电倒了'],
  ['suicide', '我撑不下去了，活着好累，想走了'],
  ['suicide', '没有我你们会过得更好'],
  ['suicide', '这是我最后一次在群里说话，永别'],
  ['suicide', '她说要从天台跳下去'],
  ['suicide', '我已经把药都吞下去了'],
  ['suicide', '真的不想再撑了，想解脱'],
]

test.each(real)('%s: %s', (danger, text) => {
  expect(emergencyIn(text)?.danger).toBe(danger)
})

const calm: readonly string[] = [
  '孩子在阳台上写作业，楼上往下滴水',
  '阳台上的衣服快掉下去了',
  '花盆在阳台边上快掉下去了',
  '孩子考试分数掉下去了',
  '阳台栏杆松了，怕孩子掉下去',
  '窗户没护栏，家里有小孩不放心，能不能装一个',
  '小孩趴在窗台上写生',
  '孩子的书包挂在栏杆上',
  '楼上小孩天天在阳台上跑跳',
  '小孩玩具卡在栏杆里了',
  '宝宝夹子谁家有',
  '社区有没有反家暴的讲座',
  '老公打我电话没人接',
  '他打我电话骂人',
  '老公打我微信转过来的钱',
  '儿子打我手机说回来吃饭',
  '以前老公打过我，早离婚了',
  '楼上天天打孩子骂孩子，能不能管管',
  '我老公打麻将输了钱',
  '他又打我小报告',
  '楼上小孩又打翻东西',
  '用扫帚打蟑螂',
  '爸爸在打疫苗',
  '男人在打球，吵得很',
  '老人上个月摔倒过，台阶太滑了',
  '雨天台阶滑，怕老人摔倒起不来',
  '老人叫了三次物业都没反应',
  '喊物业喊不应',
  '打电话叫不应',
  '对讲机按了没反应',
  '小孩喝了凉水拉肚子',
  '电死了多少蚊子',
  '谁有电蚊拍，被蚊子咬死了',
  '水库游泳真凉快',
  '鱼塘里的鱼都翻肚子了',
  '这天没有空调活着好累',
  '药都吃完了，哪里能开',
  '最后一次团购了，要的赶紧',
  '想走了，这小区住不下去',
  '下班太晚孩子没人接，有没有托管',
  '门卫一动不动坐着，谁都放进来',
]

test.each(calm.map((text) => [text]))('no emergency: %s', (text) => {
  expect(emergencyIn(text)).toBeNull()
})

describe('who is in danger decides the category', () => {
  test.each([
    ['孩子在阳台上快掉下去了', '0812'],
    ['六楼窗户没关，小孩坐在窗台上晃腿', '0812'],
    ['井盖没了，一群孩子围着井口玩', '0102'],
    ['家暴，老公又打我，帮帮我', '0808'],
  ])('%s: %s', (text, category) => {
    const [matter] = readStretch(talk('meiyuan', `刘姐(5-2-301): ${text}`), u).matters
    expect(matter).toMatchObject({
      category: { value: category },
      urgency: { value: 'emergency' },
    })
  })
})
