import type { Outcome, PetitionName } from './scene.ts'

type Row = readonly [
  name: PetitionName,
  title: string,
  ends: Outcome['ends'],
  category: string,
  to: string | null,
  households: number,
  reopenings: number,
  overdue: boolean,
  due: Outcome['due'],
]

// biome-ignore format: a table
const rows: readonly Row[] = [
  ['streetlight', '路灯：没人评价，提醒一次，五天后按未评价结案', 'closedUnrated', '0101', 'SZ', 1, 0, false, '2026-02-14'],
  ['junk', '楼道堆物：网格当天办结，满意', 'closedRated', '0402', 'QS-XF-04', 1, 0, false, '2026-02-11'],
  ['lamp', '楼道灯：三户一件事，带照片，各自满意', 'closedRated', '0301', 'WY1', 3, 0, false, '2026-02-11'],
  ['cover', '井盖：市政看过，转派水务', 'closedRated', '0102', 'SW', 1, 0, false, '2026-02-10'],
  ['drain', '下水道：没人签收，提醒、催办、升级，超期办结', 'closedRated', '0305', 'WY2', 1, 0, true, '2026-02-11'],
  ['heat', '暖气：三户，修了又凉，重办后满意', 'closedRated', '0204', 'RL', 3, 1, false, '2026-02-11'],
  ['dogs', '狗屎：没说在哪，只问一次', 'closedRated', '0403', 'QS-XF-03', 1, 0, false, '2026-02-12'],
  ['sofas', '旧沙发：退回有理由，社区转派', 'closedRated', '0402', 'QS-XF-06', 1, 0, false, '2026-02-12'],
  ['gas', '夜里煤气味：紧急，两户', 'closedRated', '0803', 'RQ', 2, 0, false, '2026-02-11'],
  ['pothole', '村道大坑：语音报的，有进展，申请延期', 'handling', '1302', 'SZ', 1, 0, false, '2026-02-25'],
  ['water', '停水：水来了，本人撤回', 'withdrawn', '0201', null, 1, 0, false, '2026-02-12'],
  ['meals', '送餐：户长替独居老人说', 'closedRated', '1002', 'MZ', 1, 0, false, '2026-02-25'],
  ['leak', '屋面漏水：说错楼号，一句话改过来', 'closedRated', '0304', 'WY1', 1, 0, false, '2026-02-25'],
  ['quarrel', '邻里纠纷：私下说，群里一字不提，调解中', 'handling', '0901', 'QS-HB', 1, 0, false, '2026-03-13'],
  ['permit', '居住证：先答复，没解决再登记', 'closedRated', '1201', 'PC', 1, 0, false, '2026-02-13'],
  ['lane', '消防通道：一家办不了，求助', 'closedRated', '0801', 'YJ', 1, 0, false, '2026-02-13'],
  ['door', '门禁：邻居说不是同一件，退出', 'closedRated', '0303', 'WY3', 1, 0, false, '2026-02-14'],
  ['praise', '表扬：转告本人', 'resolved', '1502', 'QS-XF', 1, 0, false, '2026-02-13'],
  ['lift', '电梯困人：紧急', 'closedRated', '0805', 'WY4', 1, 0, false, '2026-02-14'],
  ['charging', '飞线充电：调休的周六也算工作日', 'closedRated', '0802', 'YJ', 1, 0, false, '2026-02-14'],
  ['canal', '水渠：时限跨春节，又数进调休的周六', 'handling', '1301', 'NY', 1, 0, false, '2026-02-28'],
  ['bins', '垃圾桶：放假第一天报的，节后到期', 'dispatched', '0401', 'HW', 1, 0, false, '2026-02-25'],
]

/** How every petition of the week stands on Sunday at midnight. */
export const outcomes = Object.fromEntries(
  rows.map(([name, title, ends, category, to, households, reopenings, overdue, due]) => [
    name,
    { title, ends, category, to, households, reopenings, overdue, due } satisfies Outcome,
  ]),
) as Readonly<Record<PetitionName, Outcome>>
