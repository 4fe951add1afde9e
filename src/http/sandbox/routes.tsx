import { Hono } from 'hono'
import { bodyTaken, photoForm, typedForm } from '../bodies.ts'
import { pictureType } from '../pictures.ts'
import { castOf } from './cast.ts'
import { SandboxPage } from './page.tsx'
import { readPanes } from './panes.ts'
import { textOf, utteranceOf } from './say.ts'
import { newest, nowOn, type Stage, sceneOf } from './stage.ts'
import { streamScene } from './stream.tsx'
import { isLeap } from './time.ts'
import { chatOf } from './unread.ts'

const refusals = {
  empty: '还没有写字。',
  noPicture: '这不是图片。请发送 PNG、JPEG、WebP 或 GIF 图片。',
  nobody: '这个人或这个群不在沙盒里，请刷新页面。',
  notYours: '只能撤回自己说的话。',
  moving: '时间正在走，请稍等。',
} as const

/** The sandbox's page and what its forms and streams call. */
export function sandboxRoutes(stage: Stage, version: string): Hono {
  const { world, desk, lever } = stage
  const app = new Hono()

  app.get('/', async (c) => {
    const scene = await sceneOf(stage, c.req.queries('pane') ?? [])
    for (const pane of scene.panes) stage.unread.see(pane)
    const petitions = await newest(stage)
    const page = { scene, petitions, now: nowOn(stage), lever, version }
    return c.html(<SandboxPage {...page} />)
  })

  app.get('/sandbox/stream', async (c) =>
    streamScene(c, await sceneOf(stage, c.req.queries('pane') ?? []), stage),
  )

  app.get('/sandbox/files/:id', (c) => {
    const file = world.file(c.req.param('id'))
    const mime = file && pictureType(file.bytes)
    if (!file || !mime) return c.notFound()
    return c.body(Buffer.from(file.bytes), 200, {
      'Content-Type': mime,
      'Cache-Control': 'private, max-age=86400',
    })
  })

  app.on('POST', '/sandbox/*', async (c, next) => {
    const takes = c.req.path === '/sandbox/say' ? photoForm : typedForm
    const says = await bodyTaken(c, takes)
    return says === null ? next() : c.text(says, 413)
  })

  app.post('/sandbox/say', async (c) => {
    const form = await c.req.formData()
    const scene = await sceneOf(stage, [])
    const [pane] = readPanes([textOf(form, 'pane')], scene.cast)
    if (!pane) return c.text(refusals.nobody, 404)
    const sent = await utteranceOf(form, pane, scene)
    if ('refused' in sent) return c.text(refusals[sent.refused], 422)
    world.say(sent)
    return c.body(null, 204)
  })

  app.post('/sandbox/recall', async (c) => {
    const form = await c.req.formData()
    const cast = castOf(world, await desk.rulebooks.current())
    const [pane] = readPanes([textOf(form, 'pane')], cast)
    const id = textOf(form, 'message')
    const message = pane && world.said(chatOf(pane), 200).find((said) => said.id === id)
    if (!pane || !message) return c.text(refusals.nobody, 404)
    if (message.from !== pane.person) return c.text(refusals.notYours, 403)
    world.recall(id)
    return c.body(null, 204)
  })

  app.post('/sandbox/time', async (c) => {
    const leap = textOf(await c.req.formData(), 'leap')
    if (!lever || !isLeap(leap)) return c.notFound()
    const moved = await lever.pull(leap, await desk.rulebooks.current())
    return moved ? c.body(null, 204) : c.text(refusals.moving, 409)
  })

  return app
}
