import { describe, expect, test } from 'vitest'
import {
  readErrand,
  readHeadsErrand,
  readPassedOn,
} from '../../../src/domain/intake/read-errand.ts'
import { type ErrandReply, readErrandReply } from '../../../src/domain/intake/read-errand-reply.ts'

describe('what a household head is asked to run for', () => {
  test.each([
    '请户长帮我代买点药',
    '请户长帮我取个快递，我腿脚不便出不了门',
    '户长，能不能帮我去社区医院拿降压药',
    '户长您好，方便的话帮我妈买两斤米，她下不了楼',
    '@汪户长 帮我买点菜吧，我发烧了',
    '想请户长帮我交一份低保复核的材料',
    '我们组的户长能帮我填个残疾证申请表吗',
    '请户长代办：去卫生院取药',
    '请我们楼的户长替我奶奶跑一趟药店',
    '劳烦户长给我寄个包裹',
    '能不能请户长帮我打印一下户口本复印件',
    '烦请户长代我去村委会领表',
    '找户长帮我爸挂个号，他不会用手机',
    '求户长帮忙送一下饭，老人在家没人管',
    '贾户长，麻烦帮我代取邮局的包裹',
    '请户长帮我预约一下体检',
    '辛苦户长帮我换一下煤气罐',
    '请户长帮我代领一下老年证',
    '户长有空帮我去拿个药，腿摔了',
    '让户长帮我捎两瓶酱油',
    '户长帮我买点退烧药可以吗',
    '户长在吗，麻烦帮我妈去药店买盒胰岛素',
    '户长户长，我在外地回不来，能不能帮我爸送袋米上楼',
    '请户长有空的时候帮我家老人去社区盖个章',
    '我妈下不来楼 想麻烦户长给带点菜',
    '我眼睛看不清，请户长帮我读一下信',
    '户长能不能帮我换个灯泡，我够不着',
    '拜托户长帮我照看一下老人',
    '户长帮我买袋面，谢谢',
    '户长麻烦你帮俺捎两斤鸡蛋',
    '想找户长代办一下医保报销材料',
  ])('%s', (words) => {
    expect(readErrand(words)).toMatchObject({ neighbour: null, needsMoney: false })
  })

  test.each([
    ['麻烦户长帮3栋王奶奶代取一下药', '王奶奶'],
    ['拜托户长帮隔壁李大爷领一下体检报告', '李大爷'],
    ['叫户长帮张婆婆买袋盐，她一个人出不去', '张婆婆'],
    ['请户长帮二组张奶奶代买两盒降糖药', '张奶奶'],
  ])('%s, for a neighbour', (words, neighbour) => {
    expect(readErrand(words)).toMatchObject({ neighbour, needsMoney: false })
  })

  test.each([
    '请户长帮我交一下电费',
    '请户长拿我银行卡帮我取点钱',
    '麻烦户长帮我代缴物业费',
    '户长帮我取养老金，密码我告诉你',
    '请户长帮我充一下话费',
    '请户长帮我去银行转账',
    '想请户长帮我领一下低保',
    '请户长帮我到银行取一千块',
    '户长帮我充个电卡吧',
    '请户长帮我还一下信用卡',
    '麻烦户长拿着我的存折去取钱',
  ])('is never money: %s', (words) => {
    expect(readErrand(words)).toMatchObject({ needsMoney: true })
  })

  test.each([
    ['谢谢户长帮我取药', 'thanked for'],
    ['表扬一下汪户长，经常帮老人代买药', 'praised for'],
    ['昨天户长帮我买了药', 'told'],
    ['户长已经帮我代取了，不用管了', 'done'],
    ['户长上次帮我买错了药', 'a complaint'],
    ['户长不肯帮我代取药', 'a complaint'],
    ['户长帮人代办还收钱，没人管吗', 'a complaint'],
    ['不用麻烦户长帮我买药了', 'not wanted'],
    ['户长可以代办什么', 'a question'],
    ['户长代办收费吗', 'a question'],
    ['户长能代办吗', 'a question'],
    ['听说户长能帮忙代办，哪些事可以代办', 'a question'],
    ['政务服务中心代办点几点上班', 'a counter'],
    ['帮办代办窗口在几楼', 'a counter'],
    ['专业代办营业执照，加微信', 'an advertisement'],
    ['中介代办社保靠谱吗', 'a firm'],
    ['代办大学文凭 全程代办 诚信', 'an advertisement'],
    ['请户长帮我反映一下楼道灯坏了', 'a report'],
    ['户长，楼道灯坏了麻烦报一下', 'a report'],
    ['请户长帮忙协调一下楼上漏水', 'mediation'],
    ['户长帮我们调解一下吵架的事', 'mediation'],
    ['请户长帮我催催物业', 'pressing'],
    ['请户长帮我们把路灯修好', 'a repair'],
    ['请户长来看看漏水', 'a look'],
    ['帮我代办一下居住证', 'no head'],
    ['谁能帮我取个快递', 'no head'],
    ['请网格员帮我取药', 'no head'],
    ['请户长通知大家停水', 'a notice'],
    ['新户长什么时候选', 'an election'],
    ['户长家的狗咬人', 'trouble'],
    ['我不是要户长帮我买药，是楼道灯坏了', 'something else'],
    ['户长帮张奶奶取药的照片发一下', 'a picture'],
    ['刚看到户长帮李大爷买菜，真好', 'praise'],
    ['户长让我帮他取快递', 'the other way round'],
    ['户长叫我帮王奶奶买药', 'the other way round'],
    ['大家有事就请户长代办哈', 'an announcement'],
    ['通知：户长可以为老人代办取药、买菜，有需要的请联系', 'an announcement'],
    ['社区招户长，帮老人代取药、代买菜，有意愿的报名', 'an announcement'],
    ['户长应该帮老人代买东西', 'an opinion'],
    ['请问户长能帮老人代取药吗', 'a question'],
    ['户长，帮我开一下单元门', 'a door'],
    ['请户长帮忙说一声楼上小点声', 'mediation'],
  ])('%s is nothing of it: %s', (words) => {
    expect(readErrand(words)).toBeNull()
  })
})

test.each([
  ['帮3栋的王奶奶代办：取降压药', '王奶奶', false],
  ['替李大爷代取药', '李大爷', false],
  ['帮二组张奶奶代买：盐和米', '张奶奶', false],
  ['我去帮5栋李婆婆代领体检报告', '李婆婆', false],
  ['帮王奶奶代缴：电费', '王奶奶', true],
])('a head writes down: %s', (words, neighbour, needsMoney) => {
  expect(readHeadsErrand(words)).toMatchObject({ neighbour, needsMoney })
})

test.each(['帮我代办：取药', '帮大家代办营业执照', '帮3栋王奶奶反映一下，路灯坏了'])(
  'a head writes no errand down: %s',
  (words) => {
    expect(readHeadsErrand(words)).toBeNull()
  },
)

test('somebody in office passes on, with the petition’s number or without; numbers of people go', () => {
  expect(readPassedOn('1027 请户长代办：上门送老年证')).toMatchObject({ words: '上门送老年证' })
  expect(readPassedOn('请户长代办：给3栋独居的王奶奶取药，电话13912345678')).toMatchObject({
    neighbour: '王奶奶',
    words: expect.not.stringContaining('139'),
  })
  expect(readPassedOn('1027 请户长代办')).toMatchObject({ words: '' })
  expect(readPassedOn('1027 转给物业')).toBeNull()
  expect(readPassedOn('户长代办什么')).toBeNull()
})

describe('what is said of an errand that runs', () => {
  const head = { isAsked: true, isReported: false }
  const neighbour = { isAsked: false, isReported: true }
  const nothing = { isAsked: false, isReported: false }
  test.each<[string, typeof head, ErrandReply['act'] | null]>([
    ['代办3号接了', head, 'accept'],
    ['好的', head, 'accept'],
    ['我去办', head, 'accept'],
    ['行，我下午去取', head, 'accept'],
    ['好的', nothing, null],
    ['代办3号办不了：在外地', head, 'decline'],
    ['没空，转给网格员吧', head, 'decline'],
    ['药取回来了，送到家里了', head, 'report'],
    ['代办3号办好了', nothing, 'report'],
    ['菜买好了放在门口', nothing, 'report'],
    ['还没办', nothing, null],
    ['明天办好', nothing, null],
    ['今天天气真好', nothing, null],
    ['办好了吗？', head, null],
    ['是的', neighbour, 'yes'],
    ['收到了，谢谢户长', neighbour, 'yes'],
    ['没有啊，还没拿到', neighbour, 'no'],
    ['不是，少了一盒', neighbour, 'no'],
    ['代办3号没办好', neighbour, 'no'],
    ['代办3号不用了', neighbour, 'withdraw'],
    ['楼道灯坏了', neighbour, null],
  ])('%s', (words, asked, act) => {
    expect(readErrandReply(words, asked)?.act ?? null).toBe(act)
  })

  test('is of a number, and what follows is its reason', () => {
    expect(readErrandReply('代办12号办不了：在外地', head)).toEqual({
      ...{ number: 12, isNamed: true, act: 'decline', text: '在外地' },
    })
  })
})
