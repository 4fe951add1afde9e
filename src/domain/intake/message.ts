import type { MediaId, MessageId, PersonId, RoomId } from '../ids.ts'

export const messageTypes = [
  'text',
  'image',
  'voice', // text: its transcript, '' where there is none
  'video',
  'location', // text: the address
  'link', // text: title and address
  'recall', // recalls: the message taken back
  'joined', // somebody is new in the group; text: ''
  'system', // text: what the platform said
] as const
export type MessageType = (typeof messageTypes)[number]

/** One message of a chat as understanding sees it, whatever channel it came by. */
export interface ChatMessage {
  readonly id: MessageId
  readonly from: PersonId
  /** What the speaker is called in the chat. */
  readonly name: string
  /** The speaker's name in this group, often a door number such as `5-2-301刘`; '' when none. */
  readonly alias: string
  /** Speaks for an office: staff other than household heads. */
  readonly isStaff: boolean
  readonly type: MessageType
  readonly text: string
  readonly media: MediaId | null
  /** It came with a picture that could not be had or opened: `media` is null. */
  readonly isUnseen?: true
  readonly mentionsUs: boolean
  readonly quotes: MessageId | null
  readonly recalls: MessageId | null
  readonly at: Date
}

/** The file of a message as evidence to look at: a voice is kept with its words instead. */
export const photoIn = ({ type, media }: ChatMessage): MediaId | null =>
  type === 'voice' ? null : media

/** A stretch of one chat, oldest message first. */
export interface Stretch {
  /** null: a private chat with us. */
  readonly room: RoomId | null
  /** For a private chat: the groups the speaker is in, with their alias there; they say what place may be meant. */
  readonly speakerRooms: readonly { readonly room: RoomId; readonly alias: string }[]
  readonly messages: readonly ChatMessage[]
}
