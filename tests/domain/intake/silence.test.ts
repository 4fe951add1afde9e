import { describe, expect, test } from 'vitest'
import { readStretch } from '../../../src/domain/intake/read-stretch.ts'
import { talk, told, u } from './understanding.ts'

const heard = (room: string | null, ...lines: readonly string[]) =>
  readStretch(talk(room, ...lines), u).matters.filter(({ settled }) => !settled.value)

const outline = (room: string | null, ...lines: readonly string[]) =>
  heard(room, ...lines).map(({ messages, supporters }) => told(messages, supporters))

describe('silence', () => {
  test.each([
    [['刘姐: 早上好 祝大家周末愉快']],
    [['小王: #接龙 土鸡蛋', '刘姐: 1. 5-301 两板']],
    [['小王: 出一台洗衣机 八成新 200自提']],
    [['老万: 专业安装纱窗 换锁芯 修马桶 随叫随到 加我微信']],
    [['刘姐: 谁家有梯子借用一下', '老周: 我有 来拿']],
    [['#物业: 【停水通知】明早八点起1-6栋停水半天 请各户先接几桶备用', '刘姐: 收到']],
    [['#物业: 5栋电梯正在维修 请走楼梯']],
    [['刘姐: 路灯修好了 谢谢师傅']],
    [['刘姐: 看球气死我了 裁判我要投诉']],
    [['刘姐: 听说外地有个小区电梯困人了 太吓人']],
    [['刘姐: 听我姑妈讲她们那边的小区天天有人打牌吵架 还是这里安静']],
    [['刘姐: 我家猫丢了 橘色的 谁看见了']],
    [['刘姐: 楼上漏水了 我家全泡了', '刘姐: [撤回]', '刘姐: 不好意思 发错群了']],
  ])('%j', (lines) => {
    expect(outline('meiyuan', ...lines)).toEqual([])
  })

  test('what its speaker says is done needs no petition', () => {
    const { matters } = readStretch(
      talk(
        'meiyuan',
        '阿杰(5-3-1804): 谁的车堵着单元门了 麻烦挪一下 我出不去',
        '阿杰: 出来了 谢谢',
      ),
      u,
    )
    expect(matters.every(({ settled }) => settled.value)).toBe(true)
  })
})
