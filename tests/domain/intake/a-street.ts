import {
  categoryCode,
  departmentCode,
  roomId,
  tenantId,
  unitCode,
} from '../../../src/domain/ids.ts'
import { gazetteerOf } from '../../../src/domain/intake/gazetteer.ts'
import type { PlaceEntry, Rulebook } from '../../../src/domain/street/rulebook.ts'

const range = (letter: string, from: number, to: number) => ({ letter, from, to })

const place = (
  grid: string,
  kind: PlaceEntry['kind'],
  name: string,
  aliases: readonly string[],
  ranges: PlaceEntry['ranges'],
  units: number | null = null,
): PlaceEntry => ({
  grid: unitCode(grid),
  kind,
  name,
  aliases,
  ranges,
  suffix: '',
  units,
  floors: null,
})

/** A small street of our own: two communities and a village. */
const places: readonly PlaceEntry[] = [
  place('T-A-1', 'estate', '梅园小区', ['梅园'], [range('', 1, 6)], 3),
  place('T-A-2', 'estate', '梅园小区', ['梅园'], [range('', 7, 12)], 3),
  place('T-A-3', 'estate', '江湾一号', ['江湾'], [range('A', 1, 4), range('B', 1, 2)], 2),
  place('T-A-4', 'road', '青年路', ['青年街'], [range('', 1, 300)]),
  place('T-B-1', 'estate', '机床厂宿舍', ['机床厂', '宿舍院'], [range('', 1, 8)], 4),
  place('T-B-2', 'estate', '桂花公寓', ['桂花'], [range('', 1, 3)], 1),
  place('T-B-3', 'landmark', '儿童公园', [], []),
  place('T-B-4', 'landmark', '东门菜市场', ['东门市场'], []),
  place('T-V-1', 'village_group', '石桥村', ['石桥'], [range('', 1, 2)]),
  place('T-V-2', 'village_group', '石桥村', ['石桥'], [range('', 3, 4)]),
  place('T-V-2', 'landmark', '石桥水库', ['水库'], []),
]

const unit = (
  code: string,
  parent: string | null,
  kind: Rulebook['units'][number]['kind'],
  name: string,
) => ({
  code: unitCode(code),
  parent: parent === null ? null : unitCode(parent),
  kind,
  name,
  aliases: [],
})

const room = (id: string, of: string, defaultPlace: string | null) => ({
  id: roomId(id),
  topic: id,
  unit: unitCode(of),
  defaultPlace,
})

const category = (
  code: string,
  level2: string,
  policy: string,
  kind: Rulebook['categories'][number]['kind'] = 'report',
  confidential = false,
) => ({
  code: categoryCode(code),
  level1: '',
  level2,
  kind,
  leadHandler: 'GRID' as const,
  policy,
  confidential,
})

/** Policies and calendar play no part in reading. */
export const book = {
  tenant: tenantId('T'),
  version: 1,
  units: [
    unit('T', null, 'street', '临江街道'),
    unit('T-A', 'T', 'community', '梅园社区'),
    unit('T-B', 'T', 'community', '机床厂社区'),
    unit('T-V', 'T', 'village', '石桥村'),
    ...['T-A-1', 'T-A-2', 'T-A-3', 'T-A-4'].map((code) => unit(code, 'T-A', 'grid', code)),
    ...['T-B-1', 'T-B-2', 'T-B-3', 'T-B-4'].map((code) => unit(code, 'T-B', 'grid', code)),
    ...['T-V-1', 'T-V-2'].map((code) => unit(code, 'T-V', 'grid', code)),
    unit('T-V-2-H1', 'T-V-2', 'household_group', '三组第1十户'),
    unit('T-B-1-H1', 'T-B-1', 'household_group', '机床厂宿舍2号楼十户'),
  ],
  departments: [
    { code: departmentCode('SZ'), name: '市政建设办', aliases: ['市政'], estate: null, kind: '' },
    {
      code: departmentCode('CG'),
      name: '综合行政执法队',
      aliases: ['城管'],
      estate: null,
      kind: '',
    },
    { code: departmentCode('PC'), name: '临江派出所', aliases: ['派出所'], estate: null, kind: '' },
  ],
  places,
  categories: [
    category('0101', '路灯照明', 'standard'),
    category('0102', '井盖缺损', 'urgent'),
    category('0104', '积水排水', 'urgent'),
    category('0201', '停水水压水质', 'urgent'),
    category('0202', '停电用电', 'urgent'),
    category('0301', '楼道照明', 'quick'),
    category('0302', '电梯故障', 'urgent'),
    category('0303', '门禁对讲', 'quick'),
    category('0304', '屋面外墙渗漏', 'standard'),
    category('0305', '下水管道堵塞', 'quick'),
    category('0401', '垃圾清运', 'quick'),
    category('0403', '宠物粪便', 'quick'),
    category('0502', '生活噪声', 'standard'),
    category('0701', '乱停车', 'quick'),
    category('0702', '停车位不足', 'complex', 'suggestion'),
    category('0803', '燃气泄漏', 'emergency'),
    category('0804', '火情', 'emergency'),
    category('0805', '电梯困人', 'emergency'),
    category('0808', '打架斗殴', 'emergency'),
    category('0812', '人身危险与轻生', 'emergency', 'report', true),
    category('0901', '邻里纠纷', 'mediation', 'dispute', true),
    category('1002', '养老助老', 'standard', 'request'),
    category('1007', '社保医保', 'consult', 'consult'),
    category('1502', '表扬感谢', 'consult', 'praise'),
    category('1901', '其他诉求', 'standard'),
  ],
  rooms: [
    room('meiyuan', 'T-A', '梅园小区'),
    room('jiangwan', 'T-A-3', '江湾一号'),
    room('shops', 'T-A-4', '青年路'),
    room('factory', 'T-B-1', '机床厂宿舍'),
    room('guihua', 'T-B-2', '桂花公寓'),
    room('village', 'T-V', '石桥村'),
    room('group-3', 'T-V-2-H1', null),
    room('building-2', 'T-B-1-H1', null),
    room('staff', 'T', null),
  ],
  staff: [],
  knowledge: [],
} as unknown as Rulebook

export const gazetteer = gazetteerOf(book)
