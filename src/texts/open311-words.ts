import type { Status } from '../domain/petition/petition.ts'

/** What the Open311 door says: to apps and the people before them, and, in a request, to our own reader. */
export const open311Words = {
  /** To whoever looks up a request: nothing that only the people concerned may know. */
  statusNotes: {
    received: '已登记，正在核实地点',
    dispatched: '已转交承办单位',
    handling: '正在办理',
    resolved: '已办结',
    closed: '已结案',
    withdrawn: '已结束，不再办理',
  } satisfies Record<Status, string>,
  merged: '已并入同一件诉求办理',
  place: (where: string) => `地点：${where}`,
  position: (lat: string, long: string) => `位置坐标：纬度${lat}，经度${long}`,
  since: (when: string) => `开始时间：${when}`,
  discreet: '请为我保密。',
  link: (url: string) => `附件：${url}`,
  callFirst: '有人身危险请立即拨打110、119、120。',
  /** What can be added to every service. */
  attributes: {
    place_detail: '楼栋、单元、门牌等更细的地点',
    since: '从什么时候开始的',
    confidential: '是否要求保密',
  },
  yes: '是',
  no: '否',
} as const
