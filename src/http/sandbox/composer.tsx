import type { ChatWorld } from '../../flows/ports/chat-world.ts'
import { botName, nameIn } from './cast.ts'
import { Icon } from './icons.tsx'
import { type Pane, paneId, paneText } from './panes.ts'
import { samples } from './samples.ts'

interface Writing {
  readonly world: ChatWorld
  readonly pane: Pane
  readonly examples: readonly string[]
}

/** Where the person of a pane writes, speaks and sends pictures. */
export const Composer = ({ world, pane, examples }: Writing) => {
  const id = paneId('composer', pane)
  return (
    <div class="composing">
      <details class="examples" open>
        <summary>试一试</summary>
        <ul>
          {examples.map((words) => (
            <li>
              <button type="button" data-example={words} data-composer={id}>
                {words}
              </button>
            </li>
          ))}
        </ul>
      </details>
      <div class="writing">
        <Pictures pane={pane} />
        <form
          id={id}
          class="composer"
          hx-post="/sandbox/say"
          hx-swap="none"
          hx-sync="this:queue all"
          data-composer={id}
        >
          <input type="hidden" name="pane" value={paneText(pane)} />
          <input type="hidden" name="quotes" value="" />
          <p class="quoting" hidden>
            <span />
            <button type="button" data-unquote={id} aria-label="不引用了">
              <Icon name="close" />
            </button>
          </p>
          {pane.room !== null && <MentionMenu world={world} pane={pane} />}
          <div class="row">
            <label class="tool" title="用语音说：写下说的话，当作语音发出">
              <input type="checkbox" name="voice" value="yes" class="hidden" />
              <Icon name="voice" />
              <span class="hidden">用语音说</span>
            </label>
            <textarea
              name="text"
              rows={1}
              maxlength={2000}
              aria-label={`以${nameIn(world, pane.room, pane.person)}的身份说`}
              placeholder="说点什么"
              data-voice-placeholder="写下要说的话，当作语音发出"
              autocomplete="off"
            />
            {pane.room !== null && (
              <button
                type="button"
                class="tool"
                data-mention={botName(world)}
                data-composer={id}
                title={`@${botName(world)}`}
                aria-label={`提到${botName(world)}`}
              >
                @
              </button>
            )}
            <button type="submit" class="send">
              发送
            </button>
          </div>
        </form>
      </div>
    </div>
  )
}

/** Offered while a name is being typed after `@`. */
const MentionMenu = ({ world, pane }: Pick<Writing, 'world' | 'pane'>) => {
  const members = world.rooms().find(({ id }) => id === pane.room)?.members ?? []
  const names = members
    .filter(({ id }) => id !== pane.person && id !== world.bot)
    .map(({ id }) => nameIn(world, pane.room, id))
  return (
    <ul class="mentions" aria-label="提到谁" hidden>
      {[...new Set([botName(world), ...names])].map((name) => (
        <li>
          <button type="button" data-mention={name} data-composer={paneId('composer', pane)}>
            {name}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Our own pictures, one press each, or one from the disk. */
const Pictures = ({ pane }: Pick<Writing, 'pane'>) => (
  <details class="pictures">
    <summary class="tool" title="发图片">
      <Icon name="image" />
      <span class="hidden">发图片</span>
    </summary>
    <form hx-post="/sandbox/say" hx-swap="none" hx-encoding="multipart/form-data" class="sheet">
      <input type="hidden" name="pane" value={paneText(pane)} />
      {samples.map(({ name, label }) => (
        <button type="submit" name="sample" value={name}>
          <img src={`/assets/pictures/${name}.png`} alt="" width="96" height="72" loading="lazy" />
          {label}
        </button>
      ))}
      <label class="own">
        <Icon name="plus" />
        自己的图片
        <input
          type="file"
          name="photo"
          accept="image/png,image/jpeg,image/webp,image/gif"
          class="hidden"
        />
      </label>
    </form>
  </details>
)
