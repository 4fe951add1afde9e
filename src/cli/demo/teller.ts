import type { HeardMessage } from '../../flows/ports.ts'
import { moment } from '../../texts/moments.ts'
import { sayAll } from '../../texts/say.ts'
import type { Stage } from './stage.ts'
import { readerOf, speaker, wordsOf } from './story.ts'
import { inBeijing } from './unlike.ts'

/** Tells a play to its audience while it goes on: who said what when, and who was told what. */
export interface Teller {
  /** A line between the steps. */
  remarks(text: string): void
  said(heard: HeardMessage, at: Date): void
  /** What went out since it was told last, in its order. */
  wentOut(): void
}

export function teller(stage: Stage, out: (line: string) => void): Teller {
  let day = ''
  let count = 0
  const date = (at: Date) => {
    const today = moment(at).replace(/）.*/, '）')
    if (today !== day) out(`\n${today}`)
    day = today
  }
  return {
    remarks: (text) => out(`\n  —— ${text}`),
    said(heard, at) {
      date(at)
      const room = stage.street.book.rooms.find(({ id }) => id === heard.room)
      const where = room ? `在「${room.topic}」` : '私信'
      out(`\n  ${time(at)}  ${speaker(heard, stage.street)} ${where}：${wordsOf(heard)}`)
    },
    wentOut() {
      const messages = new Map<string, { at: Date; text: string; readers: string[] }>()
      for (const { parcel, at } of stage.parcels.slice(count)) {
        const { text } = sayAll(parcel.notices)
        const key = `${at.getTime()} ${text}`
        const message = messages.get(key) ?? { at, text, readers: [] }
        message.readers.push(readerOf(parcel.to, stage))
        messages.set(key, message)
      }
      count = stage.parcels.length
      for (const { at, text, readers } of messages.values()) {
        date(at)
        const lines = text.replaceAll('\n', '\n              ')
        out(`  ${time(at)}    → ${readers.join('、')}：${lines}`)
      }
    },
  }
}

const time = (at: Date) => inBeijing(at).slice(11)
