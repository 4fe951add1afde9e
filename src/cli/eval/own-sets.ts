import { predictConversations, predictReplies } from '../../classifier/scoring/predict.ts'
import type { PredictedConversation } from '../../classifier/scoring/records.ts'
import type { AuthorFile } from '../../classifier/stretches/read.ts'
import type { Reading, Understanding } from '../../domain/intake/understanding.ts'

/** Conversations and replies with what was read in them. */
export interface ReadSet {
  readonly conversations: AuthorFile['conversations']
  readonly found: readonly PredictedConversation[]
  readonly replies: AuthorFile['replies']
  readonly answers: ReturnType<typeof predictReplies>
}

/** Reads each author's file by itself: open petitions of one author's street are none in another's. */
export function readAuthors(
  files: readonly AuthorFile[],
  u: Understanding,
  readings: ReadonlyMap<string, Reading>,
): ReadSet {
  return {
    conversations: files.flatMap(({ conversations }) => conversations),
    found: files.flatMap(({ conversations }) =>
      predictConversations(conversations, u, undefined, readings),
    ),
    replies: files.flatMap(({ replies }) => replies),
    answers: files.flatMap(({ replies }) => predictReplies(replies, u)),
  }
}
