import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lifecyclePage } from '../../src/cli/lifecycle/draw.ts'

test('the page shows the life of a petition as the code has it (npm run lifecycle)', () => {
  expect(readFileSync('docs/lifecycle.md', 'utf8')).toBe(lifecyclePage())
})
