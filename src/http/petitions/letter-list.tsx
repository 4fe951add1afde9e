import type { Petition } from '../../domain/petition/petition.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import type { Fate } from '../../flows/ports/fate.ts'
import type { Letter } from '../../flows/ports.ts'
import { momentText } from '../times.ts'
import { LetterFate, WhoTells } from './letter-fate.tsx'
import { letterWords } from './letter-words.ts'
import { letterLabels } from './letters.ts'
import { readerText } from './who.ts'

interface Of {
  readonly letters: readonly (Letter & Fate)[]
  readonly petition: Petition
  readonly book: Rulebook
  /** Only to whom, when, and what became of it. */
  readonly withoutWords?: boolean
}

/** Who was told what, and whether they read it. */
export const LetterList = ({ letters, petition, book, withoutWords }: Of) => (
  <>
    <ul class="letters">
      {letters.map((letter) => (
        <li>
          <b>{letterLabels[letter.notice.kind]}</b> → {readerText(letter.to, petition, book)}
          {!withoutWords && <p>{letterWords(letter, petition)}</p>}
          <small>
            {momentText(letter.sendAt)} · <LetterFate letter={letter} />
          </small>
        </li>
      ))}
    </ul>
    <WhoTells letters={letters} />
  </>
)
