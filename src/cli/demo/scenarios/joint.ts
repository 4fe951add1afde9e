import { cast } from '../../demo-week/cast.ts'
import type { WrittenScenario } from '../scenario.ts'

const dispatcher = 'wx-staff-002' // 林晓东，幸福里社区调度员
const grid = 'wx-staff-010' // 高丽华，幸福里第二网格
const cityGuards = 'wx-staff-045' // 余春兰，综合行政执法队
const works = 'wx-staff-046' // 潘少华，市政建设办
const supervisor = 'wx-staff-044' // 阎秀英，街道督办员

/** One leads, others assist: a call to the place, parts with limits of their own, and no result before all are done. */
export default {
  title: '一家牵头、几家一起办：吹哨到现场，谁的活谁的时限，协办没完不能办结',
  start: '2026-03-02 08:30',
  steps: [
    {
      tells: '楼道堆物年年清年年有，网格一家搬不动。',
      at: '2026-03-02 08:40',
      who: cast.liu,
      says: '幸福里小区5栋2单元楼道里堆满了杂物，没法走路',
      registers: 'heap',
      expect: { told: { [grid]: '乱堆乱放' }, stands: { heap: { status: 'dispatched' } } },
    },
    { at: '2026-03-02 09:00', who: grid, says: '{heap} 签收' },
    {
      tells: '社区吹哨：请城管、市政今天下午到楼下碰头。居民只听牵头的说，不被几家来回打扰。',
      at: '2026-03-02 09:30',
      who: dispatcher,
      says: '{heap} 吹哨 城管、市政，今天下午3点5栋楼下',
      expect: {
        told: {
          [cityGuards]: ['【吹哨】', '15:00', '5栋楼下'],
          [works]: '【吹哨】',
          [cast.liu]: '几个部门一起办，由幸福里第二网格牵头',
        },
        notTold: { [cast.liu]: '综合行政执法队' },
      },
    },
    { at: '2026-03-02 15:01', who: cityGuards, says: '{heap} 报到' },
    {
      tells: '市政没有来：当时就知道，不用等到月底。',
      until: '2026-03-02 15:12',
      expect: { told: { [dispatcher]: ['【吹哨未到】', '市政建设办'] }, silent: [cast.liu] },
    },
    {
      at: '2026-03-02 15:40',
      who: dispatcher,
      says: '{heap} 现场结论：城管3天内清理堆物；市政5天内修补楼道地面',
      expect: {
        told: {
          [cityGuards]: ['【协办任务】', '清理堆物'],
          [works]: ['【协办任务】', '修补楼道地面'],
        },
        silent: [cast.liu],
      },
    },
    {
      tells: '牵头的想先办结，不行：还有两家没做完，名字说得清清楚楚。',
      at: '2026-03-03 10:00',
      who: grid,
      says: '{heap} 办结：已经劝说住户',
      expect: {
        told: { [grid]: ['不能办结', '综合行政执法队、市政建设办'] },
        silent: [cast.liu],
        stands: { heap: { status: 'handling' } },
      },
    },
    {
      at: '2026-03-03 14:00',
      who: cityGuards,
      says: '{heap} 协办完成：清出两车杂物，已拉走',
      expect: { told: { [grid]: '还差：市政建设办' }, silent: [cast.liu] },
    },
    {
      tells: '市政说不归他们；社区再说明一次，这回不能再退。',
      at: '2026-03-03 15:00',
      who: works,
      says: '{heap} 退回协办：楼道内地面应由物业修',
      expect: { told: { [dispatcher]: ['退回协办', '楼道内地面应由物业修'] } },
    },
    {
      at: '2026-03-03 15:20',
      who: dispatcher,
      says: '{heap} 不用市政协办了',
      expect: { told: { [works]: '不用再协办', [grid]: '可以办结了' } },
    },
    {
      at: '2026-03-03 15:22',
      who: dispatcher,
      says: '{heap} 请物业协办：修补楼道地面，1天内',
      expect: { told: { [cast.propertyXf]: ['【协办任务】', '修补楼道地面'] } },
    },
    {
      tells: '物业到期没修：协办超期点的是物业的名，报社区调度员；牵头的时限没有停，到期一样督办。',
      until: '2026-03-06 09:30',
      expect: { told: { [supervisor]: ['【协办超期】', '安居物业'] }, silent: [cast.liu] },
    },
  ],
} satisfies WrittenScenario
