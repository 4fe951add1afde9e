import type { LinkPuppet } from './link-puppet.ts'
import { pause } from './pause.ts'

/** Whoever is up answers; a busy one takes its time, and an answer not waited for makes us say things twice. */
const quietMs = 10_000

/**
 * How to ask the platform to repeat itself. A puppet that knows `replay:` announces all that was said since and then
 * answers; one that does not just answers. Comes back when the answer came, or nothing came for ten seconds, or after
 * `longestMs`.
 */
export function replayer(puppet: LinkPuppet): (since: Date, longestMs: number) => Promise<void> {
  return async (since, longestMs) => {
    const word = `replay:${since.toISOString()}`
    let lastSign = performance.now()
    let answered = false
    const sign = () => {
      lastSign = performance.now()
    }
    const answer = ({ data }: { data?: string }) => {
      if (data === word) answered = true
    }
    puppet.on('message', sign)
    puppet.on('dong', answer)
    try {
      puppet.ding(word)
      const until = performance.now() + longestMs
      const goesOn = () =>
        !answered && performance.now() - lastSign < quietMs && performance.now() < until
      while (goesOn()) await pause(10)
    } finally {
      puppet.off('message', sign)
      puppet.off('dong', answer)
    }
  }
}
