import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lifecyclePage } from './lifecycle/draw.ts'

const page = join(import.meta.dirname, '..', '..', 'docs', 'lifecycle.md')
writeFileSync(page, lifecyclePage())
console.log(`已写入 [written] ${page}`)
