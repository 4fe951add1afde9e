import { cast } from '../../demo-week/cast.ts'
import type { Step, WrittenScenario } from '../scenario.ts'

const manager = 'wx-staff-001' // 幸福里社区书记
const grid = 'wx-staff-010' // 高丽华，幸福里第二网格
const groups = ['room-xf-1', 'room-xf-2', 'room-xf-shop'] as const
const [group] = groups
const elsewhere = 'room-hb-1'
const inAllGroups = (piece: string) => Object.fromEntries(groups.map((room) => [room, piece]))

const neighbours = ['wx-r-009', 'wx-r-011', 'wx-r-012', 'wx-r-013', 'wx-r-014']

/** The same trouble in one building, cleared each time, and there again: a day of five. */
const again = (day: number): readonly Step[] => {
  const name = `boxes${day}`
  const who = neighbours[day % neighbours.length] ?? cast.windflower
  const at = (time: string) => `2026-03-0${day} ${time}`
  return [
    {
      at: at('18:40'),
      who,
      says: '幸福里小区6栋2单元楼道里堆了一堆纸箱杂物，没人清',
      registers: name,
    },
    { at: at('18:50'), who: grid, says: `{${name}} 签收` },
    { at: at('19:30'), who: grid, says: `{${name}} 办结：已清走` },
    {
      at: at('19:50'),
      who,
      says: '解决了，满意',
      expect: { stands: { [name]: { status: 'closed' } } },
    },
  ]
}

/** What is said to groups and asked of them: read back first, counted by household, and never more told than may be. */
export default {
  title:
    '通知有几户看到、意见怎么征集、反复出现的事怎么议：先复核再发，一户一票，群里没有谁家怎么说',
  start: '2026-03-02 08:30',
  steps: [
    {
      tells: '周一早上，社区要通知停水。发之前先念一遍：发到哪些群、写的是什么。',
      at: '2026-03-02 08:40',
      who: cast.dispatcherXf,
      says: '通知 幸福里：3月4日上午9点到12点停水检修，请提前储水',
      expect: { told: { [cast.dispatcherXf]: ['回“发”就发出', '3个群'] }, silent: groups },
    },
    {
      who: cast.dispatcherXf,
      says: '发',
      expect: {
        told: { ...inAllGroups('停水检修'), [cast.dispatcherXf]: '通知1号已发到3个群' },
        silent: [elsewhere],
      },
    },
    {
      tells: '看到的回“收到”或1。系统不在群里一一答谢。',
      at: '2026-03-02 12:10',
      who: cast.liu,
      where: group,
      says: '收到',
      expect: { silent: [group] },
    },
    { who: cast.he, where: group, says: '1', expect: { silent: [group] } },
    {
      tells: '回执里夹着一件事：回执照记，事情照登。',
      who: cast.still,
      where: group,
      says: '收到。另外5栋2单元楼道灯三天没亮了',
      registers: 'lamp',
      expect: { stands: { lamp: { category: '0301' } } },
    },
    { at: '2026-03-02 14:00', who: cast.propertyXf, says: '{lamp} 签收' },
    {
      at: '2026-03-02 17:30',
      who: cast.dispatcherXf,
      says: '通知情况',
      expect: { told: { [cast.dispatcherXf]: '3户回了收到' } },
    },
    ...again(2),
    { at: '2026-03-03 10:00', who: cast.propertyXf, says: '{lamp} 办结：换了灯' },
    {
      who: cast.still,
      says: '修好了，满意',
      expect: { stands: { lamp: { status: 'closed' } } },
    },
    {
      tells: '再提醒一次可以，第二次就不发了。',
      at: '2026-03-03 17:00',
      who: cast.dispatcherXf,
      says: '通知1号再提醒一次',
      expect: { told: { [group]: '【通知·再提醒】' } },
    },
    {
      who: cast.dispatcherXf,
      says: '通知1号再提醒一次',
      expect: { told: { [cast.dispatcherXf]: '不再重复打扰' }, silent: groups },
    },
    ...again(3),
    ...again(4),
    ...again(5),
    ...again(6),
    {
      tells: '6栋的杂物清了五回又堆了五回。一件件办没有用，系统建议社区拿出来议一议。',
      until: '2026-03-07 09:30',
      expect: { told: { [manager]: ['议事建议2号', '6栋'] }, silent: groups },
    },
    { who: manager, says: '议事', expect: { told: { [manager]: '议事2号已立项' } } },
    {
      who: manager,
      says: '议事2号 征集意见：楼道杂物怎么清？A 集中清一次 B 各家自己清 到周三',
      expect: { told: { [manager]: ['A 集中清一次', '一户一票'] }, silent: groups },
    },
    { who: manager, says: '发', expect: { told: inAllGroups('楼道杂物怎么清') } },
    {
      tells: '一户一票，可以改，最后一次算；私下回也算。',
      at: '2026-03-07 10:30',
      who: cast.liu,
      where: group,
      says: 'A',
      expect: { silent: [group] },
    },
    { who: cast.liu, where: group, says: '改成B', expect: { silent: [group] } },
    { who: cast.he, where: group, says: '我家选A' },
    { who: cast.still, where: group, says: 'B' },
    { who: cast.windflower, where: group, says: 'A' },
    { who: cast.lucky, where: group, says: 'B' },
    { who: cast.pandaDad, says: 'A', expect: { told: { [cast.pandaDad]: '您家选A' } } },
    {
      who: cast.he,
      where: group,
      says: '意见：清之前先在门口贴几天条子，有事打我电话13912345678',
      expect: { silent: [group] },
    },
    {
      at: '2026-03-08 09:00',
      who: manager,
      says: '征集情况',
      expect: {
        told: { [manager]: ['先在门口贴几天条子', '[电话]'] },
        notTold: { [manager]: '13912345678' },
      },
    },
    {
      tells: '周三到期：群里只说各项几户，不说谁家选了什么；也说明这不是业主大会。',
      until: '2026-03-12 09:30',
      expect: { told: { [group]: ['共6户参加', '不是业主大会表决'] } },
    },
    {
      who: manager,
      says: '议事2号 3月13日晚上7点在社区会议室开会',
      expect: { told: { [manager]: '在社区会议室开会' } },
    },
    { until: '2026-03-14 09:30', expect: { told: { [manager]: '开会的时间已过' } } },
    {
      tells: '决定里写到了哪一户，系统不发，请书记改。',
      who: manager,
      says: '议事2号 决定：张建国家5栋2单元301的杂物先清',
      expect: { told: { [manager]: '写到了户' }, silent: groups },
    },
    {
      who: manager,
      says: '议事2号 决定：3月20日物业集中清一次，以后每月一次',
      expect: { told: { ...inAllGroups('【议事结果】'), [manager]: '已告诉3个群' } },
    },
  ],
} satisfies WrittenScenario
