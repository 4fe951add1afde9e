import type { Rulebook } from '../../domain/street/rulebook.ts'
import type { ChatWorld } from '../../flows/ports/chat-world.ts'
import { Transcript } from './bubble.tsx'
import { botName, type Cast, castGroups, type Player } from './cast.ts'
import { Composer } from './composer.tsx'
import { examplesFor } from './examples.ts'
import { Icon } from './icons.tsx'
import { addressOf, type Pane, paneId, paneText, withPane } from './panes.ts'
import { chatsOf, type Unread } from './unread.ts'

/** All that the pieces of the sandbox page draw from. */
export interface Scene {
  readonly world: ChatWorld
  readonly book: Rulebook
  readonly cast: Cast
  readonly unread: Unread
  readonly panes: readonly Pane[]
}

/** Swaps the phones and keeps what is typed in the others. */
const swapStage = {
  'hx-target': '#stage',
  'hx-select': '#stage',
  'hx-swap': 'outerMorph',
  'hx-push-url': 'true',
} as const

/** One person's phone with one chat open. */
export const Phone = ({ scene, index }: { readonly scene: Scene; readonly index: number }) => {
  const pane = scene.panes[index]
  const player = pane && scene.cast.get(pane.person)
  if (!pane || !player) return null
  const { world, book } = scene
  return (
    <section class="phone" id={paneId('phone', pane)} aria-label={`${player.name}的手机`}>
      <header class="owner">
        <PersonPicker scene={scene} index={index} />
        <span class="office">{player.role}</span>
        {scene.panes.length > 1 && (
          <a
            class="tool"
            title="收起这部手机"
            {...swap(addressOf(scene.panes.filter((_, i) => i !== index)))}
          >
            <Icon name="close" />
            <span class="hidden">收起{player.name}的手机</span>
          </a>
        )}
      </header>
      <nav class="chats" id={paneId('chats', pane)} aria-label={`${player.name}的聊天`}>
        <Chats scene={scene} index={index} />
      </nav>
      <section class="log-scroll" tabindex={0} aria-label="聊天内容">
        <div class="log" id={paneId('log', pane)} role="log" aria-live="polite">
          <Transcript world={world} pane={pane} />
        </div>
      </section>
      <Composer
        world={world}
        pane={pane}
        examples={examplesFor(pane, player, botName(world), book)}
      />
    </section>
  )
}

/** The chats of the phone's owner with what is unread in them. */
export const Chats = ({ scene, index }: { readonly scene: Scene; readonly index: number }) => {
  const open = scene.panes[index]
  const player = open && scene.cast.get(open.person)
  if (!player) return null
  return (
    <>
      {chatsOf(player).map((chat) => {
        const isOpen = paneText(chat) === paneText(open)
        const unread = isOpen ? 0 : scene.unread.count(chat)
        return (
          <a
            {...swap(addressOf(withPane(scene.panes, index, chat)))}
            {...(isOpen && { 'aria-current': 'page' })}
          >
            {topicOf(chat, player, scene.world)}
            <Badge count={unread} />
          </a>
        )
      })}
    </>
  )
}

export const Badge = ({ count }: { readonly count: number }) =>
  count === 0 ? null : (
    <b class="unread">
      {count > 9 ? '9+' : count}
      <span class="hidden">条未读</span>
    </b>
  )

const topicOf = ({ room }: Pane, { rooms }: Player, world: ChatWorld): string =>
  rooms.find(({ id }) => id === room)?.topic ?? botName(world)

export const swap = (address: string) => ({ href: address, 'hx-get': address, ...swapStage })

/** Hands the phone to somebody else; the chat that stays open is the first group, for staff the bot. */
const PersonPicker = ({ scene, index }: { readonly scene: Scene; readonly index: number }) => {
  const pane = scene.panes[index]
  const players = [...scene.cast.values()]
  return (
    <form class="picker" action="/" hx-get="/" hx-trigger="change" {...swapStage}>
      {scene.panes.map((other, i) =>
        i === index ? (
          <label>
            <span class="hidden">这部手机是谁的</span>
            <select name="pane">
              {castGroups.map((group) => (
                <optgroup label={group}>
                  {players
                    .filter((player) => player.group === group)
                    .map((player) => (
                      <option
                        value={paneText(player.id === pane?.person ? pane : firstChat(player))}
                        selected={player.id === pane?.person}
                      >
                        {player.name}
                        {player.label && `（${player.label}）`}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          </label>
        ) : (
          <input type="hidden" name="pane" value={paneText(other)} />
        ),
      )}
    </form>
  )
}

const firstChat = ({ id, staff, rooms }: Player): Pane => ({
  person: id,
  room: staff && staff.role !== 'household_head' ? null : (rooms[0]?.id ?? null),
})
