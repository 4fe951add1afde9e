import {
  categoryCode,
  departmentCode,
  letterId,
  messageId,
  personId,
  petitionId,
  roomId,
  unitCode,
} from '../../src/domain/ids.ts'
import { nowhere } from '../../src/domain/intake/place.ts'
import type { Notice } from '../../src/domain/notices/notice.ts'
import type { Petition, Petitioner, Status } from '../../src/domain/petition/petition.ts'
import type { Rulebook } from '../../src/domain/street/rulebook.ts'
import type { Entry, HeardMessage, NewLetter } from '../../src/flows/ports.ts'
import { smallBook } from './book.ts'

/** A moment in Beijing, e.g. `at('2026-03-02 09:00')`. */
export const at = (moment: string): Date => new Date(`${moment.replace(' ', 'T')}:00+08:00`)

const said = at('2026-03-02 09:00')

export const aPetitioner = (person: string, but: Partial<Petitioner> = {}): Petitioner => ({
  person: personId(person),
  household: person,
  room: roomId('room-xf-1'),
  ...but,
})

const everyStatus: { readonly [S in Status]: Extract<Petition, { status: S }> } = (() => {
  const facts = {
    id: petitionId('petition-1'),
    number: 1027,
    rulebook: 1,
    reporter: aPetitioner('resident-1', { household: '幸福里小区5栋2单元301' }),
    supporters: [],
    notTheirs: [],
    onBehalfOf: null,
    category: categoryCode('0301'),
    kind: 'report',
    urgency: 'normal',
    danger: null,
    confidential: false,
    vulnerable: false,
    since: '2026-02-28',
    place: { ...nowhere, name: '幸福里小区', building: '5', unit: '2' },
    grid: unitCode('QS-XF-02'),
    summary: '幸福里小区5栋2单元楼道灯不亮三天',
    words: ['5栋2单元楼道灯三天没亮了'],
    messages: [messageId('message-1')],
    photos: [],
    evidence: [{ field: 'category', confidence: 0.93, because: '楼道灯+' }],
    registeredAt: said,
    respondedAt: null,
    returns: 0,
    reopenings: 0,
    ratings: [],
    version: 1,
  } as const
  const to = { kind: 'department', code: departmentCode('WY1') } as const
  const assigned = {
    ...facts,
    to,
    dispatchedAt: said,
    acceptDueAt: at('2026-03-02 14:00'),
    resolveDueAt: at('2026-03-04 18:00'),
    provisional: false,
  }
  const answered = {
    ...facts,
    to,
    respondedAt: at('2026-03-02 10:00'),
    result: '已换灯泡',
    resultPhotos: [],
    resolvedAt: at('2026-03-03 10:00'),
    inTime: true,
  }
  return {
    received: { ...facts, status: 'received', askedAt: said, placeDueAt: at('2026-03-02 11:00') },
    dispatched: { ...assigned, status: 'dispatched' },
    handling: {
      ...assigned,
      status: 'handling',
      respondedAt: at('2026-03-02 10:00'),
      handler: personId('S061'),
      acceptedAt: at('2026-03-02 10:00'),
    },
    resolved: { ...answered, status: 'resolved' },
    closed: { ...answered, status: 'closed', rated: true, closedAt: at('2026-03-03 12:00') },
    withdrawn: { ...facts, status: 'withdrawn', reason: '自己修好了', withdrawnAt: said },
  }
})()

/** A petition in some status; say only what the test is about. */
export const aPetition = <S extends Status>(
  status: S,
  but: Partial<Extract<Petition, { status: S }>> = {},
): Extract<Petition, { status: S }> =>
  ({ ...everyStatus[status], ...but }) as Extract<Petition, { status: S }>

/** A message in the platform's own terms, said in the group `room-xf-1` unless told otherwise. */
export const aHeard = (text: string, but: Partial<HeardMessage> = {}): HeardMessage => ({
  id: messageId('message-1'),
  channel: 'wechat',
  room: 'room-xf-1',
  sender: { id: 'wx-resident-1', name: '小刘', alias: '5-2-301刘' },
  type: 'text',
  text,
  media: null,
  mentionsUs: false,
  quotes: null,
  recalls: null,
  sentAt: said,
  ...but,
})

/** An entry that a message gave rise to, leading to nothing unless told otherwise. */
export const anEntry = (but: Partial<Entry> = {}): Entry => ({
  cause: { kind: 'message', channel: 'wechat', message: messageId('message-1') },
  outcome: 'chatter',
  petition: null,
  events: [],
  timers: [],
  letters: [],
  ...but,
})

/** A letter to a person in private, due at once. */
export const aLetter = (id: string, but: Partial<NewLetter> = {}): NewLetter => ({
  id: letterId(id),
  to: { kind: 'person', person: personId('resident-1') },
  notice: { kind: 'help' },
  sendAt: said,
  ...but,
})

/** A notice about a petition. */
export const anAcceptedNotice = (petition: Petition = aPetition('handling')): Notice => ({
  kind: 'accepted',
  brief: {
    petition: petition.id,
    number: petition.number,
    category: '楼道照明',
    summary: petition.summary,
    place: '幸福里小区5栋',
    handler: '安居物业',
  },
  dueAt: at('2026-03-04 18:00'),
})

/** A small street's rulebook; say only what the test is about. */
export const aBook = (but: Partial<Rulebook> = {}): Rulebook => ({ ...smallBook, ...but })
