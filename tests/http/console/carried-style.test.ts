import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { unitCode } from '../../../src/domain/ids.ts'
import { loadAssets } from '../../../src/http/assets.ts'
import { smallBook } from '../../support/book.ts'
import { aPetition } from '../../support/builders.ts'
import { petitionDesk } from './petition-desk.ts'
import { someone } from './someone.ts'

const grid = { kind: 'grid', code: unitCode('QS-XF-02') } as const

/** Pages of somebody who dispatches and somebody who handles, so that all that stands on them is there. */
async function pages() {
  const { desk, registers } = petitionDesk(smallBook)
  await registers(aPetition('dispatched', { to: grid, urgency: 'urgent', confidential: true }))
  const [number] = (await desk.petitions.list({})).map((one) => one.number)
  const opened: Response[] = []
  for (const [person, path] of [
    ['S002', '/console?tab=unit&status=dispatched'],
    ['S010', '/console'],
    ['S010', `/console/petitions/${number}`],
  ] as const)
    opened.push(await (await someone(person, desk)).get(path))
  return opened
}

/** What a sheet dresses: classes that one element must bear together. */
const dressedBy = (css: string) => new Set(css.match(/(?:\.[a-z][\w-]*)+/g))
const elementsIn = (html: string) =>
  [...html.matchAll(/class="([^"]*)"/g)].map(([, found = '']) => found.split(' '))

test('what a chat links to carries its whole style, and the content policy lets in that and no other', async () => {
  const sheet = Buffer.from(loadAssets().files.get('console.css')?.bytes ?? []).toString()
  for (const answer of await pages()) {
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(html).not.toContain('rel="stylesheet"')
    const [, css = ''] = /<style>([^<]*)<\/style>/.exec(html) ?? []
    const hash = createHash('sha256').update(css).digest('base64')
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`'sha256-${hash}'`)
    expect(policy).not.toContain('unsafe')
    const elements = elementsIn(html.slice(html.indexOf('<body')))
    expect(elements.length).toBeGreaterThan(10)
    const carried = dressedBy(css)
    const bare = [...dressedBy(sheet)].filter(
      (classes) =>
        !carried.has(classes) &&
        elements.some((worn) =>
          classes
            .slice(1)
            .split('.')
            .every((one) => worn.includes(one)),
        ),
    )
    expect(bare).toEqual([])
  }
})

test('other pages ask for the one sheet of all', async () => {
  const { desk } = petitionDesk()
  const html = await (await (await someone('S010', desk)).get('/console/me')).text()
  expect(html).toContain('rel="stylesheet"')
  expect(html).not.toContain('<style>')
})
