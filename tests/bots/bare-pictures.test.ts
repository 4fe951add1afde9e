import sharp from 'sharp'
import { afterEach, expect, test } from 'vitest'
import { startFakeHotline } from '../../bots/sandbox/hotline/fake-hotline.ts'
import type { Config } from '../../src/config.ts'
import { connectAccounts } from '../../src/connect-accounts.ts'
import type { PersonReach } from '../../src/flows/ports/channels.ts'
import { village } from '../contracts/chat-world.ts'
import { smallBook } from '../support/book.ts'
import { memory } from '../support/memory.ts'
import { memoryDesk } from '../support/memory-desk.ts'
import { partners } from './hotline-stage.ts'
import { mailServer } from './mail-server.ts'
import { aParcel } from './stage.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

const where = 'home of whoever took it'
const taken = sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
const photo = await taken
  .withExif({ IFD0: { Artist: where }, IFD3: { GPSDateStamp: '2026:03:02' } })
  .withMetadata({ orientation: 6 })
  .jpeg()
  .toBuffer()

test('a picture goes out on every channel without what the phone wrote beside it, and the right way up', async () => {
  const server = await mailServer()
  stops.push(() => server.leave())
  const platform = await startFakeHotline({ ...partners, ...village })
  stops.push(() => platform.leave())
  const stores = memory({ book: smallBook })
  const desk = memoryDesk(stores, { clock: () => new Date(), report: () => {} })
  const config: Partial<Config> = {
    ...{ wechat: null, lark: null, sms: null, wecom: null, open311: null },
    hotline: { source: partners.source, secret: partners.secret, url: platform.endpoint },
    mail: {
      ...{ host: '127.0.0.1', port: server.port, security: 'none', login: null },
      ...{ from: 'linli@street.example', perMinute: 600 },
    },
  }
  const { channels, stop } = await connectAccounts(config as Config, null, { ...stores, desk })
  stops.push(stop)
  const id = await desk.media.keep(photo, 'image/jpeg')
  const send = (reach: Omit<PersonReach, 'kind'>) =>
    channels[reach.channel]?.deliver(aParcel({ kind: 'person', ...reach }, '已办结', [id]))
  expect(await send({ channel: 'mail', account: 'wang@home.example' })).toMatchObject({ ok: true })
  expect(await send({ channel: 'hotline', account: 'wang' })).toMatchObject({ ok: true })
  const data = platform.letters()[0]?.photos[0]?.data ?? ''
  for (const file of [server.taken()[0]?.files[0], Buffer.from(data, 'base64')]) {
    expect((await sharp(file).metadata()).orientation).toBe(6)
    expect(file?.toString('latin1')).not.toMatch(new RegExp(`${where}|2026:03:02`))
  }
  const kept = await desk.media.load(id)
  expect(kept && photo.equals(Buffer.from(kept.bytes))).toBe(true)
})
