import { dueAt, isOpen } from '../../../src/domain/voices/voice.ts'
import type { Voices } from '../../../src/flows/ports/voices.ts'
import type { Shelf } from './shelf.ts'

export const memoryVoices = (shelf: Shelf): Voices => {
  const all = () => [...shelf.voices.values()].sort((a, b) => (a.id < b.id ? 1 : -1))
  return {
    async number() {
      shelf.lastVoice += 1
      return shelf.lastVoice
    },
    open: async () => all().filter(isOpen),
    latest: async (count) => all().slice(0, count),
    due: async (now, count) =>
      all()
        .flatMap((voice) => {
          const at = dueAt(voice)
          return at && at <= now ? [{ voice, at }] : []
        })
        .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.voice.id < b.voice.id ? -1 : 1))
        .slice(0, count)
        .map(({ voice }) => voice),
  }
}
