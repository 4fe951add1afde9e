import { cast } from '../../demo-week/cast.ts'
import type { WrittenScenario } from '../scenario.ts'

const neighbour = 'wx-r-034' // 河滨新村1-1-302
const second = 'wx-r-035' // 河滨新村2-4-502
const head = 'wx-staff-039' // 贾卫东，河滨新村1号楼户长
const gridHb1 = 'wx-staff-015' // 梁春兰，河滨新村东网格员
const room = 'room-hb-1'

/** A household head runs for who cannot; what he does not answer, the grid worker does; money is nobody's errand. */
export default {
  title: '户长代办：办得了就办，办不了网格员接着办，钱和密码不经手',
  start: '2026-03-02 08:40',
  steps: [
    {
      tells: '腿摔了下不了楼，在群里说一声。户长私下收到，群里一个字也没有。',
      at: '2026-03-02 09:00',
      who: neighbour,
      where: room,
      says: '请户长帮我去社区医院取一下降压药，腿摔了下不了楼',
      expect: {
        told: { [neighbour]: ['已请户长代办', '不经手钱'], [head]: ['请您代办', '降压药'] },
        silent: [room, gridHb1],
      },
    },
    {
      at: '2026-03-02 09:20',
      who: head,
      says: '好的，我去取',
      expect: { told: { [neighbour]: '户长接了' } },
    },
    {
      tells: '办好了，要听本人说一句才算数。',
      at: '2026-03-02 10:40',
      who: head,
      says: '药取回来了，送到家里了',
      expect: { told: { [neighbour]: '办好了吗' }, silent: [room] },
    },
    {
      at: '2026-03-02 10:45',
      who: neighbour,
      says: '收到了，谢谢户长',
      expect: { told: { [neighbour]: '谢谢您回话' }, silent: [room, gridHb1] },
    },
    {
      tells: '要碰钱的，不给户长，问要不要请网格员。',
      at: '2026-03-02 11:00',
      who: second,
      where: room,
      says: '请户长帮我去交一下电费',
      expect: { told: { [second]: '户长不经手钱' }, silent: [cast.headHb2, room] },
    },
    {
      who: second,
      says: '是的',
      expect: { told: { [second]: '已请网格员办', [gridHb1]: '电费' }, silent: [cast.headHb2] },
    },
    {
      tells:
        '户长也会忙。他替一位老人记下一件，到时候没办成，网格员接着办；老人没同意，名字就不出户长。',
      at: '2026-03-02 14:00',
      who: head,
      says: '帮1号楼的王奶奶代办：去社区取老年证',
      expect: { told: { [head]: ['记下了', '王奶奶同意登记称呼吗'] }, silent: [gridHb1, room] },
    },
    {
      until: '2026-03-05 08:00',
      expect: {
        told: { [gridHb1]: '老年证' },
        notTold: { [gridHb1]: '王奶奶' },
        silent: [room],
      },
    },
    {
      tells: '请了户长，户长半天没回音：不催他，转给网格员。',
      at: '2026-03-05 09:00',
      who: neighbour,
      says: '请户长帮我买点米和盐',
      expect: { told: { [head]: '米和盐' } },
    },
    {
      until: '2026-03-05 15:00',
      expect: { told: { [gridHb1]: '户长没有回音', [neighbour]: '已请网格员接着办' } },
    },
    {
      at: '2026-03-05 16:00',
      who: gridHb1,
      says: '代办4号办好了：米和盐已送上门',
      expect: { told: { [neighbour]: '米和盐已送上门' } },
    },
    {
      tells: '说办好了，其实没有，就再办。',
      at: '2026-03-05 16:10',
      who: neighbour,
      says: '没有，还没收到盐',
      expect: { told: { [gridHb1]: '还没办好' } },
    },
    {
      at: '2026-03-05 17:00',
      who: gridHb1,
      says: '代办4号办好了：盐补送了',
      expect: { told: { [neighbour]: '办好了吗' } },
    },
    {
      at: '2026-03-05 17:10',
      who: neighbour,
      says: '都收到了',
      expect: { told: { [neighbour]: '谢谢您回话' }, silent: [room] },
    },
  ],
} satisfies WrittenScenario
