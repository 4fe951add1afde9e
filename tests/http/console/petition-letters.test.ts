import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { letterId, personId, roomId } from '../../../src/domain/ids.ts'
import type { Address, Notice } from '../../../src/domain/notices/notice.ts'
import { taskNotice } from '../../../src/domain/notices/task-notices.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import type { Reach } from '../../../src/flows/ports/channels.ts'
import { aLetter, anAcceptedNotice, anEntry, aPetition, at } from '../../support/builders.ts'
import { petitionDesk } from './petition-desk.ts'
import { someone } from './someone.ts'

const sentAt = at('2026-03-02 09:10')
const person = (id: string): Address => ({ kind: 'person', person: personId(id) })
const group: Address = { kind: 'room', room: roomId('room-xf-1'), mention: null }
const onLark = { kind: 'person', channel: 'lark', account: 'ou_1' } as const
const onWechat = { kind: 'person', channel: 'wechat', account: 'wx-1' } as const
const inGroup = { kind: 'room', channel: 'lark', room: 'oc_1', mention: null } as const

const fresh = aPetition('dispatched')
const told = anAcceptedNotice(fresh)
const brief = 'brief' in told ? told.brief : null
if (!brief) throw new Error('no brief')
const task = taskNotice(fresh, brief, 'new', '')

/** What was written about a petition, and went out at ten past nine where it says by which way. */
async function street(
  written: readonly (readonly [to: Address, notice: Notice, via: Reach | null])[],
  petition: Petition = fresh,
) {
  const { desk, stores, registers } = petitionDesk()
  await registers(petition)
  const letters = written.map(([to, notice], i) => aLetter(`l${i}`, { to, notice, sendAt: sentAt }))
  await stores.petitions.record(
    [anEntry({ cause: { kind: 'press', key: 'told' }, letters })],
    sentAt,
  )
  await stores.outbox.take(10, sentAt)
  for (const [i, [, , via]] of written.entries()) {
    const id = letterId(`l${i}`)
    if (!via) continue
    await stores.outbox.setOut([id], via, sentAt)
    await stores.outbox.sent([id], sentAt, via === onLark ? new Map([[id, `om_${i}`]]) : undefined)
  }
  return {
    read: (...messages: string[]) =>
      stores.outbox.seen(onLark, messages, at('2026-03-02 09:32'), at('2026-03-02 09:33')),
    /** Opens the page and its stream, as a browser does; answers what comes until certain words. */
    watching: async (who: string, besides = '') => {
      const browser = await someone(who, desk)
      const page = await (await browser.get('/console/petitions/1027')).text()
      const [, path = ''] = /hx-sse:connect="([^"]+)"/.exec(page) ?? []
      const answer = await browser.get(`${path.replaceAll('&amp;', '&')}${besides}`)
      const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
      return {
        path,
        async hears(words: string) {
          let heard = ''
          while (!heard.includes(words)) {
            const { value, done } = (await reader?.read()) ?? { done: true }
            if (done) throw new Error(`ended before ${words}`)
            heard += value ?? ''
          }
          return heard
        },
        stop: () => reader?.cancel(),
      }
    },
    moves: () =>
      stores.petitions.record(
        [
          anEntry({
            cause: { kind: 'press', key: 'moves' },
            petition: { ...petition, version: petition.version + 1 },
            events: [{ kind: 'reminded', by: null, at: sentAt, of: 'accept', share: 0.5 }],
          }),
        ],
        sentAt,
      ),
    pageFor: async (who: string) =>
      (await (await someone(who, desk)).get('/console/petitions/1027')).text(),
  }
}
const unread = '只写“已送达”的，不等于没有看'

test('a letter on Lark was delivered until its reader looked; who tells nothing is named once', async () => {
  const { read, pageFor } = await street([
    [person('resident-1'), told, onLark],
    [person('S061'), told, onLark],
    [person('S062'), told, onWechat],
    [group, told, inGroup],
    [person('S063'), told, null],
  ])
  await read('om_1')
  const page = await pageFor('S061')
  expect(page.match(/class="state[^<]*<\/span>/g)).toEqual([
    'class="state sent">已送达</span>',
    'class="state seen">已读 3月2日 09:32</span>',
    'class="state sent">已发</span>',
    'class="state sent">已发</span>',
    'class="state pending">待发</span>',
  ])
  expect(page.match(/不告知是否已读/g)).toHaveLength(1)
  expect(page).toContain('微信、飞书群不告知是否已读，“已发”是平台已经收下。飞书单聊告知已读；')
  expect(page).toContain('共5条，1条已读')
  expect(page).toContain(unread)
})

test('of channels that nobody used nothing is said', async () => {
  const { pageFor } = await street([[person('S061'), told, onWechat]])
  const page = await pageFor('S061')
  expect(page).toContain('微信不告知是否已读')
  expect(page).not.toContain(unread)
  expect(await (await street([[person('S061'), told, null]])).pageFor('S061')).not.toContain('已读')
})

test('a task that was read and not accepted says so, to those who read its letters', async () => {
  const { read, pageFor } = await street([
    [person('S061'), told, onLark],
    [person('S061'), task, onLark],
  ])
  await read('om_0')
  expect(await pageFor('S002')).not.toContain('未签收')
  await read('om_1')
  expect(await pageFor('S002')).toContain('已读 3月2日 09:32，未签收')
  expect(await pageFor('S010')).not.toContain('09:32')
})

test.each([
  ['accepted meanwhile', aPetition('handling')],
  ['passed on after that', aPetition('dispatched', { dispatchedAt: at('2026-03-02 09:50') })],
])('a task %s is not held against anybody', async (_, petition) => {
  const { read, pageFor } = await street([[person('S061'), task, onLark]], petition)
  await read('om_0')
  const page = await pageFor('S002')
  expect(page).toContain('已读 3月2日 09:32')
  expect(page).not.toContain('，未签收')
})

test('an open page moves when a letter is read, and says so', async () => {
  const { read, watching } = await street([[person('S061'), told, onLark]])
  const line = await watching('S061')
  expect(line.path).toContain('letters=1-1-0-0')
  await read('om_0')
  const piece = await line.hears('已读 3月2日 09:32')
  expect(piece).toContain('发出的消息有了下文，页面已更新')
  await line.stop()
})

test('a page that shows no letters asks for none', async () => {
  const secret = aPetition('dispatched', { confidential: true })
  const { watching } = await street([[person('S061'), told, onLark]], secret)
  const line = await watching('S061')
  expect(line.path).toMatch(/stream\?version=\d+$/)
  await line.stop()
})

test('a page that showed letters before it became confidential is told of none', async () => {
  const secret = aPetition('dispatched', { confidential: true })
  const { watching, moves } = await street([[person('S061'), told, onLark]], secret)
  const line = await watching('S061', '&letters=1-0-0-0')
  await setTimeout(3_000)
  await moves()
  expect(await line.hears('有新情况')).not.toContain('发出的消息有了下文')
  await line.stop()
})
