import { readFileSync } from 'node:fs'
import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import sharp from 'sharp'

const photo = readFileSync('src/http/assets/pictures/leak.png')

const chunk = (kind: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(kind), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A whole and honest PNG of this many black pixels a side: a thousand times smaller than what it unpacks to. */
function blackPng(side: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head[8] = 1 // one bit a pixel
  const rows = Buffer.alloc((Math.ceil(side / 8) + 1) * side)
  return Buffer.concat([
    ...[photo.subarray(0, 8), chunk('IHDR', head), chunk('IDAT', deflateSync(rows))],
    chunk('IEND', new Uint8Array()),
  ])
}

/** Of this many frames, each of one pixel, on a screen of this size. */
function gif(frames: number, side: number): Buffer {
  const head = Buffer.from('GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1')
  head.writeUInt16LE(side, 6)
  head.writeUInt16LE(side, 8)
  const control = [0x21, 0xf9, 4, 0, 1, 0, 0, 0]
  const frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
  const one = Buffer.from([...control, ...frame])
  return Buffer.concat([head, ...Array.from({ length: frames }, () => one), Buffer.from(';')])
}

const jpeg = await sharp(photo).jpeg().toBuffer()
const html = Buffer.from('<html><script>window.pwned=1</script>')

/** Files that are no photo one can look at, and what is said of each. */
export const badPhotos: readonly (readonly [
  what: string,
  bytes: () => Uint8Array,
  says: RegExp,
])[] = [
  ['a PNG of 30 000 × 30 000 pixels', () => blackPng(30_000), /照片太大/],
  ['a GIF of 65 535 × 65 535 pixels', () => gif(1, 65_535), /照片太大/],
  ['a JPEG cut off', () => jpeg.subarray(0, jpeg.length / 2), /照片损坏/],
  ['a PNG cut off', () => photo.subarray(0, 3_000), /照片损坏/],
  ['a page that begins as a JPEG', () => Buffer.concat([jpeg.subarray(0, 4), html]), /照片损坏/],
  ['an archive that begins as a GIF', () => Buffer.concat([gif(0, 1), zip([])]), /照片损坏/],
  [
    'an SVG with a script',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>pwned=1</script></svg>'),
    /不是照片/,
  ],
  ['a page by the name of a photo', () => html, /不是照片/],
  ['a program by the name of a photo', () => Buffer.from('MZ\x90\0\x03', 'latin1'), /不是照片/],
]

/** Photos one can look at, with something else behind them. */
export const doublePhotos: readonly (readonly [what: string, mime: string, bytes: Uint8Array])[] = [
  ['a JPEG with a page behind it', 'image/jpeg', Buffer.concat([jpeg, html])],
  ['a GIF with an archive behind it', 'image/gif', Buffer.concat([gif(1, 8), zip([])])],
  ['a GIF of 5 000 frames', 'image/gif', gif(5_000, 8)],
]

interface Part {
  readonly name: string
  readonly content: Uint8Array
  /** What the directory says; absent: the truth. */
  readonly claims?: number
}

/** A zip file of these parts. */
function zip(parts: readonly Part[]): Buffer {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const { name, content, claims = content.length } of parts) {
    const packed = deflateRawSync(content)
    const named = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    const sizes = [crc32(content), packed.length, claims]
    for (const [i, value] of sizes.entries()) local.writeUInt32LE(value, 14 + 4 * i)
    local.writeUInt16LE(named.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    for (const [i, value] of sizes.entries()) entry.writeUInt32LE(value, 16 + 4 * i)
    entry.writeUInt16LE(named.length, 28)
    entry.writeUInt32LE(at, 42)
    files.push(local, named, packed)
    directory.push(entry, named)
    at += local.length + named.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  for (const place of [8, 10]) end.writeUInt16LE(parts.length, place)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, ...directory, end])
}

const xml = (text: string) => Buffer.from(`<?xml version="1.0"?>${text}`)
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const row = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'

/** A workbook of one sheet, with these parts besides or instead. */
export function workbook(more: readonly Part[] = [], sheets = 1): Buffer {
  const all = Array.from({ length: sheets }, (_, i) => i + 1)
  const overrides = all
    .map(
      (i) =>
        `<Override PartName="/xl/worksheets/sheet${i}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
    )
    .join('')
  const usual: Part[] = [
    {
      name: '[Content_Types].xml',
      content: xml(
        `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>${overrides}</Types>`,
      ),
    },
    {
      name: '_rels/.rels',
      content: xml(
        `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${rels}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
    },
    {
      name: 'xl/workbook.xml',
      content: xml(
        `<workbook xmlns="${main}" xmlns:r="${rels}"><sheets>${all.map((i) => `<sheet name="群与单位${i === 1 ? '' : i}" sheetId="${i}" r:id="s${i}"/>`).join('')}</sheets></workbook>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: xml(
        `<Relationships xmlns="${packages}/relationships">${all.map((i) => `<Relationship Id="s${i}" Type="${rels}/worksheet" Target="worksheets/sheet${i}.xml"/>`).join('')}<Relationship Id="t" Type="${rels}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      ),
    },
    {
      name: 'xl/sharedStrings.xml',
      content: xml(`<sst xmlns="${main}"><si><t>群编号</t></si></sst>`),
    },
    ...all.map((i) => ({ name: `xl/worksheets/sheet${i}.xml`, content: sheetOf(row) })),
  ]
  const named = new Set(more.map(({ name }) => name))
  return zip([...usual.filter(({ name }) => !named.has(name)), ...more])
}

const sheetOf = (rows: string) =>
  xml(`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`)
const sheet = 'xl/worksheets/sheet1.xml'
const spaces = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024, ' ')

/** Files that are no table one can take in, and what is said of each. */
export const badTables: readonly (readonly [
  what: string,
  bytes: () => Uint8Array,
  says: RegExp,
])[] = [
  [
    'a sheet of 100 MB, said to have a thousand bytes',
    () => workbook([{ name: sheet, content: spaces(100), claims: 1_000 }]),
    /解开以后太大|损坏/,
  ],
  [
    'a part that nobody asks for, of 100 MB, said to have none',
    () => workbook([{ name: 'xl/media/a.bin', content: spaces(100), claims: 0 }]),
    /解开以后太大/,
  ],
  [
    'a small part, said to have four gigabytes',
    () => workbook([{ name: sheet, content: sheetOf(row), claims: 0xfffffff0 }]),
    /解开以后太大/,
  ],
  [
    '2 000 files',
    () =>
      workbook(
        Array.from({ length: 2_000 }, (_, i) => ({ name: `xl/${i}.xml`, content: xml('<a/>') })),
      ),
    /文件太多/,
  ],
  [
    'a workbook in the place of a sheet',
    () => workbook([{ name: sheet, content: workbook() }]),
    /损坏|没有内容/,
  ],
  [
    'a million texts in some kilobytes',
    () =>
      workbook([
        {
          name: 'xl/sharedStrings.xml',
          content: xml(`<sst>${'<si><t>a</t></si>'.repeat(1_000_000)}`),
        },
      ]),
    /文字太多/,
  ],
  [
    'the texts in a part of another name',
    () => workbook([{ name: 'xl/x.bin', content: xml(`<x:sst>${'<x:si/>'.repeat(1_000_000)}`) }]),
    /文字太多/,
  ],
  [
    'a row of 300 000 cells',
    () =>
      workbook([{ name: sheet, content: sheetOf(`<row>${'<c><v>1</v></c>'.repeat(300_000)}`) }]),
    /损坏|列太多|没有内容/,
  ],
  ['four million commas', () => Buffer.alloc(4_000_000, ','), /格子太多/],
  [
    'four million tabs under a head of two',
    () => Buffer.concat([Buffer.from('a\tb\n'), Buffer.alloc(4_000_000 - 4, '\t')]),
    /格子太多/,
  ],
  ['half a million empty lines', () => Buffer.alloc(500_000, '\n'), /没有内容|是空的/],
  [
    'outlines a million deep',
    () => Buffer.from(`{"type":"FeatureCollection","features":[],"crs":${'['.repeat(1_000_000)}`),
    /不是 GeoJSON/,
  ],
  [
    'an outline a million deep, and whole',
    () =>
      Buffer.from(
        `{"type":"FeatureCollection","features":[{"geometry":{"type":"Polygon","coordinates":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}}]}`,
      ),
    /不是 GeoJSON/,
  ],
  ['a picture', () => photo, /不是|认不出/],
]
