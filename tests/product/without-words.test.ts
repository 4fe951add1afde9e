import { expect, test } from 'vitest'
import { withoutWords } from '../../src/domain/without-words.ts'

const told = (fault: unknown) => `${withoutWords(fault)} ${withoutWords(fault).stack}`

test('a fault is told by its kind and place, never by its words', () => {
  const words = '王芳 5-2-301\n    at 王芳家里 (13912345678)\n漏水了'
  expect(told(new RangeError(words))).not.toMatch(/王芳|301|139|漏水/)
  expect(told(new RangeError(words))).toMatch(/RangeError at .*without-words\.test\.ts:\d+/)
  expect(told('王芳')).not.toContain('王芳')
})

test('a fault of the database by its code and the rule that was broken', () => {
  const below = Object.assign(new Error('Key (name)=(王芳) already exists.'), {
    ...{ name: 'PostgresError', code: '23505', constraint_name: 'person_pkey', detail: '王芳' },
  })
  const query = new Error('Failed query: insert … params: 王芳', { cause: below })
  expect(told(query)).toMatch(/PostgresError 23505 person_pkey/)
  expect(told(query)).not.toContain('王芳')
})

test('what is without words stays as it is, however often it is told', () => {
  const once = withoutWords(Object.assign(new Error('王芳'), { name: 'LarkFault', code: 230002 }))
  expect(once.message).toContain('LarkFault 230002')
  expect(withoutWords(once).message).toBe(once.message)
})
