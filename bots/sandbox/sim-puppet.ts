import { FileBox, type FileBoxInterface } from 'file-box'
import * as PUPPET from 'wechaty-puppet'
import { type Payload, recalledPayload, saidPayload } from './sim-payloads.ts'
import type { Happening, SimWorld } from './sim-world.ts'

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
  }
  private readonly world: SimWorld
  private readonly notes = new Map<string, Payload>()
  private stopWatching = () => {}
  private heartbeat: NodeJS.Timeout | undefined

  constructor(world: SimWorld) {
    super({ cache: { contact: 20_000, message: 20_000, room: 1_000 }, timeoutSeconds: 86_400 })
    this.world = world
  }

  async onStart() {
    this.heartbeat = setInterval(() => this.emit('heartbeat', { data: 'sim' }), 15_000).unref()
    this.stopWatching = this.world.watch((happening) => this.hear(happening))
    setImmediate(() => {
      if (this.isLoggedIn) return
      this.login(this.world.bot)
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
        return this.dirtyPayload(PUPPET.types.Dirty.Contact, happening.person)
      case 'roomChanged':
        this.dirtyPayload(PUPPET.types.Dirty.Room, happening.room)
        return this.dirtyPayload(PUPPET.types.Dirty.RoomMember, happening.room)
      case 'said':
      case 'recalled':
        return this.announce(happening.id)
    }
  }
  private announce(messageId: string) {
    const emit = () => this.emit('message', { messageId })
    for (let times = this.faults.duplicate ? 2 : 1; times > 0; times--) {
      if (this.faults.delayMs > 0) setTimeout(emit, this.faults.delayMs)
      else emit()
    }
  }

  override async messageRawPayload(id: string): Promise<Payload> {
    const note = this.notes.get(id)
    if (note) return note
    const happening = this.world.happened(id)
    if (happening?.kind === 'said') return saidPayload(happening, this.world)
    if (happening?.kind === 'recalled') return recalledPayload(happening, this.world)
    throw new Error('no such message')
  }
  override messageRawPayloadParser = async (payload: Payload) => payload
  override async messageFile(id: string): Promise<FileBoxInterface> {
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
    const id = this.say(conversation, { type: 'text', text, mentions })
    return this.faults.noAnswer ? new Promise<string>(() => {}) : id
  }
  override async messageSendFile(conversation: string, box: FileBoxInterface) {
    const bytes = await box.toBuffer()
    const file = { bytes, mime: box.mediaType, name: box.name }
    return this.say(conversation, { type: 'image', text: '', file })
  }
  override async messageRecall(id: string) {
    this.world.recall(id)
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
    return this.world.post({ from: this.world.bot, ...chat, ...what }).id
  }
  private complain({ room, dmWith }: { room: string | null; dmWith: string | null }) {
    const id = `note-${this.notes.size}`
    this.notes.set(id, {
      ...{ id, talkerId: this.world.bot, text: '操作过于频繁，请稍后再试。' },
      ...{ type: PUPPET.types.Message.Unknown, timestamp: Date.now() },
      ...(room === null ? { listenerId: dmWith ?? '' } : { roomId: room, mentionIdList: [] }),
    })
    this.announce(id)
    return id
  }

  override contactList = async () => [this.world.bot, ...this.world.people().map(({ id }) => id)]
  override async contactRawPayload(id: string): Promise<PUPPET.payloads.Contact> {
    return {
      ...{ id, name: this.world.nameOf(id), friend: true, avatar: '', phone: [] },
      ...{ gender: PUPPET.types.ContactGender.Unknown, type: PUPPET.types.Contact.Individual },
    }
  }
  override contactRawPayloadParser = async (payload: PUPPET.payloads.Contact) => payload
  override roomList = async () => this.world.rooms().map(({ id }) => id)
  override roomMemberList = async (id: string) => [
    this.world.bot,
    ...this.world.room(id).members.map((member) => member.id),
  ]
  override async roomRawPayload(id: string): Promise<PUPPET.payloads.Room> {
    const memberIdList = await this.roomMemberList(id)
    return { id, topic: this.world.room(id).topic, memberIdList, adminIdList: [] }
  }
  override roomRawPayloadParser = async (payload: PUPPET.payloads.Room) => payload
  override async roomMemberRawPayload(room: string, id: string) {
    const member = this.world.room(room).members.find((one) => one.id === id)
    if (!member && id !== this.world.bot) throw new Error('no such member')
    return { id, name: this.world.nameOf(id), roomAlias: member?.alias ?? '', avatar: '' }
  }
  override roomMemberRawPayloadParser = async (payload: PUPPET.payloads.RoomMember) => payload
}
