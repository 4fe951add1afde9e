import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { streamSSE } from 'hono/streaming'
import type { WorldMessage } from '../../flows/ports/chat-world.ts'
import { BehindPanel } from './behind.tsx'
import { Bubble, Transcript } from './bubble.tsx'
import { paneId } from './panes.ts'
import { Chats, type Scene } from './phone.tsx'
import { newest, nowOn, type Stage } from './stage.ts'
import { TimeBar } from './time-bar.tsx'
import { shows } from './unread.ts'

/** How often petitions and the clock are looked at; messages do not wait for it. */
const glance = 1_000
/** Proxies cut connections that say nothing. */
const stillHere = 15

/**
 * Everything new for the phones of one page, as pieces of HTML that find their own place. It starts with all that stands
 * there now, so that whoever was away misses nothing.
 */
export const streamScene = (c: Context, scene: Scene, stage: Stage): Response =>
  streamSSE(c, async (sse) => {
    const { world, panes, unread, book } = scene
    let tail: Promise<unknown> = Promise.resolve()
    const push = (target: string, how: string, piece: Child) => {
      const html = Promise.resolve(<Piece target={target} how={how} piece={piece} />).then(String)
      tail = tail.then(async () => sse.writeSSE({ data: await html }))
    }
    const refresh = onlyChanges(push)
    const hear = (message: WorldMessage) => {
      for (const pane of panes.filter((open) => shows(open, message))) {
        unread.see(pane)
        const log = `#${paneId('log', pane)}`
        if (message.recalled || message.type === 'recall')
          push(log, 'innerMorph', <Transcript world={world} pane={pane} />)
        else push(log, 'beforeend', <Bubble world={world} pane={pane} message={message} />)
      }
      showChats()
    }
    const showChats = () => {
      for (const [index, pane] of panes.entries())
        refresh(`#${paneId('chats', pane)}`, 'innerMorph', <Chats scene={scene} index={index} />)
    }
    const look = async () => {
      const petitions = await newest(stage)
      const behind = <BehindPanel scene={scene} petitions={petitions} now={nowOn(stage)} />
      refresh('#behind-list', 'innerMorph', behind)
      if (stage.lever) refresh('#time', 'outerMorph', <TimeBar lever={stage.lever} book={book} />)
    }

    const stop = world.listen(hear)
    sse.onAbort(stop)
    for (const pane of panes) {
      unread.see(pane)
      push(`#${paneId('log', pane)}`, 'innerMorph', <Transcript world={world} pane={pane} />)
    }
    showChats()
    for (let glances = 1; !sse.aborted && !sse.closed; glances += 1) {
      await look().catch((fault) => stage.desk.report('sandbox: petitions cannot be shown', fault))
      if (glances % stillHere === 0) await sse.write(': still here\n\n')
      await sse.sleep(glance)
    }
  })

interface PieceProps {
  readonly target: string
  readonly how: string
  readonly piece: Child
}

const Piece = ({ target, how, piece }: PieceProps) => (
  <hx-partial hx-target={target} hx-swap={how}>
    {piece}
  </hx-partial>
)

type Push = (target: string, how: string, piece: Child) => void

/** Pushes a piece only when it differs from the last one of its place. */
function onlyChanges(push: Push): Push {
  const last = new Map<string, string>()
  return (target, how, piece) => {
    const html = String(piece)
    if (last.get(target) === html) return
    last.set(target, html)
    push(target, how, piece)
  }
}
