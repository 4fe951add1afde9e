import { cast } from '../../demo-week/cast.ts'
import type { WrittenScenario } from '../scenario.ts'

const leader = 'wx-staff-042' // 薛桂芳，街道带班领导
const manager = 'wx-staff-003' // 黄雪梅，河滨社区书记

/** At night somebody smells gas: quiet hours do not count, help is named first, and those above are told at once. */
export default {
  title: '半夜闻到煤气味：先说打哪个电话，再叫醒该叫醒的人',
  start: '2026-03-05 22:00',
  steps: [
    {
      tells: '夜里十一点，免打扰时段。先有一条普通的，等天亮再说。',
      at: '2026-03-05 22:40',
      who: cast.rose,
      where: 'room-xf-2',
      says: '3幢1单元一楼楼梯口又堆了一大堆纸壳，过道就剩一条缝',
      registers: 'junk',
      expect: { silent: [cast.gridXf4], stands: { junk: { urgency: 'normal' } } },
    },
    {
      tells: '接着这一条不等天亮。',
      at: '2026-03-05 23:06',
      who: cast.apricot,
      where: 'room-hb-1',
      says: '10号楼3单元楼道里煤气味特别重，头都晕了，快来人',
      registers: 'gas',
      expect: {
        told: {
          'room-hb-1': '开窗',
          [cast.gasWorks]: '10号楼3单元',
          [manager]: '紧急告警',
        },
        notTold: { 'room-hb-1': '401' },
        stands: { gas: { urgency: 'emergency', danger: 'gas', to: { code: 'RQ' } } },
      },
    },
    {
      at: '2026-03-05 23:08',
      who: cast.zhou,
      where: 'room-hb-1',
      says: '我家501也闻到了',
      expect: { stands: { gas: { supporters: [{ room: 'room-hb-1' }] } } },
    },
    {
      tells: '十分钟没有人签收，社区书记知道；再过十分钟，街道领导也知道。',
      until: '2026-03-05 23:27',
      expect: { told: { [manager]: '尚未签收', [leader]: '尚未签收' } },
    },
    {
      at: '2026-03-05 23:28',
      who: cast.gasWorks,
      says: '{gas} 签收，抢修车五分钟到，已电话让住户开窗下楼',
      expect: {
        stands: { gas: { status: 'handling' } },
      },
    },
    {
      at: '2026-03-06 00:20',
      who: cast.gasWorks,
      says: '{gas} 办结，二楼灶具软管老化漏气，已关阀换管，检测合格，楼道气味散了',
      expect: { stands: { gas: { status: 'resolved', inTime: true } } },
    },
    {
      tells: '天亮以后，堆物的那一条才到网格员手里。',
      until: '2026-03-06 07:31',
      expect: { told: { [cast.gridXf4]: '3幢1单元' } },
    },
    {
      at: '2026-03-06 08:10',
      who: cast.apricot,
      says: '处理好了，很及时，满意',
      expect: { stands: { gas: { status: 'resolved' } } },
    },
    {
      at: '2026-03-06 08:30',
      who: cast.zhou,
      says: '满意，谢谢师傅',
      expect: { stands: { gas: { status: 'closed', rated: true } } },
    },
  ],
} satisfies WrittenScenario
