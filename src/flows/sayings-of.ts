import { type Petition, petitioners } from '../domain/petition/petition.ts'
import type { Desk, HeardMessage } from './ports.ts'

/** When words of a petition were said, and by whom of those whose matter it is. */
export interface Saying {
  readonly at: Date
  readonly by: 'reporter' | 'supporter' | 'resident'
  readonly voice: boolean
}

/** People whose accounts are looked up. */
const most = 20

/** For each of a petition's words when and by whom they were said; null where their message is not kept. */
export async function sayingsOf(
  petition: Petition,
  { inbox, people }: Pick<Desk, 'inbox' | 'people'>,
): Promise<readonly (Saying | null)[]> {
  const [messages, whose] = await Promise.all([
    inbox.find(petition.messages),
    accountsOf(petition, people),
  ])
  let left = messages.filter(({ type }) => type === 'text' || type === 'voice')
  return petition.words.map((words) => {
    const message = left.find(({ text }) => text.includes(words) || isPart(text, words))
    if (!message) return null
    left = left.filter((other) => other !== message)
    return {
      at: message.sentAt,
      by: whose.get(accountKey(message.channel, message.sender.id)) ?? 'resident',
      voice: message.type === 'voice',
    }
  })
}

const isPart = (text: string, words: string) => text.trim() !== '' && words.includes(text.trim())

async function accountsOf(
  petition: Petition,
  people: Desk['people'],
): Promise<ReadonlyMap<string, Saying['by']>> {
  const accounts = await Promise.all(
    petitioners(petition)
      .slice(0, most)
      .map(async ({ person }) => {
        const by = person === petition.reporter.person ? 'reporter' : 'supporter'
        const reaches = await people.reaches(person)
        return reaches.map(({ channel, account }) => [accountKey(channel, account), by] as const)
      }),
  )
  return new Map(accounts.flat().reverse())
}

const accountKey = (channel: HeardMessage['channel'], account: string) => `${channel}/${account}`
