import type { Stage } from '../demo/stage.ts'
import { type Utterance, utter } from '../demo/utter.ts'

interface Scene extends Utterance {
  /** Of the last morning. */
  readonly at: string
}

const fresh = '2026-09-18'

/** What the console should have to show beside a usual week: joined households, photos, danger, a quarrel, words without a place, one that is taken back. */
// biome-ignore format: a table
const scenes: readonly Scene[] = [
  { at: '08:31', who: 'wx-r-003', room: 'room-xf-1', says: '5栋2单元楼道灯坏了三天了，晚上老人上下楼看不见' },
  { at: '08:32', who: 'wx-r-003', room: 'room-xf-1', says: { photo: 'dark-stairs' } },
  { at: '08:36', who: 'wx-r-005', room: 'room-xf-1', says: '我家也是，5栋2单元的灯一直不亮' },
  { at: '08:37', who: 'wx-r-004', room: 'room-xf-1', says: '+1，5栋2单元的楼道灯' },
  { at: '08:45', who: 'wx-r-029', room: null, says: '楼上那家天天半夜拖桌子砸地板，跟他家说过三回都吵起来了，想请社区调解' },
  { at: '08:52', who: 'wx-r-014', room: null, says: '路灯坏了好几天了，晚上一片黑' },
  { at: '09:02', who: 'wx-r-041', room: 'room-hb-2', says: 'B2座电梯困住人了，里面有个老太太，快来人' },
  { at: '09:10', who: 'wx-r-052', room: 'room-zq-1', says: '7栋1单元下水道堵了，污水都漫到门口了' },
  { at: '09:12', who: 'wx-r-069', room: 'room-lj-1', says: '三组的水渠塌了一段，田里进不了水' },
  { at: '09:20', who: 'wx-r-010', room: null, says: '幸福里小区3栋楼下有人飞线给电动车充电，别说是我反映的' },
  { at: '09:31', who: 'wx-r-016', room: 'room-xf-2', says: '3幢2单元门口垃圾堆了好几天没人收，臭得很' },
  { at: '09:33', who: 'wx-r-015', room: 'room-xf-2', says: '是啊，3幢2单元门口垃圾太臭了' },
  { at: '09:45', who: 'wx-r-026', room: 'room-xf-shop', says: '建设路88号门口井盖破了一个角，骑车差点摔了' },
  { at: '09:50', who: 'wx-r-058', room: 'room-zq-2', says: '2号楼的门禁坏了，谁都能进来' },
  { at: '10:05', who: 'wx-r-047', room: 'room-hb-3', says: '2号楼2单元的墙皮掉下来好几块，差点砸到人' },
  { at: '10:12', who: 'wx-r-068', room: null, says: '二组的路灯坏了两盏，晚上没人敢走' },
  { at: '10:14', who: 'wx-staff-041', room: null, says: '河滨新村3号楼门口有辆三轮车挡着路，推婴儿车过不去' },
  { at: '10:24', who: 'wx-staff-041', room: null, says: '不用了，车开走了，撤回吧' },
]

/** When the sample begins to be looked at. */
export const sampleMoment = new Date(`${fresh}T10:30:00+08:00`)

/** Plays the last morning on a stage whose clock shows an earlier moment. */
export async function playLastMorning(stage: Stage): Promise<void> {
  for (const { at, ...utterance } of scenes) {
    await stage.time.moveTo(new Date(`${fresh}T${at}:00+08:00`))
    await utter(utterance, { called: new Map(), numbers: new Map() }, stage)
    await stage.work.settle()
  }
  await stage.time.moveTo(sampleMoment)
}
