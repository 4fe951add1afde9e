import { createServer, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, createServer as createProxy, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { FileBox, type FileBoxInterface } from 'file-box'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drips, pours } from '../../bots/sandbox/bad-answers.ts'
import type { SimWorld } from '../../bots/sandbox/sim-world.ts'
import { badPhotos } from '../security/bombs.ts'
import { hasty, wechatStage } from './stage.ts'

const mb = 1024 * 1024
const limits = { mostBytes: mb, wholeMs: 20_000, spanMs: 4_000, leastBytes: 1_000 }
const soon = { timeout: 20_000, interval: 50 }
const at = (server: { address(): unknown }) => (server.address() as AddressInfo).port

let stage: Awaited<ReturnType<typeof wechatStage>>
let pictures: Server
let asked: string[] = []
let poured = 0
const reports: string[] = []
const boxes = new Map<string, () => FileBoxInterface>()

const paths: Readonly<Record<string, (answer: ServerResponse) => void>> = {
  '/endless': (answer) => pours(answer, (bytes) => (poured += bytes)),
  '/drip': drips,
  '/page': (answer) => void answer.writeHead(404).end('<html>'),
  '/small': (answer) => void answer.end('small'),
  '/broken'(answer) {
    answer.writeHead(200, { 'content-length': 1_000 })
    answer.write('half', () => answer.destroy())
  },
}

beforeAll(async () => {
  pictures = createServer(({ url = '' }, answer) => {
    asked.push(url)
    paths[url]?.(answer)
  })
  await new Promise<void>((done) => pictures.listen(0, '127.0.0.1', done))
  stage = await wechatStage({
    files: limits,
    report: (what, fault) => reports.push(`${what} ${fault}`),
  })
  serve()
}, 60_000)
afterAll(async () => {
  await stage.close()
  pictures.closeAllConnections()
  pictures.close()
})

/** From now on the platform's service answers with the boxes of the test. */
function serve() {
  const { puppet } = stage.gateway()
  const stock = puppet.messageFile.bind(puppet)
  puppet.messageFile = async (id) => boxes.get(id)?.() ?? stock(id)
}
const photo = (box: FileBoxInterface, room = 'group-1') => {
  const { id } = stage.world.post({ from: 'wang', room, dmWith: null, type: 'image', text: '' })
  boxes.set(id, () => box)
  return id
}
const url = (path: string, size?: number) =>
  FileBox.fromUrl(`http://127.0.0.1:${at(pictures)}${path}`, {
    name: 'a.jpg',
    ...(size !== undefined && { size }),
  })
async function kept(id: string) {
  await expect.poll(() => stage.kept().some((one) => one.id === id), soon).toBe(true)
  return stage.kept().find((one) => one.id === id)
}

test('a file without end at an address is cut off, and its message kept without it', async () => {
  expect(await kept(photo(url('/endless')))).toMatchObject({ type: 'image', media: null })
  expect(poured).toBeLessThan(16 * mb) // what the two ends of a socket hold
  expect(reports.at(-1)).toContain('TooMuch')
})

test('a file that says itself that it is too large is not asked for', async () => {
  asked = []
  expect(await kept(photo(url('/small', 2 * mb)))).toMatchObject({ media: null })
  expect(asked).toEqual([])
  expect((await kept(photo(url('/small'))))?.media).not.toBeNull()
})

test('pictures that nobody can open come as they are: what they are is found out later', async () => {
  const sent = badPhotos
    .map(([, made]) => made())
    .filter(({ length }) => length <= mb)
    .map((bytes) => ({ bytes, id: photo(FileBox.fromBuffer(Buffer.from(bytes), 'a.jpg')) }))
  for (const { bytes, id } of sent) {
    const message = await kept(id)
    expect(message?.type).toBe('image')
    expect(message && (await stage.stored(message))).toEqual(Uint8Array.from(bytes))
  }
})

test.each(['/page', '/broken'])('what is no file is none: %s', async (path) => {
  expect(await kept(photo(url(path)))).toMatchObject({ type: 'image', media: null })
})

test('a file that drips is given up, and nobody else waits for it', async () => {
  const drops = Array.from({ length: 2 }, () => photo(url('/drip')))
  const other = photo(url('/small'), 'group-2')
  const said = stage.world.say({ from: 'li', room: 'group-2', type: 'text', text: '灯坏了' }).id
  expect((await kept(other))?.media).not.toBeNull()
  await kept(said)
  expect(stage.kept().some(({ id }) => drops.includes(id))).toBe(false)
  for (const drop of drops) expect(await kept(drop)).toMatchObject({ media: null })
  expect(reports.at(-1)).toContain('TooLate')
}, 60_000)

/** Another bot, on a line that is counted and can be cut. */
async function onALine(body: (line: { read(): number; cut(): void }) => Promise<void>) {
  const first = stage
  const { token, endpoint } = first.gateway()
  const port = Number(endpoint.split(':')[1])
  let read = 0
  const lines = new Set<Socket>()
  const proxy = createProxy((ours) => {
    const theirs = connect(port, '127.0.0.1')
    theirs.on('data', (bytes) => {
      read += bytes.length
    })
    for (const end of [ours, theirs]) {
      lines.add(end)
      end.on('error', () => {})
      end.on('close', () => lines.delete(end))
    }
    ours.pipe(theirs).pipe(ours)
  })
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done))
  const cut = () => {
    for (const end of lines) end.destroy()
  }
  await first.wechat.stop()
  stage = await wechatStage({
    ...{ endpoint: `127.0.0.1:${at(proxy)}`, token, files: { ...limits, mostBytes: 2 * mb } },
    ...{ link: hasty, report: (what, fault) => reports.push(`${what} ${fault}`) },
  })
  try {
    await body({ read: () => read, cut })
  } finally {
    await stage.close()
    cut()
    proxy.close()
    stage = first
  }
}
const shows = (world: SimWorld, box: () => FileBoxInterface) => {
  const { id } = world.post({
    ...{ from: 'wang', room: 'group-1', dmWith: null, type: 'image', text: '' },
  })
  boxes.set(id, box)
  return id
}

test('over gRPC no more is fetched of a file than is taken, and a link that breaks costs only the file', async () => {
  const { world } = stage
  await onALine(async ({ read, cut }) => {
    expect(
      await kept(shows(world, () => FileBox.fromStream(Readable.from(chunks(32)), 'a.jpg'))),
    ).toMatchObject({ media: null })
    expect(read()).toBeGreaterThan(2 * mb)
    expect(read()).toBeLessThan(16 * mb)
    const before = read()
    const broken = shows(world, () => FileBox.fromStream(Readable.from(chunks(1.5)), 'a.jpg'))
    await expect.poll(() => read() - before, { ...soon, interval: 1 }).toBeGreaterThan(100_000)
    cut()
    await kept(broken)
  })
}, 60_000)

function* chunks(count: number) {
  for (let i = 0; i < count; i++) yield Buffer.alloc(mb)
}
