import { destinationName, placeText } from '../../src/domain/notices/brief.ts'
import { isInHand, isOpen, type Petition } from '../../src/domain/petition/petition.ts'
import { isSensitive } from '../../src/domain/public-page/public-view.ts'
import type { Rulebook } from '../../src/domain/street/rulebook.ts'
import { open311Words } from '../../src/texts/open311-words.ts'
import { tokensBegin } from './seal.ts'
import type { Value } from './xml.ts'

/**
 * Whether anybody may look it up: it came by this door, nobody asked for silence about it, and it is not of a kind by which
 * alone people may be known: of those the public page shows none singly, either.
 */
export function isForAll({ confidential, messages, category }: Petition, book: Rulebook): boolean {
  const known = book.categories.find(({ code }) => code === category)
  const isQuiet = confidential || known?.confidential || known?.countedOnly
  return !isQuiet && messages.some((id) => id.startsWith(tokensBegin))
}

/** As a request: nothing that was said, no name, no door, nobody's result; what is about somebody has no place either. */
export function requestOf(petition: Petition, book: Rulebook): Value {
  const { number, category, kind, place, registeredAt } = petition
  const known = book.categories.find(({ code }) => code === category)
  const isAboutSomebody = kind === 'dispute' || (known !== undefined && isSensitive(known))
  const address = isAboutSomebody ? '' : placeText(place, book, true)
  const merged = petition.status === 'withdrawn' && petition.mergedInto
  return {
    service_request_id: String(number),
    status: isOpen(petition) ? 'open' : 'closed',
    status_notes: merged ? open311Words.merged : open311Words.statusNotes[petition.status],
    service_name: known?.level2 ?? '',
    service_code: category,
    description: known ? `${known.level1}·${known.level2}` : '',
    agency_responsible: 'to' in petition ? destinationName(petition.to, book) : null,
    service_notice: null,
    requested_datetime: moment(registeredAt),
    updated_datetime: moment(updatedAt(petition)),
    expected_datetime: isInHand(petition) ? moment(petition.resolveDueAt) : null,
    address,
    address_id: null,
    zipcode: null,
    lat: null,
    long: null,
    media_url: null,
  }
}

function updatedAt(petition: Petition): Date {
  const dates = [petition.registeredAt, petition.respondedAt]
  if ('dispatchedAt' in petition) dates.push(petition.dispatchedAt)
  if ('acceptedAt' in petition) dates.push(petition.acceptedAt)
  if ('resolvedAt' in petition) dates.push(petition.resolvedAt)
  if ('closedAt' in petition) dates.push(petition.closedAt)
  if ('withdrawnAt' in petition) dates.push(petition.withdrawnAt)
  return new Date(Math.max(...dates.map((date) => date?.getTime() ?? 0)))
}

/** `2026-03-02T09:00:00+08:00` */
const moment = (date: Date): string =>
  `${new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
