import { expect, test } from 'vitest'
import { undo } from '../../src/undo.ts'

test('what was opened is closed in reverse, once, also when something of it fails', async () => {
  const closed: string[] = []
  const { add, all } = undo()
  add(() => closed.push('database'))
  add(async () => {
    throw new Error('stuck')
  })
  add(() => closed.push('bot'))
  await expect(all()).rejects.toThrow('stuck')
  expect(closed).toEqual(['bot', 'database'])
  await all()
  expect(closed).toHaveLength(2)
})
