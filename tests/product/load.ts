import type { SimWorld } from '../../bots/sandbox/sim-world.ts'
import type { Street } from '../../db/street/to-street.ts'
import { type SaidVoices, voiceLoad } from '../../src/cli/storm/voice-load.ts'

/** What residents and staff go on saying while the bot lives and dies. */
export interface Load {
  /** Ids of messages that speak of a matter of their own: each must become part of a petition. */
  readonly petitions: ReadonlySet<string>
  readonly voices: SaidVoices
  /** How many things were said. */
  readonly count: () => number
  /** Says no more than so many things, until it is told to go on further. */
  goOnTo(most: number): void
  /** Says nothing more. */
  stop(): void
}

/** A sequence of numbers in [0, 1) that a seed determines (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const rooms = [
  { id: 'room-xf-1', estate: '幸福里小区', suffix: '栋', buildings: 12, units: 2 },
  { id: 'room-xf-2', estate: '阳光花园', suffix: '幢', buildings: 8, units: 2 },
  { id: 'room-hb-1', estate: '河滨新村', suffix: '号楼', buildings: 30, units: 4 },
]
const matters = ['楼道灯坏了，晚上黑漆漆的', '下水道堵了，污水往外冒', '单元门的门禁坏了，关不上']
const chatter = ['早上好', '哈哈哈', '收到', '[强]', '今天天气真不错', '周末谁去爬山']
/** The same words again and again: answered by the same words again and again. */
const greetings = ['你好', '在吗', '你是谁']

/** Somebody says something every `everyMs`, in three groups and many private chats. */
export function steadyLoad(
  world: SimWorld,
  { members }: Pick<Street, 'members'>,
  random: () => number,
  everyMs: number,
): Load {
  const petitions = new Set<string>()
  let count = 0
  let most = 0
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new RangeError('nothing to pick from')
    return item
  }
  const unsaid = rooms.flatMap((room) =>
    matters.flatMap((matter) =>
      Array.from({ length: room.buildings * room.units }, (_, i) => ({
        room,
        where: `${(i % room.buildings) + 1}${room.suffix}${Math.floor(i / room.buildings) + 1}单元`,
        matter,
      })),
    ),
  )
  const residentsOf = (room: string) =>
    world.room(room).members.filter(({ id }) => id.startsWith('wx-r-'))
  const aloud = (from: string, room: string, text: string) =>
    world.say({ from, room, type: 'text', text })
  const inPrivate = (from: string, text: string) =>
    world.say({ from, room: null, type: 'text', text })
  const heardBy = (account: string) =>
    world
      .said({ dmWith: account }, 30)
      .filter(({ from }) => from === world.bot)
      .map(({ text }) => text)

  const voices = voiceLoad(
    {
      say: async (from, room, text) => world.say({ from, room, type: 'text', text }).id,
      ours: async (where) =>
        world.said(where, 200).flatMap(({ from, text }) => (from === world.bot ? [text] : [])),
    },
    { next: random, pick },
    members,
  )
  const acts: readonly (() => unknown)[] = [
    voices.act,
    function reportAloud() {
      const [one] = unsaid.splice(Math.floor(random() * unsaid.length), 1)
      if (!one) return
      const { id } = pick(residentsOf(one.room.id))
      petitions.add(aloud(id, one.room.id, `${one.where}${one.matter}`).id)
    },
    function reportInPrivate() {
      const [one] = unsaid.splice(Math.floor(random() * unsaid.length), 1)
      if (!one) return
      const { id } = pick(residentsOf(one.room.id))
      petitions.add(inPrivate(id, `${one.room.estate}${one.where}${one.matter}`).id)
    },
    function chat() {
      const { id } = pick(rooms)
      aloud(pick(residentsOf(id)).id, id, pick(chatter))
    },
    function joinIn() {
      const { id } = pick(rooms)
      aloud(pick(residentsOf(id)).id, id, pick(['我家也是', '+1', '我们这也是']))
    },
    function greet() {
      inPrivate(pick(residentsOf(pick(rooms).id)).id, pick(greetings))
    },
    function work() {
      const account = pick(['wx-staff-061', 'wx-staff-062', 'wx-staff-015', 'wx-staff-016'])
      const tasks = heardBy(account).flatMap((text) => text.match(/新任务】(\d+)号/)?.[1] ?? [])
      if (tasks.length === 0) return inPrivate(account, '我的任务')
      inPrivate(account, pick([`${pick(tasks)} 签收`, `${pick(tasks)} 已修好，办结`]))
    },
    function rate() {
      const { id } = pick(residentsOf(pick(rooms).id))
      const done = heardBy(id).some((text) => text.includes('已办结'))
      inPrivate(id, done ? '解决了，满意' : '你好')
    },
  ]
  const timer = setInterval(() => {
    if (count >= most) return
    pick(acts)()
    count += 1
  }, everyMs)
  return {
    ...{ petitions, voices },
    count: () => count,
    goOnTo(next) {
      most = next
    },
    stop: () => clearInterval(timer),
  }
}
