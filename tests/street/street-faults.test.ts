import { unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readStreet } from '../../db/street/read-street.ts'
import { sayFault } from '../../db/street/street-fault.ts'
import { knowledge, others, people, places, presence, type Row, units } from './spoilt.ts'
import { catalogue } from './spoilt-catalogue.ts'
import { heads } from './spoilt-heads.ts'
import { outlines } from './spoilt-outlines.ts'
import { texts } from './spoilt-texts.ts'
import { aCopy, faultsAfter } from './street-files.ts'

describe.each<[string, readonly Row[]]>([
  ['units', units],
  ['places', places],
  ['people', people],
  ['knowledge', knowledge],
  ['roster and absences', presence],
  ['household heads', heads],
  ['catalogue', catalogue],
  ['outlines', outlines],
  ['texts', texts],
  ['rooms, categories, departments and calendar', others],
])('a fault in %s is named', (_, rows) => {
  test.each(rows)('%s', async (_why, spoilt, says) => {
    expect(await faultsAfter(spoilt)).toEqual([says])
  })
})

describe('the shape of a table', () => {
  const columns = '可用的列：id,topic,unit,default_place'
  test.each<Row>([
    [
      'a missing column',
      { file: 'rooms.csv', from: 'id,topic,unit,', to: 'id,topic,' },
      `rooms.csv 第1行 unit：缺少这一列。${columns}`,
    ],
    [
      'an unknown column',
      { file: 'residents.csv', from: 'id,nickname', to: 'id,nickname,age' },
      'residents.csv 第1行 age：没有这一列。可用的列：id,nickname',
    ],
    [
      'a cell too many',
      { file: 'rooms.csv', from: 'QS-XF,幸福里小区', to: 'QS-XF,幸福里小区,多' },
      'rooms.csv 第2行：有 5 格，应有 4 格，看看是不是多了或少了逗号（格子里的逗号要放在双引号里）',
    ],
    [
      'a quotation mark that is not closed',
      { file: 'rooms.csv', to: 'room-x,"新群,QS,' },
      'rooms.csv 第27行：双引号没有成对，看看这一行和它前面几行。格子里有逗号或双引号时，整格用双引号括起来，里面的双引号写两个',
    ],
  ])('%s', async (_, spoilt, says) => {
    const faults = await faultsAfter(spoilt)
    expect(faults[0]).toBe(says)
    expect(faults.filter((fault) => !fault.startsWith(spoilt.file))).toEqual([])
  })
})

test('the faults of all files come together', async () => {
  const rows = [units[0], units[1], places[0], people[0], people[1], others[0], others[9]]
  const spoilt = rows.flatMap((row) => (row ? [row[1]] : []))
  const says = rows.flatMap((row) => (row ? [row[2]] : []))
  expect((await faultsAfter(...spoilt)).sort()).toEqual([...says].sort())
})

test('a file that is missing or in no known encoding is named, and others are not blamed for it', async () => {
  const folder = await aCopy()
  await unlink(join(folder, 'departments.csv'))
  await writeFile(join(folder, 'places.csv'), new Uint8Array([0x69, 0x64, 0xff, 0xff, 0x00, 0x31]))
  const read = await readStreet(folder)
  expect(read.ok ? [] : read.problem.map(sayFault)).toEqual([
    `departments.csv：文件夹里没有这个文件（${folder}）`,
    'places.csv：认不出文字编码。请在 Excel 里“另存为”选“CSV UTF-8（逗号分隔）”再导入',
  ])
})
