import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open311Words } from '../../src/texts/open311-words.ts'
import { type Open311Set, open311Set, theKey } from './open311-stage.ts'

const page = readFileSync(new URL('../../docs/open311.md', import.meta.url), 'utf8')
const examples = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, example = '']) => example)
const missing = ['sh', 'curl'].filter((tool) => spawnSync(tool, ['-h'], { stdio: 'ignore' }).error)

describe.skipIf(missing.length > 0)(
  'the examples in docs/open311.md run as they are printed',
  () => {
    let set: Open311Set
    beforeAll(async () => {
      set = await open311Set()
    })
    afterAll(() => set.close())

    const run = (example = '', token = '') => {
      const script = example
        .replace(/LINLI=\S+/, `LINLI=${set.door}`)
        .replace(/KEY=\S+/, `KEY=${theKey}`)
        .replace(/TOKEN=\S+/, `TOKEN=${token}`)
      return new Promise<string>((done, failed) => {
        execFile('sh', ['-c', script], (fault, stdout) => (fault ? failed(fault) : done(stdout)))
      })
    }
    test('services', async () => {
      const said = await run(examples[0])
      expect(said).toContain('GeoReport_v2')
      expect(said).toContain('"service_name":"楼道照明"')
      expect(said).toContain('<service_definition><service_code>0301</service_code><attributes>')
    })
    test('a request, and what became of it', async () => {
      const [{ token }] = JSON.parse(await run(examples[1]))
      expect(set.kept).toMatchObject([
        { id: token, text: '【楼道照明】楼道灯坏了三天了\n地点：幸福里小区5栋2单元' },
      ])
      const said = await run(examples[2], token)
      expect(said).toContain(`[{"service_request_id":"","token":"${token}"}][]`)
      expect(said).toContain('<errors><error><code>404</code>')
    })
  },
)

test('docs/open311.md names what the door says of each state', () => {
  for (const note of [...Object.values(open311Words.statusNotes), open311Words.merged])
    expect(page).toContain(note)
})
