import { within } from '../../src/asking/within.ts'

const answerMs = 15_000

/** Asks a question once for all who ask it at the same time: in a burst everybody asks for the same group and people. */
export function sharedAnswers() {
  const asked = new Map<string, Promise<unknown>>()
  return <Answer>(question: string, ask: () => Promise<Answer>): Promise<Answer> => {
    const same = asked.get(question)
    if (same) return same as Promise<Answer>
    const answer = within(answerMs, ask()).finally(() => asked.delete(question))
    asked.set(question, answer)
    return answer
  }
}
