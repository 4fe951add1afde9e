import { expect, test } from 'vitest'
import { readStretch } from '../../../src/domain/intake/read-stretch.ts'
import { talk, told, u } from './understanding.ts'

const alarms = (...lines: readonly string[]) =>
  readStretch(talk('meiyuan', ...lines), u)
    .matters.filter(({ urgency }) => urgency.value === 'emergency')
    .map(({ messages, supporters }) => told(messages, supporters))

test('another danger, or the same at another building, is another call for help', () => {
  expect(
    alarms('刘姐(5-2-301): 3栋2单元闻到很浓的煤气味', '老周(9-2-702): 9栋电梯里困住人了'),
  ).toEqual(['1', '2'])
  expect(alarms('刘姐: 5栋着火了', '老周: 有人掉河里了 快来人')).toEqual(['1', '2'])
  expect(alarms('刘姐: 5栋着火了', '老周: 8栋也着火了')).toEqual(['1', '2'])
})

test('neighbours tell of one danger in turn', () => {
  expect(alarms('刘姐: 5栋着火了', '老周: 着火的是5栋三楼 全是浓烟')).toEqual(['1,2+老周'])
  expect(alarms('刘姐: 楼下打起来了', '老周: 有人被打晕了 满头是血')).toEqual(['1,2+老周'])
})
