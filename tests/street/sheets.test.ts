import { expect, test } from 'vitest'
import { readSheets } from '../../db/street/read-sheets.ts'
import { readStreet } from '../../db/street/read-street.ts'
import { type FileName, tables } from '../../db/street/tables.ts'
import { placed, sheetNames, sheets } from '../../src/domain/street/sheets/sheet.ts'
import { sheetsOf } from '../../src/domain/street/sheets/sheets-of.ts'
import { sheetWords } from '../../src/texts/sheets/sheet-words.ts'
import { sampleStreet } from './street-files.ts'

test('every column of the files of a street is one of its tables', () => {
  for (const name of sheetNames) {
    const { file, columns } = sheets[name]
    const kept = file in tables ? Object.keys(tables[file as FileName].row.shape) : columns
    expect([name, ...[...columns].sort()]).toEqual([name, ...[...kept].sort()])
    expect(Object.keys(sheetWords[name].columns).sort()).toEqual([...columns].sort())
  }
})

test('the tables of a rulebook are read as the same rulebook', async () => {
  const street = await readStreet(sampleStreet)
  if (!street.ok) throw new Error('the sample street is faulty')
  const { book } = street.value
  const again = readSheets(placed(sheetsOf(book)))
  expect(again.ok ? again.value : again.problem).toEqual(book)
})
