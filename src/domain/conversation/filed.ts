import { confidentialIn } from '../intake/confidential.ts'
import { filedUnder, withoutHeading } from '../intake/filed-under.ts'
import type { Matter } from '../intake/matter.ts'
import { photoIn } from '../intake/message.ts'
import type { Understanding } from '../intake/understanding.ts'
import type { Command } from '../petition/command.ts'
import { isOpen } from '../petition/petition.ts'
import type { Category } from '../street/rulebook.ts'
import { matters } from './matters.ts'
import type { Move } from './move.ts'
import { needsPlace } from './needs-place.ts'
import { plainMatter } from './plain-matter.ts'
import type { Situation } from './situation.ts'

/**
 * Who files something in private under the name of a category wants it registered, however it is worded and whatever we
 * asked before; its files, `id/1` of the message `id`, belong to it.
 * What is brought needs no such name.
 */
export function filed(s: Situation, u: Understanding): readonly Move[] | null {
  if (s.room || s.speaker.staff) return null
  return asFile(s, u) ?? asWords(s, u)
}

function asWords(s: Situation, u: Understanding): readonly Move[] | null {
  const { message } = s
  const category = filedUnder(message.text, u.book.categories)
  if ((!category && !s.isBrought) || message.type !== 'text') return null
  const told = matters(s, u)
  if (told) return told
  const words = withoutHeading(message.text).trim()
  const plain = plainMatter([{ ...message, text: words || (category?.level2 ?? '') }], s, u)
  if (!plain) return null
  const matter = category ? under(category, plain, message.text) : plain
  const placeMissing = needsPlace(matter, words, u)
  return [{ kind: 'register', matter, placeMissing, outcome: 'registered' }]
}

function under(category: Category, plain: Matter, text: string): Matter {
  return {
    ...plain,
    category: { value: category.code, confidence: 1, because: '本人注明类别' },
    kind: { ...plain.kind, value: category.kind },
    confidential: confidentialIn(text, category),
  }
}

function asFile(s: Situation, u: Understanding): readonly Move[] | null {
  const { message, known, stretch } = s
  const request = stretch.messages.find(({ id }) => message.id.startsWith(`${id}/`))
  if (!request || (!s.isBrought && !filedUnder(request.text, u.book.categories))) return null
  const petition = known.find((one) => isOpen(one) && one.messages.includes(request.id))
  if (!petition) return null
  const photo = photoIn(message)
  const supplement: Command = {
    ...({ kind: 'supplement', text: s.words } as const),
    ...{ messages: [message.id], photos: photo ? [photo] : [] },
  }
  return [
    {
      ...({ kind: 'act', petition, steps: [{ command: supplement, by: 'speaker' }] } as const),
      ...{ answer: null, outcome: 'supplemented' },
    },
  ]
}
