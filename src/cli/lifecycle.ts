import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { helpIfAsked } from './help.ts'
import { lifecyclePage } from './lifecycle/draw.ts'

helpIfAsked(
  'npm run lifecycle   从代码画出 docs/lifecycle.md，会覆盖它 [draws it from the code, over what is there]',
)
const page = join(import.meta.dirname, '..', '..', 'docs', 'lifecycle.md')
writeFileSync(page, lifecyclePage())
console.log(`已写入 [written] ${page}`)
