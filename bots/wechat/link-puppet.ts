import { PuppetService } from 'wechaty-puppet-service'
import { within } from '../../src/asking/within.ts'
import { mendDownloads } from './downloads.ts'
import { hangUp, type Manager } from './hang-up.ts'
import { sharedAnswers } from './shared-answers.ts'

export interface LinkOptions {
  /** `host:port` of the puppet service. */
  readonly endpoint: string
  readonly token: string
  /** Absent: none, for a loopback or a private network. The certificate that ships with wechaty proves nothing. */
  readonly tls?: { readonly caCert: string; readonly serverName: string } | undefined
  /** Asks the other side for a sign of life so often. */
  readonly keepAliveMs?: number
  /** Nothing heard for so long: the link is dead, whatever it says of itself. */
  readonly silenceMs?: number
  /** The first wait after a failed try; it doubles, up to `maxBackOffMs`. */
  readonly backOffMs?: number
  readonly maxBackOffMs?: number
  /** The link is up, for the first time or again. */
  readonly onUp: () => void
  readonly onDown: (why: string) => void
}

/**
 * The stock link to a puppet service dies silently: after a drop it reconnects once or never, and says it is logged in
 * meanwhile; stopping it logs the account out. This one judges itself by what it hears, reconnects for ever without
 * leaking listeners, leaves the account alone when it stops, and writes no resident's name to the disk.
 *
 * It leans on protected members of wechaty-puppet-service 1.19.9; `tests/bots/link.test.ts` holds them.
 */
export class LinkPuppet extends PuppetService {
  private readonly link: Required<Omit<LinkOptions, 'tls'>>
  private isUp = false
  private wanted = false
  private connecting: Promise<void> | undefined
  private lastSign = 0
  private keepAlive: NodeJS.Timeout | undefined
  private wake = () => {}
  private readonly sharing = sharedAnswers()

  constructor(options: LinkOptions) {
    super({
      endpoint: options.endpoint,
      token: options.token,
      tls: options.tls ?? { disable: true },
      timeoutSeconds: 86_400, // the built-in watchdog resets a healthy link
      cache: { contact: 20_000, message: 5_000, room: 500, roomMember: 500 },
    })
    this.link = {
      ...{ keepAliveMs: 10_000, silenceMs: 30_000, backOffMs: 500, maxBackOffMs: 15_000 },
      ...options,
    }
    this.on('heartbeat', () => {
      this.lastSign = performance.now()
    })
  }

  /** Whether the other side answered lately on a link that stands. */
  get up(): boolean {
    return this.isUp
  }

  /** How long ago the other side last showed that it lives, in milliseconds. */
  get silentMs(): number {
    return performance.now() - this.lastSign
  }

  /** Tries once before it answers, and goes on trying if that fails; never throws for a link that is down. */
  override async onStart() {
    this.wanted = true
    this.keepAlive = setInterval(() => this.watch(), this.link.keepAliveMs).unref()
    await new Promise<void>((tried) => this.keepConnecting(tried))
  }

  /** Without the Stop call, which would log the account out at the other side. */
  override async onStop() {
    this.wanted = false
    clearInterval(this.keepAlive)
    this.isUp = false
    this.wake()
    this.dispose()
  }

  private watch() {
    if (!this.isUp) return
    if (performance.now() - this.lastSign > this.link.silenceMs) return this.lost('silent')
    try {
      this.ding('keep-alive')
    } catch {
      this.lost('no client')
    }
  }

  private lost(why: string) {
    if (!this.wanted || !this.isUp) return
    this.isUp = false
    this.link.onDown(why)
    if (!this.connecting) this.keepConnecting()
  }

  private keepConnecting(tried?: () => void) {
    this.connecting = this.connectUntilUp(tried).finally(() => {
      this.connecting = undefined
    })
  }

  private async connectUntilUp(tried?: () => void) {
    let wait = this.link.backOffMs
    while (this.wanted) {
      try {
        await this.connect()
        if (!this.wanted) break
        this.isUp = true
        tried?.()
        return this.link.onUp()
      } catch {
        this.dispose()
        if (tried && this.wanted) this.link.onDown('cannot connect')
        tried?.()
        tried = undefined
        await this.rest(wait * (0.8 + Math.random() * 0.4))
        wait = Math.min(wait * 2, this.link.maxBackOffMs)
      }
    }
    this.dispose()
    tried?.()
  }

  private rest(ms: number) {
    return new Promise<void>((rested) => {
      const timer = setTimeout(rested, ms)
      this.wake = () => {
        clearTimeout(timer)
        rested()
      }
    })
  }

  /** Up is who answers: with another client on the same token calls succeed, but no event ever comes. */
  private async connect() {
    this.dispose()
    await within(12_000, super.onStart())
    mendDownloads(this.grpcManager.client)
    await this.answered(10_000)
  }

  /** Comes back when the other side has answered; all events it sent before are here by then. */
  async answered(ms: number) {
    const word = `answer ${Math.random()}`
    let ear = (_: { data?: string }) => {}
    const heard = new Promise<void>((tell) => {
      ear = ({ data }) => data === word && tell()
    })
    this.on('dong', ear)
    try {
      this.ding(word)
      await within(ms, heard)
    } finally {
      this.off('dong', ear)
    }
  }

  private dispose() {
    for (const clean of this._cleanupCallbackList.splice(0)) clean()
    const manager = this._grpcManager
    if (!manager) return
    delete this._grpcManager
    hangUp(manager)
  }

  protected override bridgeGrpcEventStream(manager: Manager) {
    super.bridgeGrpcEventStream(manager)
    for (const sign of ['end', 'error', 'cancel', 'status']) {
      manager.on(sign, () => this.lost(`stream ${sign}`))
    }
  }

  /** The same account again after a reconnect is no news. */
  override login(userId: string) {
    if (this.isLoggedIn && this.currentUserId === userId) return
    this.loggedOut()
    super.login(userId)
  }

  /** The account is not logged in, whatever we heard before: after a drop nobody tells us so. Does not log it out. */
  loggedOut() {
    if (this.isLoggedIn) this.__currentUserId = undefined as unknown as string
  }

  /** wechaty keeps names of people and groups in the home folder, and never forgets a stale one. We keep none. */
  protected override hookPayloadStore() {}

  override messageRawPayload(id: string) {
    return this.sharing(`message/${id}`, () => super.messageRawPayload(id))
  }
  override roomRawPayload(id: string) {
    return this.sharing(`room/${id}`, () => super.roomRawPayload(id))
  }
  override roomMemberRawPayload(room: string, id: string) {
    return this.sharing(`member/${room}/${id}`, () => super.roomMemberRawPayload(room, id))
  }
  override contactRawPayload(id: string) {
    return this.sharing(`contact/${id}`, () => super.contactRawPayload(id))
  }
  /** The stock one loses the address on its way over gRPC; it survives in the wire form of the message. */
  override async messageLocation(id: string) {
    const location = await super.messageLocation(id)
    const [accuracy = 0, address = '', latitude = 0, longitude = 0, name = ''] =
      (location as { array?: [number?, string?, number?, number?, string?] }).array ?? []
    return address || name ? { accuracy, address, latitude, longitude, name } : location
  }
}
