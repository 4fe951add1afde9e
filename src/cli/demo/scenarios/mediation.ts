import { cast } from '../../demo-week/cast.ts'
import type { WrittenScenario } from '../scenario.ts'

const supervisor = 'wx-staff-044' // 阎秀英，街道督办员
const centre = 'wx-staff-049' // 夏玉梅，矛调中心
const mediator = 'wx-staff-070' // 毛丽华，矛调中心调解员
const group = 'room-xf-1'

/**
 * A quarrel between neighbours: two sittings at the community without a result, handed over to the centre over the Qingming
 * holiday, settled there, kept, and asked after. The other side learns nothing before it agrees to meet.
 */
export default {
  title: '邻里纠纷：社区两次没谈拢，移交矛调中心谈成，履行、回访都有人盯；群里一个字也没有',
  start: '2026-03-23 19:30',
  steps: [
    {
      tells: '周一晚上，301的小刘私下来说楼上的事。不在群里说，系统也只私下回。',
      at: '2026-03-23 20:10',
      who: cast.liu,
      says: '我是5栋2单元301的，楼上402天天半夜剁东西、拖椅子，上去说了两回还吵了起来，请社区调解一下，别说是我',
      registers: 'noise',
      expect: {
        told: { [cast.liu]: '邻里纠纷' },
        silent: [group, cast.still],
        stands: {
          noise: {
            status: 'dispatched',
            kind: 'dispute',
            confidential: true,
            to: { code: 'QS-XF' },
          },
        },
      },
    },
    {
      at: '2026-03-24 09:05',
      who: cast.dispatcherXf,
      says: '{noise} 签收',
      expect: {
        told: {
          [cast.liu]: '不会告诉另一方是谁反映的',
          [cast.dispatcherXf]: '3月26日（周四）前约见双方当事人',
        },
      },
    },
    {
      tells: '调解要双方自愿。小刘自己回一句，另一方由社区上门去问。',
      at: '2026-03-24 12:20',
      who: cast.liu,
      says: '同意调解',
      expect: { told: { [cast.liu]: '记下您同意调解', [cast.dispatcherXf]: '反映人同意调解' } },
    },
    {
      at: '2026-03-24 15:00',
      who: cast.dispatcherXf,
      says: '{noise} 明天下午3点在社区调解室见面',
      expect: { told: { [cast.dispatcherXf]: '双方都同意了才能调解' }, silent: [cast.liu] },
    },
    {
      at: '2026-03-24 17:10',
      who: cast.dispatcherXf,
      says: '{noise} 对方同意调解',
      expect: {
        stands: {
          noise: {
            mediation: {
              consents: { applicant: { agrees: true }, respondent: { agrees: true } },
            },
          },
        },
      },
    },
    {
      at: '2026-03-24 17:12',
      who: cast.dispatcherXf,
      says: '{noise} 周四见面',
      expect: { told: { [cast.dispatcherXf]: '什么时候见面' }, silent: [cast.liu] },
    },
    {
      who: cast.dispatcherXf,
      says: '{noise} 周四下午3点在社区调解室见面',
      expect: { told: { [cast.liu]: '3月26日（周四）15:00在社区调解室' }, silent: [cast.still] },
    },
    {
      tells: '402的邻居在群里发牢骚，又来打听是谁说的。系统不接话，也不透露。',
      at: '2026-03-25 20:00',
      who: cast.still,
      where: group,
      says: '现在的人真有意思，有话不当面说',
      expect: { silent: [group, cast.still, cast.liu] },
    },
    {
      who: cast.still,
      says: '{noise}号是谁反映的？',
      expect: { notTold: { [cast.still]: ['301', '小刘', '半夜'] } },
    },
    {
      tells: '见面那天早上，提醒该到的人。',
      until: '2026-03-26 09:05',
      expect: { told: { [cast.liu]: '今天见面调解', [cast.dispatcherXf]: '今天见面调解' } },
    },
    {
      tells: '过了钟点没有人说结果，系统先问调解员。',
      until: '2026-03-26 17:05',
      expect: { told: { [cast.dispatcherXf]: '谈得怎样' } },
    },
    {
      who: cast.dispatcherXf,
      says: '{noise} 第一次调解没谈成：一方要求装隔音垫，一方说没有那么大声音',
      expect: { told: { [cast.dispatcherXf]: '4月2日（周四）前按规定次数组织调解' } },
    },
    {
      at: '2026-04-01 16:40',
      who: cast.dispatcherXf,
      says: '{noise} 第二次调解没谈成：隔音垫的钱谁出说不到一块',
      expect: {
        // three working days over the Qingming holiday
        told: { [cast.dispatcherXf]: '4月7日（周二）前移交矛调中心' },
        silent: [cast.liu],
      },
    },
    {
      tells: '两次没谈拢，三个工作日内移交矛调中心。中间是清明，移交期限顺延到七号。',
      at: '2026-04-03 10:00',
      who: cast.dispatcherXf,
      says: '{noise} 移交矛调中心',
      expect: {
        told: {
          [centre]: '隔音垫的钱谁出',
          [mediator]: '幸福里小区',
          [cast.liu]: '已移交矛盾纠纷多元调处化解中心',
        },
        stands: { noise: { status: 'dispatched', to: { code: 'MT' } } },
      },
    },
    {
      tells: '中心登记了，社区才销号；中心的一个月从登记那天算。',
      at: '2026-04-03 14:00',
      who: mediator,
      says: '{noise} 中心已登记',
      expect: {
        told: { [cast.dispatcherXf]: '【销号】' },
        stands: { noise: { status: 'handling', resolveDueAt: '2026-05-03 23:59' } },
      },
    },
    {
      at: '2026-04-07 09:30',
      who: mediator,
      says: '{noise} 4月9日上午9点半在矛调中心二号调解室见面',
      expect: { told: { [cast.liu]: '4月9日（周四）09:30在矛调中心二号调解室' } },
    },
    {
      at: '2026-04-09 11:20',
      who: mediator,
      says: '{noise} 调解成功',
      expect: { told: { [mediator]: '协议内容' }, stands: { noise: { status: 'handling' } } },
    },
    {
      who: mediator,
      says: '{noise} 调解成功：楼上换静音脚垫、晚十点后不剁东西，楼下有事先打电话，脚垫钱各出一半，4月20日前装好',
      expect: {
        told: { [cast.liu]: ['已达成协议', '4月20日（周一）前', '共同向法院申请司法确认'] },
        notTold: { [cast.liu]: '各出一半' },
        silent: [group, cast.still],
        stands: {
          noise: {
            status: 'resolved',
            inTime: true,
            mediation: { end: { kind: 'settled', agreement: { performBy: '2026-04-20' } } },
          },
        },
      },
    },
    {
      at: '2026-04-09 20:00',
      who: cast.liu,
      says: '解决了，满意',
      expect: { stands: { noise: { status: 'closed', rated: true } } },
    },
    {
      tells: '评价完了也还没有完：履行那天问调解员。',
      until: '2026-04-20 09:05',
      expect: { told: { [mediator]: '督促当事人履行协议' } },
    },
    {
      at: '2026-04-20 15:00',
      who: mediator,
      says: '{noise} 已履行：脚垫都换好了',
      expect: {
        stands: { noise: { mediation: { end: { agreement: { performance: { kept: true } } } } } },
      },
    },
    {
      tells: '半个月后发消息问，一个月后上门看。',
      until: '2026-04-24 09:05',
      expect: { told: { [cast.liu]: '协议过去半个月了' }, silent: [cast.still] },
    },
    {
      until: '2026-05-09 09:05',
      expect: { told: { [mediator]: '上门回访' }, silent: [supervisor] },
    },
    {
      at: '2026-05-09 16:00',
      who: mediator,
      says: '{noise} 已回访：两家见面打招呼了，夜里没再响过',
      expect: {
        silent: [cast.liu, cast.still, supervisor],
        stands: { noise: { mediation: { followUps: [{ by: 'message' }, { by: 'visit' }] } } },
      },
    },
    {
      tells: '一路按时，没有一次惊动督办。',
      until: '2026-05-20 09:00',
      expect: { silent: [supervisor, group, cast.still] },
    },
  ],
  against: [{ petition: 'noise', party: cast.still, knowsFrom: '2026-03-26 15:00' }],
} satisfies WrittenScenario
