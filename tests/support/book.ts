import type { Limit } from '../../src/domain/deadlines/limit.ts'
import {
  categoryCode,
  departmentCode,
  personId,
  roomId,
  tenantId,
  unitCode,
} from '../../src/domain/ids.ts'
import type { Staff, StaffRole } from '../../src/domain/people/roles.ts'
import type { Policy } from '../../src/domain/street/policy.ts'
import type { Category, OrgUnit, PlaceEntry, Rulebook } from '../../src/domain/street/rulebook.ts'

const unit = (
  code: string,
  kind: OrgUnit['kind'],
  name: string,
  parent: string | null,
): OrgUnit => ({
  code: unitCode(code),
  parent: parent === null ? null : unitCode(parent),
  kind,
  name,
  aliases: [],
})

const estate = (grid: string, from: number, to: number): PlaceEntry => ({
  grid: unitCode(grid),
  kind: 'estate',
  name: '幸福里小区',
  aliases: ['幸福里'],
  ranges: [{ letter: '', from, to }],
  suffix: '栋',
  units: 3,
  floors: 18,
})

const category = (
  code: string,
  level1: string,
  level2: string,
  leadHandler: string,
  policy: string,
  but: Partial<Category> = {},
): Category => ({
  code: categoryCode(code),
  level1,
  level2,
  kind: 'report',
  leadHandler: departmentCode(leadHandler),
  policy,
  confidential: false,
  ...but,
})

const staff = (
  id: string,
  name: string,
  role: StaffRole,
  where: string,
  department: string | null = null,
): Staff => ({
  id: personId(id),
  name,
  role,
  unit: unitCode(where),
  department: department === null ? null : departmentCode(department),
  phone: '13800000000',
  accounts: { wechat: `wx-${id}`, lark: `ou_${id}` },
})

const lasting = (amount: number, unit: Limit['unit']): Limit => ({ amount, unit })

const policy = (name: string, but: Partial<Policy>): Policy => ({
  name,
  aroundTheClock: false,
  accept: lasting(1, 'workingDays'),
  resolve: lasting(5, 'workingDays'),
  remindAt: [0.5, 0.8],
  escalate: [
    { after: lasting(0, 'minutes'), to: 'community_manager' },
    { after: lasting(1, 'workingDays'), to: 'street_supervisor' },
  ],
  extension: null,
  ...but,
})

/** A small street: one community with two grids and a household group, one estate with its property company. */
export const smallBook: Rulebook = {
  tenant: tenantId('QS'),
  version: 1,
  units: [
    unit('QS', 'street', '青石街道', null),
    unit('QS-XF', 'community', '幸福里社区', 'QS'),
    unit('QS-XF-01', 'grid', '幸福里第一网格', 'QS-XF'),
    unit('QS-XF-02', 'grid', '幸福里第二网格', 'QS-XF'),
    unit('QS-XF-02-H1', 'household_group', '5栋2单元', 'QS-XF-02'),
  ],
  departments: [
    {
      code: departmentCode('SZ'),
      name: '市政建设办',
      aliases: ['市政'],
      estate: null,
      kind: '行政部门',
    },
    {
      code: departmentCode('MT'),
      name: '矛盾纠纷多元调处化解中心',
      aliases: ['矛调中心'],
      estate: null,
      kind: '行政部门',
    },
    { code: departmentCode('RQ'), name: '燃气公司', aliases: [], estate: null, kind: '公用企业' },
    {
      code: departmentCode('WY1'),
      name: '安居物业幸福里服务处',
      aliases: ['安居物业'],
      estate: '幸福里小区',
      kind: '物业企业',
    },
  ],
  places: [estate('QS-XF-01', 1, 4), estate('QS-XF-02', 5, 8)],
  categories: [
    category('0101', '市政设施', '路灯照明', 'SZ', 'standard'),
    category('0301', '物业服务', '楼道照明', 'PROPERTY', 'quick'),
    category('0402', '环境卫生', '乱堆乱放', 'GRID', 'quick'),
    category('0702', '交通停车', '停车位不足', 'COMMUNITY', 'complex', { kind: 'suggestion' }),
    category('0803', '公共安全', '燃气泄漏', 'RQ', 'emergency'),
    category('0901', '矛盾纠纷', '邻里纠纷', 'COMMUNITY', 'standard', {
      kind: 'dispute',
      confidential: true,
    }),
  ],
  rooms: [
    {
      id: roomId('room-xf-1'),
      topic: '幸福里业主群①',
      unit: unitCode('QS-XF'),
      defaultPlace: '幸福里小区',
    },
    { id: roomId('room-staff'), topic: '青石街道工作群', unit: unitCode('QS'), defaultPlace: null },
  ],
  staff: [
    staff('S001', '陈建国', 'community_manager', 'QS-XF'),
    staff('S002', '林晓东', 'community_dispatcher', 'QS-XF'),
    staff('S009', '朱卫东', 'grid_worker', 'QS-XF-01'),
    staff('S010', '高丽华', 'grid_worker', 'QS-XF-02'),
    staff('S027', '孙秀兰', 'household_head', 'QS-XF-02-H1'),
    staff('S042', '薛桂芳', 'street_leader', 'QS'),
    staff('S043', '叶德明', 'street_dispatcher', 'QS'),
    staff('S044', '阎秀英', 'street_supervisor', 'QS'),
    staff('S046', '潘少华', 'department_officer', 'QS', 'SZ'),
    staff('S061', '邹建国', 'department_officer', 'QS', 'WY1'),
  ],
  knowledge: [],
  policies: {
    byName: {
      emergency: policy('emergency', {
        aroundTheClock: true,
        accept: lasting(10, 'minutes'),
        resolve: lasting(24, 'hours'),
        remindAt: [0.5],
        escalate: [
          { after: lasting(0, 'minutes'), to: 'community_manager' },
          { after: lasting(10, 'minutes'), to: 'street_leader' },
        ],
      }),
      quick: policy('quick', {
        accept: lasting(4, 'workingHours'),
        resolve: lasting(2, 'workingDays'),
      }),
      standard: policy('standard', {}),
      complex: policy('complex', {
        resolve: lasting(15, 'workingDays'),
        extension: {
          times: 1,
          atMost: lasting(15, 'workingDays'),
          approvedBy: 'street_dispatcher',
        },
      }),
    },
    survey: {
      remindAfter: lasting(2, 'days'),
      closeAfter: lasting(5, 'days'),
      reopenWithin: lasting(7, 'days'),
    },
    quietHours: { from: '21:30', to: '07:30' },
    officeHours: [
      { from: '09:00', to: '12:00' },
      { from: '14:00', to: '18:00' },
    ],
    placeAnswerWithin: lasting(2, 'hours'),
  },
  // 国办发明电〔2025〕7号
  calendar: {
    years: [2026],
    // biome-ignore format: one feast a line
    holidays: [
      '2026-01-01', '2026-01-02', '2026-01-03', // 元旦
      '2026-02-15', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-21', '2026-02-22', '2026-02-23', // 春节
      '2026-04-04', '2026-04-05', '2026-04-06', // 清明节
      '2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05', // 劳动节
      '2026-06-19', '2026-06-20', '2026-06-21', // 端午节
      '2026-09-25', '2026-09-26', '2026-09-27', // 中秋节
      '2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07', // 国庆节
    ],
    makeUpDays: [
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ],
  },
}
