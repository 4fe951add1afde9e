import { cast } from '../../demo-week/cast.ts'
import type { WrittenScenario } from '../scenario.ts'

const dispatcher = 'wx-staff-043' // 叶德明，街道调度员
const manager = 'wx-staff-001' // 陈建国，幸福里社区书记

/** More time is asked for with a reason, refused, asked for again and given; an interim answer holds the date it named. */
export default {
  title: '延期要说理由、要有人批；阶段性答复说了哪天，就看到哪天',
  start: '2026-03-02 08:30',
  steps: [
    {
      tells: '周一早上，楼里的灯坏了。两个工作日的时限，三月四日到期。',
      at: '2026-03-02 08:40',
      who: cast.liu,
      where: 'room-xf-1',
      says: '5栋2单元3楼的楼道灯又坏了，昨晚摸黑上来的',
      registers: 'lamp',
      expect: {
        told: { 'room-xf-1': '楼道照明', [cast.propertyXf]: '5栋2单元' },
        notTold: { 'room-xf-1': '301' },
        stands: { lamp: { status: 'dispatched', to: { code: 'WY1' } } },
      },
    },
    {
      at: '2026-03-02 09:10',
      who: cast.propertyXf,
      says: '{lamp} 签收，下午让电工去看',
      expect: { told: { [cast.liu]: '3月4日' }, stands: { lamp: { status: 'handling' } } },
    },
    {
      tells: '灯座停产了，要等厂里发货。物业先答复到哪一步，再申请延期。',
      at: '2026-03-03 10:20',
      who: cast.propertyXf,
      says: '{lamp} 阶段性答复：线路查过没有问题，是灯座坏了，已经向厂里订货，周四装',
      expect: {
        told: { [cast.liu]: ['已经向厂里订货', '3月5日（周四）'] },
        stands: {
          lamp: { interim: { day: '2026-03-05' }, resolveDueAt: '2026-03-04 23:59' },
        },
      },
    },
    {
      at: '2026-03-03 10:25',
      who: cast.propertyXf,
      says: '{lamp} 申请延期30天，等厂里发货',
      expect: { told: { [cast.propertyXf]: '超过了规定' }, silent: [dispatcher, cast.liu] },
    },
    {
      who: cast.propertyXf,
      says: '{lamp} 申请延期2天，灯座要从厂里发，周四才到',
      expect: {
        told: { [cast.propertyXf]: '批准前仍按原时限', [dispatcher]: '申请延期2天' },
        silent: [cast.liu],
        stands: { lamp: { extensionAsked: { days: 2 } } },
      },
    },
    {
      tells: '承办的自己批不了，社区也批不了：要街道批。不同意，也要说理由。',
      at: '2026-03-03 11:00',
      who: manager,
      says: '{lamp} 同意延期',
      expect: {
        told: { [manager]: '不在您名下' },
        stands: { lamp: { resolveDueAt: '2026-03-04 23:59' } },
      },
    },
    {
      at: '2026-03-03 11:20',
      who: dispatcher,
      says: '{lamp} 不同意延期',
      expect: { told: { [dispatcher]: '理由' }, stands: { lamp: { extensionAsked: { days: 2 } } } },
    },
    {
      who: dispatcher,
      says: '{lamp} 不同意延期：先装一盏临时的，老人晚上要上下楼',
      expect: {
        told: { [cast.propertyXf]: '先装一盏临时的' },
        silent: [cast.liu],
        stands: { lamp: { extensionAsked: null, resolveDueAt: '2026-03-04 23:59' } },
      },
    },
    {
      at: '2026-03-03 16:00',
      who: cast.propertyXf,
      says: '{lamp} 进展：先挂了一盏临时灯，今晚能照路，新灯座还在等',
      expect: {
        told: { [cast.liu]: '先挂了一盏临时灯' },
        stands: { lamp: { status: 'handling' } },
      },
    },
    {
      at: '2026-03-04 14:00',
      who: cast.propertyXf,
      says: '{lamp} 申请延期2天，临时灯已装，新灯座周四到',
      expect: { told: { [dispatcher]: '申请延期2天' } },
    },
    {
      at: '2026-03-04 14:30',
      who: dispatcher,
      says: '同意延期',
      expect: {
        told: { [cast.liu]: '3月6日（周五）', [cast.propertyXf]: '3月6日（周五）' },
        stands: { lamp: { extensions: 1, resolveDueAt: '2026-03-06 23:59' } },
      },
    },
    {
      tells: '说好周四装。周四一早系统先问承办人，不等居民来催。',
      until: '2026-03-05 09:05',
      expect: { told: { [cast.propertyXf]: '今天' }, silent: [cast.liu, manager] },
    },
    {
      at: '2026-03-05 15:10',
      who: cast.propertyXf,
      says: '{lamp} 办结，新灯座装好了，三楼四楼都试过，亮的',
      expect: {
        told: { [cast.liu]: '新灯座装好了' },
        stands: { lamp: { status: 'resolved', inTime: true } },
      },
    },
    {
      at: '2026-03-05 19:30',
      who: cast.liu,
      says: '亮了，满意',
      expect: { stands: { lamp: { status: 'closed', rated: true } } },
    },
  ],
} satisfies WrittenScenario
