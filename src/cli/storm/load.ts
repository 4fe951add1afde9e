import type { LarkMessage } from '../../../bots/sandbox/lark/fake-lark-types.ts'
import type { WorldMessage } from '../../flows/ports/chat-world.ts'
import { starWords } from '../../texts/cards/rating-words.ts'
import { ask } from './platforms.ts'
import type { Random } from './random.ts'
import { larkChats, larkResidents, type Stage } from './stage.ts'
import { type SaidVoices, voiceLoad } from './voice-load.ts'

/** What people go on saying while everything around them breaks. */
export interface Load {
  /** Messages that speak of a matter of their own, `channel/id`: each must become part of a petition. */
  readonly worthy: ReadonlySet<string>
  readonly voices: SaidVoices
  said(): number
  pressed(): number
  /** Says nothing more; comes back when all that was begun is said. */
  stop(): Promise<void>
}

interface Place {
  readonly channel: 'wechat' | 'lark'
  /** The platform's group. */
  readonly room: string
  readonly estate: string
  readonly buildings: readonly string[]
  readonly units: number
}

const numbered = (count: number, suffix: string) =>
  Array.from({ length: count }, (_, i) => `${i + 1}${suffix}`)
const places: readonly Place[] = [
  {
    ...{ channel: 'wechat', room: 'room-xf-1', estate: '幸福里小区' },
    ...{ buildings: numbered(12, '栋'), units: 2 },
  },
  {
    ...{ channel: 'wechat', room: 'room-xf-2', estate: '阳光花园' },
    ...{ buildings: numbered(8, '幢'), units: 2 },
  },
  {
    ...{ channel: 'wechat', room: 'room-hb-1', estate: '河滨新村' },
    ...{ buildings: numbered(30, '号楼'), units: 4 },
  },
  {
    ...{ channel: 'lark', room: larkChats[0].id, estate: '铁路小区' },
    ...{ buildings: numbered(10, '栋'), units: 3 },
  },
  {
    ...{ channel: 'lark', room: larkChats[1].id, estate: '水岸名都' },
    buildings: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'B1', 'B2', 'B3', 'B4'].map((b) => `${b}座`),
    units: 2,
  },
]
const matters = [
  '楼道灯坏了，晚上黑漆漆的',
  '下水道堵了，污水往外冒',
  '单元门的门禁坏了，关不上',
  '楼道里堆满杂物，走路都过不去',
  '门口垃圾桶满了几天了没人清运',
]
const chatter = ['早上好', '哈哈哈', '收到', '[强]', '今天天气真不错', '周末谁去爬山', '谢谢邻居']
/** The same words again and again: answered by the same words again and again. */
const greetings = ['你好', '在吗', '你是谁']
const officers = {
  wechat: ['wx-staff-061', 'wx-staff-015'],
  lark: ['ou_staff_063', 'ou_staff_020'],
}

const tickMs = 50
/** After a platform was down people catch up, but not all in one moment. */
const mostAtOnce = 5

/** Somebody says something every `everyMs` or presses a card, in five groups and many private chats. */
export function stormyLoad(stage: Stage, random: Random, everyMs: number): Load {
  const worthy = new Set<string>()
  const under = new Set<Promise<void>>()
  let [said, pressed] = [0, 0]
  const { pick } = random
  const unsaid = places.flatMap((place) =>
    matters.flatMap((matter) =>
      place.buildings.flatMap((building) =>
        numbered(place.units, '单元').map((unit) => ({ place, matter, where: building + unit })),
      ),
    ),
  )
  const membersOf = new Map(
    places.map(({ channel, room }) => [
      room,
      channel === 'lark'
        ? larkResidents
        : stage.street.members
            .filter((one) => one.room === room && one.account.startsWith('wx-r-'))
            .map(({ account }) => account),
    ]),
  )
  const residentOf = (room: string) => pick(membersOf.get(room) ?? [])
  /** Until the platform is there: what it never took was never said. */
  const say = async (
    place: Pick<Place, 'channel'>,
    from: string,
    room: string | null,
    text: string,
  ) => {
    const words = { from, room, type: 'text', text }
    const { id } =
      place.channel === 'wechat'
        ? await ask<WorldMessage>(stage.gateway, 'say', words)
        : { id: await ask<string>(stage.lark, 'say', words) }
    said += 1
    return `${place.channel}/${id}`
  }
  const report = async (aloud: boolean) => {
    const [one] = unsaid.splice(Math.floor(random.next() * unsaid.length), 1)
    if (!one) return
    const { place, where, matter } = one
    const from = residentOf(place.room)
    const id = aloud
      ? await say(place, from, place.room, `${where}${matter}`)
      : await say(place, from, null, `${place.estate}${where}${matter}`)
    worthy.add(id)
  }
  const aloud = (words: readonly string[]) => {
    const place = pick(places)
    return say(place, residentOf(place.room), place.room, pick(words))
  }
  const heardOnWechat = async (account: string) =>
    (await ask<WorldMessage[]>(stage.gateway, 'said', { dmWith: account }, 30))
      .filter(({ from }) => from === 'wx-bot')
      .map(({ text }) => text)
  const cardsOf = async (account: string) =>
    (await ask<LarkMessage[]>(stage.lark, 'messages', account))
      .filter(({ type }) => type === 'interactive')
      .slice(-10)
  const press = async (account: string, button: string, form?: Record<string, string>) => {
    const cards = await cardsOf(account)
    if (cards.length === 0) return
    await ask(stage.lark, 'press', pick(cards).id, account, button, ...(form ? [form] : []))
    pressed += 1
  }

  const voices = voiceLoad(
    {
      say: async (from, room, text) =>
        (await say({ channel: 'wechat' }, from, room, text)).replace(/^wechat\//, ''),
      ours: async (where) =>
        (await ask<WorldMessage[]>(stage.gateway, 'said', where, 200))
          .filter(({ from }) => from === 'wx-bot')
          .map(({ text }) => text),
    },
    random,
    stage.street.members,
  )

  const acts: readonly (() => Promise<unknown>)[] = [
    () => report(true),
    () => report(true),
    () => report(false),
    () => aloud(chatter),
    () => aloud(chatter),
    () => aloud(['我家也是', '+1', '我们这也是']),
    () => {
      const place = pick(places)
      return say(place, residentOf(place.room), null, pick(greetings))
    },
    async function work() {
      const account = pick(officers.wechat)
      const heard = await heardOnWechat(account)
      const tasks = heard.flatMap((text) => text.match(/新任务】(\d+)号/)?.[1] ?? [])
      const words =
        tasks.length === 0 ? '我的任务' : `${pick(tasks)} ${pick(['签收', '已修好，办结'])}`
      return say({ channel: 'wechat' }, account, null, words)
    },
    voices.act,
    voices.act,
    () => press(pick(officers.lark), '签收'),
    () => press(pick(officers.lark), '提交办结', { result: '已派人修好' }),
    () => press(pick(larkResidents), starWords[5]),
    async function rate() {
      const from = residentOf(pick(places.slice(0, 3)).room)
      const done = (await heardOnWechat(from)).some((text) => text.includes('已办结'))
      return say({ channel: 'wechat' }, from, null, done ? '解决了，满意' : '你好')
    },
  ]
  const began = Date.now()
  const timer = setInterval(() => {
    const due = (Date.now() - began) / everyMs - said - under.size
    for (let begun = 0; begun < Math.min(due, mostAtOnce); begun++) doSomething()
  }, tickMs)
  function doSomething(): void {
    const act = pick(acts)()
      .then(() => {})
      .catch(() => {}) // a platform that is down takes nothing; a button that is gone cannot be pressed
    under.add(act)
    void act.finally(() => under.delete(act))
  }
  for (const account of officers.lark)
    void say({ channel: 'lark' }, account, null, '我的任务').catch(() => {}) // from now on their tasks come here
  return {
    ...{ worthy, voices, said: () => said, pressed: () => pressed },
    async stop() {
      clearInterval(timer)
      await Promise.all(under)
    },
  }
}
