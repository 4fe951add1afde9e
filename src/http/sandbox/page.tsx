import type { Petition } from '../../domain/petition/petition.ts'
import { Brand, Layout } from '../layout.tsx'
import { BehindPanel } from './behind.tsx'
import { Icon } from './icons.tsx'
import { addressOf, mostPanes, paneId, paneQuery } from './panes.ts'
import { Phone, type Scene, swap } from './phone.tsx'
import type { Lever } from './time.ts'
import { TimeBar } from './time-bar.tsx'

interface Sandbox {
  readonly scene: Scene
  readonly petitions: readonly Petition[]
  readonly now: Date
  readonly lever: Lever | null
  readonly version: string
}

/** The sandbox: phones of an invented street side by side, its clock, and a look behind the scenes. */
export const SandboxPage = ({ scene, petitions, now, lever, version }: Sandbox) => (
  <Layout title="邻里 · 沙盒体验" version={version} page="sandbox">
    <header class="bar">
      <Brand version={version} />
      <h1>
        沙盒<span class="wide">：一条虚构的街道，换谁的手机都行</span>
      </h1>
      <p class="offline" id="offline" role="status" hidden>
        连接断开，正在重连……
      </p>
      {lever && <TimeBar lever={lever} book={scene.book} />}
    </header>
    <p class="toast" id="toast" role="alert" hidden />
    <noscript>
      <p class="toast">沙盒需要打开浏览器的 JavaScript。</p>
    </noscript>
    <main id="stage" class={`stage phones-${scene.panes.length}`}>
      <Stream scene={scene} />
      <h2 class="hidden">手机</h2>
      <Tabs scene={scene} />
      <div class="phones">
        {scene.panes.map((pane, index) => (
          <Phone key={paneId('phone', pane)} scene={scene} index={index} />
        ))}
        <aside class="behind" id="behind" aria-labelledby="behind-title">
          <h2 id="behind-title">幕后</h2>
          <Steps />
          <div id="behind-list">
            <BehindPanel scene={scene} petitions={petitions} now={now} />
          </div>
          <AddPhone scene={scene} />
        </aside>
      </div>
    </main>
  </Layout>
)

/** One connection for all phones; other phones, another connection. */
const Stream = ({ scene: { panes } }: Pick<Sandbox, 'scene'>) => (
  <div
    id={`stream-${panes.map((pane) => paneId('at', pane)).join('-')}`}
    hx-sse:connect={`/sandbox/stream?${paneQuery(panes)}`}
    hx-swap="none"
    hidden
  />
)

/** On a phone one pane fills the screen: jumps to the others. */
const Tabs = ({ scene }: Pick<Sandbox, 'scene'>) => (
  <nav class="tabs" aria-label="切换手机">
    {scene.panes.map((pane) => (
      <a href={`#${paneId('phone', pane)}`}>{scene.cast.get(pane.person)?.name}</a>
    ))}
    <a href="#behind">幕后</a>
  </nav>
)

const Steps = () => (
  <ol class="steps">
    <li>在群里用大白话说一件烦心事，可以发图、发语音。</li>
    <li>「邻里小助手」听懂、登记、派单，群里只回一句话。</li>
    <li>承办人在私信里收到任务，回一句「收到」「修好了」就行。</li>
    <li>拨动上方的时间，看催办、督办和评价。</li>
  </ol>
)

const AddPhone = ({ scene: { panes, cast } }: Pick<Sandbox, 'scene'>) => {
  const free = [...cast.values()].find(({ id }) => !panes.some(({ person }) => person === id))
  if (panes.length >= mostPanes || !free) return null
  return (
    <p class="more">
      <a
        class="button"
        {...swap(addressOf([...panes, { person: free.id, room: free.rooms[0]?.id ?? null }]))}
      >
        <Icon name="plus" />
        再加一部手机
      </a>
    </p>
  )
}
