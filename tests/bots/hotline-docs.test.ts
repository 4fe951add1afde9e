import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hotlineSet, partners } from './hotline-stage.ts'

const run = (script: string) =>
  new Promise<string>((done, failed) => {
    execFile('sh', ['-c', script], (fault, stdout) => (fault ? failed(fault) : done(stdout)))
  })

const missing = ['sh', 'curl', 'openssl'].filter(
  (tool) => spawnSync(tool, ['-h'], { stdio: 'ignore' }).error,
)

test.skipIf(missing.length > 0)(
  `the example in docs/hotline.md runs as it is printed ${missing.map((tool) => `(no ${tool} here)`)}`,
  async () => {
    const set = await hotlineSet({ clock: () => new Date() })
    const page = readFileSync(new URL('../../docs/hotline.md', import.meta.url), 'utf8')
    const [, example = ''] = /```sh\n(LINLI=[\s\S]*?)```/.exec(page) ?? []
    const { source, secret, tenant } = partners
    const script = example
      .replace(/^LINLI=.*$/m, `LINLI=${set.web} SOURCE=${source} SECRET=${secret}`)
      .replace('"tenant":"QS"', `"tenant":"${tenant}"`)
    expect(JSON.parse(await run(script))).toEqual({
      ...{ kept: ['HL-20260302-0001'], new: ['HL-20260302-0001'] },
    })
    expect(set.kept).toMatchObject([
      { text: '幸福里5号楼2单元楼道灯坏了三天了', sender: { id: 'caller-7788', name: '王女士' } },
    ])
    await set.close()
  },
)
