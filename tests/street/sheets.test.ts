import { expect, test } from 'vitest'
import { readSheets } from '../../db/street/read-sheets.ts'
import { readStreet } from '../../db/street/read-street.ts'
import { placed } from '../../src/domain/street/sheets/sheet.ts'
import { sheetsOf } from '../../src/domain/street/sheets/sheets-of.ts'
import { sampleStreet } from './street-files.ts'

test('the tables of a rulebook are read as the same rulebook', async () => {
  const street = await readStreet(sampleStreet)
  if (!street.ok) throw new Error('the sample street is faulty')
  const { book } = street.value
  const again = readSheets(placed(sheetsOf(book)))
  expect(again.ok ? again.value : again.problem).toEqual(book)
})
