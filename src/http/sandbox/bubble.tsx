import type { ChatWorld, WorldMessage } from '../../flows/ports/chat-world.ts'
import { momentText } from '../times.ts'
import { nameIn, realName } from './cast.ts'
import { BotFace, Face, Icon } from './icons.tsx'
import { domId, type Pane, paneId, paneText } from './panes.ts'
import { chatOf } from './unread.ts'

/** As far back as a phone shows. */
const shown = 60
const pause = 5 * 60_000

interface Said {
  readonly world: ChatWorld
  readonly pane: Pane
  readonly message: WorldMessage
}

/** What stands in an open chat, oldest first. */
export const Transcript = ({ world, pane }: Omit<Said, 'message'>) => (
  <>
    {world.said(chatOf(pane), shown).map((message) => (
      <Bubble key={message.id} world={world} pane={pane} message={message} />
    ))}
  </>
)

const bubbleId = (pane: Pane, message: string): string =>
  `${paneId('said', pane)}--${domId('m', message)}`

/** One message as the person of the pane sees it: own ones on the right, with their time after a pause. */
export const Bubble = ({ world, pane, message }: Said) => (
  <div class="said" id={bubbleId(pane, message.id)}>
    {startsAnew(world, pane, message) && <p class="moment">{momentText(message.at)}</p>}
    {message.recalled ? (
      <p class="moment">{whoIn(world, pane, message)}撤回了一条消息</p>
    ) : message.type === 'system' ? (
      <p class="moment">{message.text}</p>
    ) : (
      <Words world={world} pane={pane} message={message} />
    )}
  </div>
)

const Words = ({ world, pane, message }: Said) => {
  const name = nameIn(world, message.room, message.from)
  const mine = message.from === pane.person
  const quoted =
    message.quotes === null
      ? undefined
      : world.said(chatOf(pane), shown).find(({ id }) => id === message.quotes)
  return (
    <div class={mine ? 'line mine' : 'line'}>
      {message.from === world.bot ? (
        <BotFace />
      ) : (
        <Face id={message.from} name={realName(world, message.from)} />
      )}
      <div class="speech">
        {mine ? <span class="hidden">我说：</span> : <span class="name">{name}</span>}
        <div class={`bubble ${message.type}`}>
          <Content message={message} />
        </div>
        {quoted && <p class="quoted">{quoteText(world, pane, quoted)}</p>}
        <Actions world={world} pane={pane} message={message} />
      </div>
    </div>
  )
}

const Content = ({ message }: Pick<Said, 'message'>) => {
  switch (message.type) {
    case 'image':
      return message.file === null ? (
        '［图片］'
      ) : (
        <a
          href={`/sandbox/files/${encodeURIComponent(message.file)}`}
          target="_blank"
          rel="noopener"
        >
          <img
            src={`/sandbox/files/${encodeURIComponent(message.file)}`}
            alt={message.text || '聊天里发的图片'}
            loading="lazy"
          />
        </a>
      )
    case 'voice':
      return (
        <>
          <span class="sound">
            <Icon name="sound" />
            {Math.max(2, Math.ceil(message.text.length / 4))}″<span class="hidden">语音消息</span>
          </span>
          {message.text && <span class="transcript">{message.text}</span>}
        </>
      )
    case 'text':
      return <WithLinks text={message.text} />
    case 'video':
    case 'location':
    case 'link':
    case 'recall':
    case 'system':
      return message.text
  }
}

const link = /(https?:\/\/[^\s，。；、）]+)/

/** Chat apps make links of what looks like one. */
const WithLinks = ({ text }: { readonly text: string }) => (
  <>
    {text.split(link).map((part) =>
      link.test(part) ? (
        <a href={part} target="_blank" rel="noopener noreferrer">
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </>
)

/** Appears when a message is pressed or focused. */
const Actions = ({ world, pane, message }: Said) => (
  <div class="acts">
    <button
      type="button"
      data-quote={message.id}
      data-composer={paneId('composer', pane)}
      data-words={quoteText(world, pane, message)}
    >
      引用
    </button>
    {message.from === pane.person && (
      <button
        type="button"
        hx-post="/sandbox/recall"
        hx-swap="none"
        hx-vals={JSON.stringify({ message: message.id, pane: paneText(pane) })}
      >
        撤回
      </button>
    )}
  </div>
)

const standIns: Readonly<Partial<Record<WorldMessage['type'], string>>> = {
  image: '［图片］',
  voice: '［语音］',
  video: '［视频］',
}

function quoteText(world: ChatWorld, pane: Pane, message: WorldMessage): string {
  const words = message.recalled ? '消息已撤回' : (standIns[message.type] ?? message.text)
  return `${nameIn(world, pane.room, message.from)}：${words}`
}

const whoIn = (world: ChatWorld, pane: Pane, message: WorldMessage): string =>
  message.from === pane.person ? '你' : nameIn(world, pane.room, message.from)

function startsAnew(world: ChatWorld, pane: Pane, message: WorldMessage): boolean {
  const messages = world.said(chatOf(pane), shown)
  const before = messages[messages.findIndex(({ id }) => id === message.id) - 1]
  return !before || message.at.getTime() - before.at.getTime() > pause
}
