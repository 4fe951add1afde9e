import { cast } from '../../demo-week/cast.ts'
import type { WrittenScenario } from '../scenario.ts'

const dispatcher = 'wx-staff-002' // 林晓东，幸福里社区调度员
const streetDispatcher = 'wx-staff-043' // 叶德明，街道调度员
const grid = 'wx-staff-010' // 高丽华，幸福里第二网格
const cityGuards = 'wx-staff-045' // 余春兰，综合行政执法队

/** An objection is heard once; the same objection three times becomes a proposal, and a person decides. */
export default {
  title: '派错了可以退，退了要有人看；退到第三回，系统提建议，改不改由人定',
  start: '2026-03-02 08:30',
  steps: [
    {
      at: '2026-03-02 08:40',
      who: cast.liu,
      says: '幸福里小区5栋2单元楼道里堆满了杂物',
      registers: 'first',
      expect: { stands: { first: { to: { code: 'QS-XF-02' } } } },
    },
    {
      at: '2026-03-02 09:10',
      who: grid,
      says: '{first} 退回：不归网格管',
      expect: {
        told: { [dispatcher]: '不归网格管' },
        stands: { first: { to: { code: 'QS-XF' } } },
      },
    },
    {
      at: '2026-03-02 09:20',
      who: dispatcher,
      says: '{first} 转城管：按职责',
      expect: {
        told: { [cityGuards]: '乱堆乱放' },
        silent: [streetDispatcher],
        stands: { first: { to: { code: 'CG' } } },
      },
    },
    {
      at: '2026-03-03 09:00',
      who: 'wx-r-012',
      says: '幸福里小区6栋1单元楼道里堆满了杂物',
      registers: 'second',
    },
    { at: '2026-03-03 09:10', who: grid, says: '{second} 退回：不归网格管' },
    { at: '2026-03-03 09:20', who: dispatcher, says: '{second} 转城管：按职责' },
    {
      at: '2026-03-04 09:00',
      who: 'wx-r-013',
      says: '幸福里小区7栋1单元楼道里堆满了杂物',
      registers: 'third',
    },
    { at: '2026-03-04 09:10', who: grid, says: '{third} 退回：不归网格管' },
    {
      tells: '第三回了。派单目录是不是该改？系统只提建议，把三件的编号摆出来。',
      at: '2026-03-04 09:20',
      who: dispatcher,
      says: '{third} 转城管：按职责',
      expect: {
        told: { [streetDispatcher]: ['目录建议1号', '乱堆乱放', '综合行政执法队'] },
        silent: [cast.liu],
      },
    },
    {
      at: '2026-03-04 10:00',
      who: dispatcher,
      says: '同意目录建议1号',
      expect: { told: { [dispatcher]: '由街道调度员' } },
    },
    {
      at: '2026-03-04 10:10',
      who: streetDispatcher,
      says: '同意目录建议1号',
      expect: { told: { [streetDispatcher]: ['已采纳', '幸福里社区'] } },
    },
    {
      tells: '从下一件起直接派给城管，不用再退一回。',
      at: '2026-03-05 09:00',
      who: 'wx-r-014',
      says: '幸福里小区8栋3单元楼道里堆满了杂物',
      registers: 'fourth',
      expect: {
        told: { [cityGuards]: '乱堆乱放' },
        stands: { fourth: { to: { code: 'CG' }, returns: 0 } },
      },
    },
  ],
} satisfies WrittenScenario
