import { describe, expect, test } from 'vitest'
import { roomId } from '../../../src/domain/ids.ts'
import { readReply } from '../../../src/domain/intake/read-reply.ts'
import type { ReplyContext } from '../../../src/domain/intake/reply.ts'
import { u } from './understanding.ts'

const read = (context: ReplyContext, text: string) =>
  readReply(text, context, { room: roomId('meiyuan'), alias: '5-2-301' }, u)

describe('survey', () => {
  test.each<[string, boolean | null, number | null]>([
    ['处理得很及时,很满意', true, 5],
    ['比较满意', true, 4],
    ['凑合吧', null, 3],
    ['不太满意', null, 2],
    ['非常不满意', null, 1],
    ['解决了 5分', true, 5],
    ['修好了 4分', true, 4],
    ['8分', null, 4],
    ['⭐⭐⭐', null, 3],
    ['👍', true, 5],
    ['灯亮了谢谢', true, null],
    ['搞掂咗 唔该晒', true, null],
    ['没修好', false, null],
    ['根本没人来', false, null],
    ['还是老样子', false, null],
    ['处理了但不彻底 还有味', false, null],
    ['呵呵 真快啊 等了俩月', false, 1],
    ['不知道 没在家', null, null],
  ])('%s: solved %s, %s points', (text, solved, score) => {
    expect(read('survey', text)).toMatchObject({ act: 'rate', solved, score })
  })

  test.each([
    ['修是修了 没两天又坏了', 'reopen'],
    ['问题没有解决 请重新处理', 'reopen'],
    ['垃圾清了但过两天又满 请再派人来', 'reopen'],
    ['烦死了 别再问了', 'decline'],
    ['不评价', 'decline'],
    ['楼下又停了辆车堵门', 'other'],
    ['梅园小区8栋1单元门口垃圾桶满了几天了没人清运', 'other'],
    ['8栋1单元的灯还是没人修', 'rate'],
    ['快来人 楼道着火了', 'other'],
  ])('%s: %s', (text, act) => {
    expect(read('survey', text).act).toBe(act)
  })

  test('the reason is what follows the but', () => {
    expect(read('survey', '满意 就是师傅来得晚了点')).toMatchObject({ reason: '师傅来得晚了点' })
  })
})

describe('confirm', () => {
  test.each([
    ['是', 'yes'],
    ['好的 登记吧', 'yes'],
    ['👌', 'yes'],
    ['要得', 'yes'],
    ['没错', 'yes'],
    ['不用', 'no'],
    ['我没说要报', 'no'],
    ['唔使啦', 'no'],
    ['物业刚来弄好了', 'withdraw'],
    ['不用了 自己解决了', 'withdraw'],
    ['今天吃什么', 'other'],
  ])('%s: %s', (text, act) => {
    expect(read('confirm', text).act).toBe(act)
  })

  test.each([
    ['不对 是3栋2单元', { building: '3', unit: '2' }],
    ['是7栋不是6栋', { building: '7' }],
    ['地址错了 应该是12栋', { building: '12' }],
  ])('%s corrects the place', (text, place) => {
    expect(read('confirm', text)).toMatchObject({ act: 'amend', place })
  })

  test('a yes may add something', () => {
    expect(read('confirm', '对 另外麻烦备注晚上六点后在家')).toMatchObject({
      act: 'amend',
      text: expect.stringContaining('晚上六点后在家'),
    })
  })
})

describe('where is it?', () => {
  test('a bare door is the answer', () => {
    expect(read('ask_place', '8栋1单元')).toMatchObject({
      act: 'place',
      place: { name: '梅园小区', building: '8', unit: '1' },
    })
  })

  test.each(['不知道', '你猜', '隔壁老王家的狗又咬人了 你们管不管 5栋那边'])(
    '%s: no answer',
    (text) => {
      expect(read('ask_place', text).act).toBe('other')
    },
  )
})

describe('task', () => {
  test.each([
    ['收到,马上处理', 'accept'],
    ['已接单', 'accept'],
    ['1', 'accept'],
    ['已处理完毕', 'resolve'],
    ['已更换路灯两盏,恢复照明', 'resolve'],
    ['不归我们管', 'return'],
    ['地址不详,无法处理,退回', 'return'],
    ['请派出所协助', 'ask_help'],
    ['已联系物业,明天上门', 'note'],
    ['正在处理中', 'note'],
  ])('%s: %s', (text, act) => {
    expect(read('task', text).act).toBe(act)
  })

  test('who should have it is named by its code', () => {
    expect(read('task', '应由市政处理,请转派')).toMatchObject({ act: 'transfer', to: 'SZ' })
    expect(read('task', '请转城管')).toMatchObject({
      act: 'transfer',
      to: 'CG',
      reason: '请转城管',
    })
    expect(read('task', '转城管：按职责')).toMatchObject({ to: 'CG', reason: '按职责' })
  })

  test.each([
    ['申请延期3天', 3],
    ['需要延期一周 等配件', 7],
    ['再给五天时间', 5],
    ['申请延期', null],
  ])('%s: %s days', (text, days) => {
    expect(read('task', text)).toMatchObject({ act: 'extend', days })
  })
})

describe('nothing pending', () => {
  test.each([
    ['我报的事怎么样了', 'status'],
    ['处理到哪一步了', 'status'],
    ['转人工', 'handover_to_human'],
    ['怎么用', 'help'],
    ['我的任务', 'tasks'],
    ['催一下', 'urge'],
    ['不是同一件事', 'unjoin'],
    ['谢谢你', 'thanks'],
    ['你好', 'other'],
    ['我要报修', 'new'],
    ['楼道灯坏了三天了', 'new'],
    ['我不想活了', 'new'],
  ])('%s: %s', (text, act) => {
    expect(read('idle', text).act).toBe(act)
  })
})

describe('numbers of petitions', () => {
  test.each<[ReplyContext, string, number | null]>([
    ['idle', '1027号到哪一步了', 1027],
    ['idle', '#1027 催一下', 1027],
    ['survey', '1027 满意', 1027],
    ['task', '1027号 已处理完毕', 1027],
    ['idle', '3号楼的灯修了没', null],
    ['survey', '5', null],
    ['survey', '800号', null],
  ])('%s: %s is about %s', (context, text, petition) => {
    expect(read(context, text).petition).toBe(petition)
  })
})
