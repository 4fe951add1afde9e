import { type Envelope, envelopeOf } from './envelopes.ts'
import type { Forgery } from './fault-types.ts'
import { type Delivery, encrypted, type Push, sealed, signed } from './push.ts'
import type { LongConnections } from './socket.ts'
import { idsOf, newId, type World } from './world.ts'

const plainHeaders = { 'content-type': 'application/json; charset=utf-8' }
const tenHours = 36_000_000

/** What nobody but an attacker or a broken platform sends. Answers the status; 0: no answer. */
export async function forgeTo(push: Push, world: World, kind: Forgery): Promise<number> {
  const { app } = world
  const now = world.outside()
  const right = aMessage(world)
  const turned = (delivery: Delivery, header: string, value: string): Delivery => ({
    ...delivery,
    headers: { ...delivery.headers, [header]: value },
  })
  const make: Record<Forgery, () => Delivery> = {
    tampered() {
      const one = sealed(right, world, now)
      return {
        ...one,
        body: one.body.replace(/.(?=.{40}"}$)/, (letter) => (letter === 'A' ? 'B' : 'A')),
      }
    },
    unsigned: () => ({ ...sealed(right, world, now), headers: plainHeaders }),
    badSignature: () => turned(sealed(right, world, now), 'x-lark-signature', '0'.repeat(64)),
    replayed: () => sealed(right, world, now - tenHours),
    again() {
      const latest = push.latest()
      if (!latest) throw new Error('nothing was delivered yet')
      return latest
    },
    wrongToken: () => sealed(withHeader(right, { token: 'another-token' }), world, now),
    wrongApp: () => sealed(withHeader(right, { app_id: 'cli_00000000000000ff' }), world, now),
    wrongTenant: () => sealed(withHeader(right, { tenant_key: 'tenant-foreign' }), world, now),
    wrongKey() {
      const body = JSON.stringify({ encrypt: encrypted(JSON.stringify(right), 'another-key') })
      return signed(body, 'another-key', now)
    },
    plain: () => signed(JSON.stringify(right), app.encryptKey, now),
    notJson: () => signed('{"encrypt":', app.encryptKey, now),
    oversized: () => sealed({ ...right, padding: 'x'.repeat(8_000_000) }, world, now),
    wrongChallenge() {
      const plain = { type: 'url_verification', challenge: 'abc', token: 'another-token' }
      const body = JSON.stringify({ encrypt: encrypted(JSON.stringify(plain), app.encryptKey) })
      return { headers: plainHeaders, body }
    },
  }
  return (await push.raw(make[kind]())).code
}

/** The same over the long connection, which has neither signature nor encryption. */
export async function forgeOver(
  sockets: LongConnections,
  world: World,
  kind: Forgery,
): Promise<number> {
  const right = aMessage(world)
  switch (kind) {
    case 'wrongToken':
      return (await sockets.send(withHeader(right, { token: 'another-token' }))).code
    case 'wrongApp':
      return (await sockets.send(withHeader(right, { app_id: 'cli_00000000000000ff' }))).code
    case 'wrongTenant':
      return (await sockets.send(withHeader(right, { tenant_key: 'tenant-foreign' }))).code
    case 'notJson':
      return sockets.raw('{"schema":')
    case 'oversized':
      return (await sockets.send({ ...right, padding: 'x'.repeat(8_000_000) })).code
    default:
      throw new Error(`${kind} makes no sense on the long connection`)
  }
}

const withHeader = (envelope: Envelope, but: Partial<Envelope['header']>): Envelope => ({
  ...envelope,
  header: { ...envelope.header, ...but },
})

/** A private message that nobody said. */
function aMessage(world: World): Envelope {
  const [sender] = world.users.all()
  if (!sender) throw new Error('there is nobody')
  const at = String(world.now())
  const event = {
    sender: {
      ...{ sender_id: idsOf(sender.openId), sender_type: 'user' },
      tenant_key: world.tenantOf(sender),
    },
    message: {
      ...{ message_id: newId('om_'), create_time: at, update_time: at, chat_type: 'p2p' },
      ...{ chat_id: world.privateChat(sender.openId).id, message_type: 'text' },
      content: JSON.stringify({ text: '伪造的消息' }),
    },
  }
  return envelopeOf('im.message.receive_v1', event, world)
}
