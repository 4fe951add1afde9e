import type { Random } from './random.ts'

/** What was said to groups and asked of them, by who said it and was taken at that. */
export interface SaidVoices {
  /** The message that sent it on its way, by the text. */
  readonly sent: ReadonlyMap<string, string>
  readonly votes: readonly Vote[]
}

export interface Vote {
  /** Of the message. */
  readonly id: string
  readonly account: string
  /** Of the poll. */
  readonly text: string
  readonly letter: string
}

/** The platform. Both throw when it is not there. */
export interface Chat {
  /** Answers the message's id. */
  say(from: string, room: string | null, text: string): Promise<string>
  /** What the bot said lately in a group, or to somebody in private. */
  ours(where: { readonly room: string } | { readonly dmWith: string }): Promise<readonly string[]>
}

const office = 'wx-staff-002'
const group = 'room-xf-1'
const most = 8
/** So often a draft is looked for that was not read back; then it is given up: its message may be lost with the link. */
const looks = 60

/** The office tells and asks, and neighbours vote: each but once, and `发` only when the draft was read back. */
export function voiceLoad(chat: Chat, random: Random, members: readonly Member[]) {
  const sent = new Map<string, string>()
  const votes: Vote[] = []
  const voters = oneOfEach(members)
  const begun = new Set<string>()
  let made = 0
  let draft: { readonly text: string; looked: number } | null = null
  let isBusy = false

  const send = async (waiting: { readonly text: string; looked: number }) => {
    const heard = await chat.ours({ dmWith: office })
    const isReadBack = heard.some(
      (text) => text.includes('回“发”就发出') && text.includes(waiting.text),
    )
    if (isReadBack) sent.set(waiting.text, await chat.say(office, null, '发'))
    waiting.looked += 1
    if (isReadBack || waiting.looked > looks) draft = null
  }
  const write = async () => {
    if (made >= most) return
    made += 1
    const isPoll = made % 2 === 1
    const text = isPoll ? `第${made}回问大家，同不同意换楼道灯？` : `第${made}回检查楼道灯，请留意`
    await chat.say(office, null, `${isPoll ? '投票' : '通知'} 幸福里：${text}`)
    draft = { text, looked: 0 }
  }
  const vote = async () => {
    const polls = (await chat.ours({ room: group })).filter((one) => one.startsWith('【征集意见】'))
    if (polls.length === 0) return
    const [head = '', text = ''] = random.pick(polls).split('\n')
    const account = random.pick(voters)
    if (begun.has(`${account} ${text}`)) return
    begun.add(`${account} ${text}`)
    const letter = random.pick(['A', 'B'])
    const quote = `「邻里小助手：${head}\n${text}」\n- - - - - - - - - -\n`
    votes.push({
      id: await chat.say(account, group, `${quote}${letter}`),
      ...{ account, text, letter },
    })
  }
  return {
    ...{ sent, votes },
    /** Does one thing, and nothing while another is under way. */
    async act(): Promise<void> {
      if (isBusy) return
      isBusy = true
      try {
        if (random.next() < 0.5) await vote()
        else await (draft ? send(draft) : write())
      } finally {
        isBusy = false
      }
    },
  }
}

interface Member {
  readonly account: string
  readonly room: string
  readonly alias: string
}

/** One of each household: a second one's answer would stand for the first one's. */
function oneOfEach(members: readonly Member[]): readonly string[] {
  const byDoor = new Map<string, string>()
  for (const { account, room, alias } of members)
    if (room === group && account.startsWith('wx-r-'))
      byDoor.set(alias.match(/\d+/g)?.join('-') ?? account, account)
  return [...byDoor.values()]
}
