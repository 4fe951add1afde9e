import { describe, expect, test } from 'vitest'
import { roomId } from '../../src/domain/ids.ts'
import type { AddressedNotice } from '../../src/domain/notices/notice.ts'
import { ownTexts, textKeys } from '../../src/domain/notices/own-texts.ts'
import { registeredNotices } from '../../src/domain/notices/registered-notices.ts'
import { lettersFor } from '../../src/flows/letters.ts'
import { usualTexts } from '../../src/texts/own-texts.ts'
import { say } from '../../src/texts/say.ts'
import { textKeyWords } from '../../src/texts/sheets/text-sheet-words.ts'
import { sampleOf } from '../../src/texts/text-samples.ts'
import { aBook, aPetition, at } from '../support/builders.ts'

describe.each(textKeys)('%s', (key) => {
  const { may, must, names, atMost } = ownTexts[key]

  test('is said in the words of the street, with every fact put in', () => {
    const text = `本街道说法${may.map((name) => `{${name}}`).join('、')}`
    const said = sampleOf(key, text)
    expect(said).toContain('本街道说法')
    expect(said).not.toMatch(/[{}]|undefined/)
  })

  test('and in ours where the street has none; ours keeps its own rules', () => {
    const usual = usualTexts[key]
    expect(sampleOf(key)).not.toMatch(/[{}]|undefined/)
    expect(textKeyWords[key]).toBeTruthy()
    for (const name of must) if (usual) expect(usual).toContain(`{${name}}`)
    for (const word of names) expect(usual).toContain(word)
    expect([...usual].length).toBeLessThanOrEqual(atMost)
    const used = [...usual.matchAll(/\{(.*?)\}/g)].map(([, name]) => name)
    expect(used.filter((name) => !(may as readonly (string | undefined)[]).includes(name))).toEqual(
      [],
    )
  })
})

test('a receipt at night says so, and both it and the result end with the contact of the office', () => {
  const book = { ...aBook(), texts: { quiet: '现在休息，早上办。', footer: '社区 82001234' } }
  const [registered] = registeredNotices(
    aPetition('dispatched'),
    { room: null, asksPlace: false },
    book,
  )
  if (!registered) throw new Error('nobody is told')
  const at22 = { clock: () => at('2026-03-02 22:00'), newId: () => 'l1' }
  const at10 = { clock: () => at('2026-03-02 10:00'), newId: () => 'l1' }
  const linesAt = (clock: typeof at22) =>
    lettersFor([registered], book, clock).flatMap(({ notice }) => say(notice).split('\n').slice(1))
  expect(linesAt(at22)).toEqual(['现在休息，早上办。', '社区 82001234'])
  expect(linesAt(at10)).toEqual(['社区 82001234'])
  const toRoom: AddressedNotice = {
    ...registered,
    to: { kind: 'room', room: roomId('r'), mention: null },
  }
  expect(lettersFor([toRoom], book, at22)[0]?.notice.own).toBeUndefined()
})

test('a letter keeps the words in force when it was written', () => {
  const clock = { clock: () => at('2026-03-02 10:00'), newId: () => 'l1' }
  const told: AddressedNotice = {
    to: { kind: 'room', room: roomId('r'), mention: null },
    notice: { kind: 'help' },
    haste: 'answer',
  }
  const [letter] = lettersFor([told], { ...aBook(), texts: { help: '有事说一声\\n我来记' } }, clock)
  expect(letter && say(letter.notice)).toBe('有事说一声\n我来记')
  expect(lettersFor([told], aBook(), clock)[0]?.notice).toEqual({ kind: 'help' })
})
