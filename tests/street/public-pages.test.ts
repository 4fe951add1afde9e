import { expect, test } from 'vitest'
import { readStreet } from '../../db/street/read-street.ts'
import { unitCode } from '../../src/domain/ids.ts'
import { policyLines } from '../../src/domain/street/sheets/policy-lines.ts'
import { smallBook } from '../support/book.ts'

const cellFor = (publicPages: 'all' | readonly ReturnType<typeof unitCode>[]) =>
  policyLines({ ...smallBook.policies, publicPages }).manners.find(
    ({ item }) => item === 'public_page',
  )?.value

test('which communities are public goes into the sheets, and none is unless somebody says so', async () => {
  expect(cellFor('all')).toBe('all')
  expect(cellFor([unitCode('QS-XF'), unitCode('QS-HB')])).toBe('QS-XF|QS-HB')
  const sample = await readStreet('db/sample-street')
  expect(sample.ok && (sample.value.book.policies.publicPages ?? [])).toEqual([])
})
