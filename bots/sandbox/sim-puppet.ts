import { FileBox, type FileBoxInterface } from 'file-box'
import * as PUPPET from 'wechaty-puppet'
import { type Payload, recalledPayload, saidPayload } from './sim-payloads.ts'
import type { Happening, SimWorld } from './sim-world.ts'
import { veilOf } from './veil.ts'

/** What a test may let go wrong. */
export interface Faults {
  /** Every message is announced twice. */
  duplicate: boolean
  /** Messages are announced so much later. */
  delayMs: number
  /** What the bot says is refused as an error. */
  refuse: string | null
  /** What the bot says is swallowed, and the group reads "操作过于频繁", as WeChat does it. */
  tooOften: boolean
  /** What the bot says is said, but the bot never learns it. */
  noAnswer: boolean
  /** Knows nothing of `replay:`, as most puppets. */
  forgetful: boolean
  /** Names nobody who joins: null, as puppets of WeChat's web protocol do. */
  namelessJoin: boolean
}

/** Whose eyes a puppet sees with. */
export interface Seat {
  /** The account; absent: the bot's. */
  readonly account?: string
  /** Absent: this account sees people, groups and messages under the ids they have; else under ids of its own. */
  readonly veil?: string
}

/** A puppet has 65 abstract members; the simulated platform needs less than half of them. */
const Base = PUPPET.Puppet as unknown as new (
  options?: PUPPET.PuppetOptions,
) => InstanceType<typeof PUPPET.Puppet>

/** The simulated platform seen as wechaty sees any platform. */
export class SimPuppet extends Base {
  readonly faults: Faults = {
    duplicate: false,
    delayMs: 0,
    refuse: null,
    tooOften: false,
    noAnswer: false,
    forgetful: false,
    namelessJoin: false,
  }
  private readonly world: SimWorld
  private readonly us: string
  private readonly veil: ReturnType<typeof veilOf>
  private readonly notes = new Map<string, Payload>()
  private stopWatching = () => {}
  private heartbeat: NodeJS.Timeout | undefined

  constructor(world: SimWorld, { account = world.bot, veil = '' }: Seat = {}) {
    super({ cache: { contact: 20_000, message: 20_000, room: 1_000 }, timeoutSeconds: 86_400 })
    this.world = world
    this.us = account
    this.veil = veilOf(veil)
  }

  async onStart() {
    this.heartbeat = setInterval(() => this.emit('heartbeat', { data: 'sim' }), 15_000).unref()
    this.stopWatching = this.world.watch((happening) => this.hear(happening))
    setImmediate(() => {
      if (this.isLoggedIn) return
      this.login(this.veil.on(this.us))
      this.emit('ready', { data: 'sim' })
    })
  }
  async onStop() {
    clearInterval(this.heartbeat)
    this.stopWatching()
  }

  /** Answers with the same data; on `replay:<ISO time>` repeats before that all that was said since. */
  override ding(data = '') {
    if (data.startsWith('replay:') && !this.faults.forgetful) {
      const since = new Date(data.slice('replay:'.length))
      for (const happening of this.world.happenings(since)) this.hear(happening)
    }
    setTimeout(() => this.emit('dong', { data }), this.faults.delayMs)
  }

  private hear(happening: Happening) {
    switch (happening.kind) {
      case 'personChanged':
        return this.dirtyPayload(PUPPET.types.Dirty.Contact, this.veil.on(happening.person))
      case 'roomChanged':
        return this.hearOfRoom(happening)
      case 'joined':
        return this.emit('room-join', {
          ...{ roomId: this.veil.on(happening.room), inviterId: '' },
          ...{
            inviteeIdList: [this.invitee(happening.person)],
            timestamp: secondsOf(happening.at),
          },
        })
      case 'presence':
        if (this.us !== this.world.bot) return
        return this.emit(happening.isHere ? 'room-join' : 'room-leave', {
          ...{ roomId: this.veil.on(happening.room), timestamp: secondsOf(new Date()) },
          ...{ inviterId: '', inviteeIdList: [this.veil.on(this.us)] },
          ...{ removerId: '', removeeIdList: [this.veil.on(this.us)] },
        })
      case 'said':
      case 'recalled':
        if (this.concernsUs(happening.message)) this.announce(happening.id)
    }
  }
  private invitee(person: string) {
    return this.faults.namelessJoin ? (null as unknown as string) : this.veil.on(person)
  }
  private hearOfRoom({ room, oldTopic }: Extract<Happening, { kind: 'roomChanged' }>) {
    const id = this.veil.on(room)
    this.dirtyPayload(PUPPET.types.Dirty.Room, id)
    this.dirtyPayload(PUPPET.types.Dirty.RoomMember, id)
    const newTopic = this.world.room(room).topic
    if (newTopic === oldTopic) return
    const timestamp = secondsOf(new Date())
    this.emit('room-topic', { roomId: id, changerId: '', oldTopic, newTopic, timestamp })
  }
  /** Private chats belong to one of our accounts; groups are heard by whoever is in them. */
  private concernsUs({ room, dmWith, from }: Extract<Happening, { kind: 'said' }>['message']) {
    if (room !== null) return this.us !== this.world.bot || this.world.isBotIn(room)
    const withStandby = [dmWith, from].includes(this.world.standby)
    return this.world.standby === null || withStandby === (this.us === this.world.standby)
  }
  private announce(id: string) {
    const emit = () => this.emit('message', { messageId: this.veil.on(id) })
    for (let times = this.faults.duplicate ? 2 : 1; times > 0; times--) {
      if (this.faults.delayMs > 0) setTimeout(emit, this.faults.delayMs)
      else emit()
    }
  }

  override async messageRawPayload(veiled: string): Promise<Payload> {
    const id = this.veil.off(veiled)
    const note = this.notes.get(id)
    if (note) return this.veil.onMessage(note)
    const happening = this.world.happened(id)
    if (happening?.kind === 'said')
      return this.veil.onMessage(saidPayload(happening, this.world, this.us))
    if (happening?.kind === 'recalled') {
      const payload = recalledPayload(happening, this.us)
      return this.veil.onMessage({ ...payload, text: this.veil.on(payload.text ?? '') })
    }
    throw new Error('no such message')
  }
  override messageRawPayloadParser = async (payload: Payload) => payload
  override async messageFile(veiled: string): Promise<FileBoxInterface> {
    const id = this.veil.off(veiled)
    const happening = this.world.happened(id)
    const file = happening?.kind === 'said' && this.world.file(happening.message.file ?? '')
    if (!file) throw new Error('no such file')
    const name = `${id}.${file.mime.split(/[/;]/)[1] ?? 'bin'}`
    return FileBox.fromBase64(Buffer.from(file.bytes).toString('base64'), name)
  }
  override messageImage = (id: string) => this.messageFile(id)
  override async messageLocation(id: string) {
    const { text } = await this.messageRawPayload(id)
    const address = text ?? ''
    return { accuracy: 1, address, latitude: 36.65, longitude: 117.12, name: address.slice(-6) }
  }
  override async messageUrl(id: string) {
    const [title = '', url = ''] = ((await this.messageRawPayload(id)).text ?? '').split('\n')
    return { title, url }
  }

  override async messageSendText(conversation: string, text: string, mentions: string[] = []) {
    const named = mentions.map((one) => this.veil.off(one))
    const id = this.say(this.veil.off(conversation), { type: 'text', text, mentions: named })
    return this.faults.noAnswer ? new Promise<string>(() => {}) : this.veil.on(id)
  }
  override async messageSendFile(conversation: string, box: FileBoxInterface) {
    const bytes = await box.toBuffer()
    const file = { bytes, mime: box.mediaType, name: box.name }
    const id = this.say(this.veil.off(conversation), { type: 'image', text: '', file })
    return this.veil.on(id)
  }
  override async messageRecall(id: string) {
    this.world.recall(this.veil.off(id))
    return true
  }
  private say(
    conversation: string,
    what: Pick<Parameters<SimWorld['post']>[0], 'type' | 'text' | 'mentions' | 'file'>,
  ) {
    const isRoom = this.world.rooms().some(({ id }) => id === conversation)
    if (!isRoom) this.world.nameOf(conversation) // throws for an unknown one
    if (this.faults.refuse !== null) throw new Error(this.faults.refuse)
    const chat = isRoom
      ? { room: conversation, dmWith: null }
      : { room: null, dmWith: conversation }
    if (this.faults.tooOften) return this.complain(chat)
    return this.world.post({ from: this.us, ...chat, ...what }).id
  }
  private complain({ room, dmWith }: { room: string | null; dmWith: string | null }) {
    const id = `note-${this.notes.size}`
    this.notes.set(id, {
      ...{ id, talkerId: this.us, text: '操作过于频繁，请稍后再试。' },
      ...{ type: PUPPET.types.Message.Unknown, timestamp: Date.now() },
      ...(room === null ? { listenerId: dmWith ?? '' } : { roomId: room, mentionIdList: [] }),
    })
    this.announce(id)
    return id
  }

  override contactList = async () =>
    [this.us, ...this.world.people().map(({ id }) => id)].map(this.veil.on)
  override async contactRawPayload(id: string): Promise<PUPPET.payloads.Contact> {
    const name = this.world.nameOf(this.veil.off(id))
    return {
      ...{ id, name, friend: true, avatar: '', phone: [] },
      ...{ gender: PUPPET.types.ContactGender.Unknown, type: PUPPET.types.Contact.Individual },
    }
  }
  override contactRawPayloadParser = async (payload: PUPPET.payloads.Contact) => payload
  override roomList = async () =>
    this.world
      .rooms()
      .filter(({ id }) => this.us !== this.world.bot || this.world.isBotIn(id))
      .map(({ id }) => this.veil.on(id))
  override roomMemberList = async (id: string) => {
    const members = this.world.room(this.veil.off(id)).members.map((member) => member.id)
    return [...new Set([this.world.bot, this.us, ...members])].map(this.veil.on)
  }
  override async roomRawPayload(id: string): Promise<PUPPET.payloads.Room> {
    const memberIdList = await this.roomMemberList(id)
    const { topic } = this.world.room(this.veil.off(id))
    return { id, topic, memberIdList, adminIdList: [] }
  }
  override roomRawPayloadParser = async (payload: PUPPET.payloads.Room) => payload
  override async roomMemberRawPayload(room: string, veiled: string) {
    const id = this.veil.off(veiled)
    const member = this.world.room(this.veil.off(room)).members.find((one) => one.id === id)
    if (!member && id !== this.us && id !== this.world.bot) throw new Error('no such member')
    const roomAlias = member?.alias ?? ''
    return { id: veiled, name: this.world.nameOf(id), roomAlias, avatar: '' }
  }
  override roomMemberRawPayloadParser = async (payload: PUPPET.payloads.RoomMember) => payload
}

const secondsOf = (at: Date) => Math.floor(at.getTime() / 1000)
