import { isOffice } from '../../../domain/notices/calm.ts'
import type { Rulebook } from '../../../domain/street/rulebook.ts'
import type { Letter } from '../../../flows/ports.ts'
import { letterLabels } from '../../petitions/letters.ts'
import { momentText } from '../../times.ts'
import { officeText } from '../shell.tsx'
import type { State } from './state.ts'

/** Letters that nobody could be given, and why; each can be sent again. */
export const GivenUp = ({ state, book }: { readonly state: State; readonly book: Rulebook }) => {
  const { givenUp, vitals, possibleDoubles } = state
  return (
    <section class="card" aria-labelledby="letters">
      <h2 id="letters">没送达的通知</h2>
      {vitals.outbox.givenUp === 0 ? (
        <p class="empty">没有没送达的通知。</p>
      ) : (
        <form method="post" action="/console/operation/letters">
          <p>
            共 {vitals.outbox.givenUp} 条
            {vitals.outbox.givenUp > givenUp.length && `，这里是最早的 ${givenUp.length} 条`}。
            查明原因后再重发。
          </p>
          <ul class="letters-lost">
            {givenUp.map((letter) => (
              <li>
                <span>
                  {momentText(letter.sendAt)} {letterLabels[letter.notice.kind]}，
                  {readerText(letter, book)}
                  <code>{letter.why}</code>
                </span>
                <button class="button quiet" type="submit" name="letter" value={letter.id}>
                  重发
                </button>
              </li>
            ))}
          </ul>
          <button class="button" type="submit" name="letter" value="all">
            全部重发
          </button>
        </form>
      )}
      <p class="empty">可能送达了两次的通知：{possibleDoubles} 条。</p>
    </section>
  )
}

/** Staff by their office, groups by their name, residents not at all. */
function readerText({ to, notice }: Letter, book: Rulebook): string {
  if (to.kind === 'room')
    return `群“${book.rooms.find(({ id }) => id === to.room)?.topic ?? to.room}”`
  const staff = book.staff.find(({ id }) => id === to.person)
  return staff && staff.role !== 'household_head' && isOffice(to.person, notice, book)
    ? officeText(staff, book)
    : '居民'
}
