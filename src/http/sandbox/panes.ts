import type { Rulebook } from '../../domain/street/rulebook.ts'
import type { Cast, Player } from './cast.ts'

/** One phone on the page: a person and the chat that is open; `room` null is the private chat with the bot. */
export interface Pane {
  readonly person: string
  readonly room: string | null
}

/** More than three do not fit side by side. */
export const mostPanes = 3

/** Reads `wx-r-001:room-xf-1`, `wx-staff-010:dm`; what names nobody or a group the person is not in is left out. */
export function readPanes(texts: readonly string[], cast: Cast): readonly Pane[] {
  const panes = new Map<string, Pane>()
  for (const text of texts) {
    const [person = '', room = ''] = text.split(/:(.*)/s)
    const rooms = cast.get(person)?.rooms
    if (rooms && (room === 'dm' || rooms.some(({ id }) => id === room)))
      panes.set(text, { person, room: room === 'dm' ? null : room })
  }
  return [...panes.values()].slice(0, mostPanes)
}

export const paneText = ({ person, room }: Pane): string => `${person}:${room ?? 'dm'}`

/** The page that shows these panes. */
export const addressOf = (panes: readonly Pane[]): string => `/?${paneQuery(panes)}`

export const paneQuery = (panes: readonly Pane[]): string =>
  panes.map((pane) => `pane=${encodeURIComponent(paneText(pane))}`).join('&')

/** The panes with the one at `index` replaced; an index past the end adds it. One already open stays where it is. */
export function withPane(panes: readonly Pane[], index: number, pane: Pane): readonly Pane[] {
  if (panes.some((open, i) => i !== index && paneText(open) === paneText(pane))) return panes
  return index < panes.length
    ? panes.map((open, i) => (i === index ? pane : open))
    : [...panes, pane]
}

/** An id that is safe in HTML and in selectors. */
export const domId = (kind: string, ...parts: readonly string[]): string =>
  [kind, ...parts]
    .join('--')
    .replace(/[^A-Za-z0-9-]/g, (character) => `_${character.codePointAt(0)?.toString(16)}`)

export const paneId = (kind: string, pane: Pane): string =>
  domId(kind, pane.person, pane.room ?? 'dm')

/**
 * A resident in the first group, and the private chat of whoever is likely to get the task: the estate's property
 * officer, else the grid worker, else any other person.
 */
export function firstPanes(cast: Cast, book: Rulebook): readonly Pane[] {
  const players = [...cast.values()]
  const resident = players.find(({ staff, rooms }) => !staff && rooms.length > 0) ?? players[0]
  if (!resident) return []
  const room = resident.rooms[0]?.id ?? null
  const worker = workerFor(room, players, book) ?? players.find(({ id }) => id !== resident.id)
  const open = { person: resident.id, room }
  return worker ? [open, { person: worker.id, room: null }] : [open]
}

function workerFor(
  room: string | null,
  players: readonly Player[],
  book: Rulebook,
): Player | undefined {
  const bound = book.rooms.find(({ id }) => id === room)
  const company = book.departments.find(
    ({ estate }) => estate !== null && estate === bound?.defaultPlace,
  )
  return (
    players.find(({ staff }) => company && staff?.department === company.code) ??
    players.find(({ staff }) => staff?.role === 'grid_worker')
  )
}
