import { Hono } from 'hono'
import type { Staff } from '../../domain/people/roles.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import { signIn, whoseLink } from '../../flows/sign-in.ts'
import { Brand, Layout } from '../layout.tsx'
import type { ConsoleDesk } from './console-desk.ts'
import { keepSecret } from './cookie.ts'
import { officeText } from './shell.tsx'
import { larkRoutes } from './sign-in-by-lark.tsx'

/** Links of the bot: looking at one changes nothing, for chat apps do so for a preview; the button uses it up. And Lark. */
export function signInRoutes(desk: ConsoleDesk, version: string): Hono {
  const app = new Hono()
  const over = <LinkOver version={version} />
  if (desk.larkSignIn) app.route('/', larkRoutes(desk.larkSignIn, desk, version))

  app.get('/l/:secret', async (c) => {
    const staff = await whoseLink(c.req.param('secret'), desk)
    if (!staff) return c.html(over, 410)
    const book = await desk.rulebooks.current()
    return c.html(<Enter staff={staff} book={book} version={version} />)
  })

  app.post('/l/:secret', async (c) => {
    const client = c.req.header('User-Agent') ?? ''
    const begun = await signIn(c.req.param('secret'), client, desk)
    if (!begun) return c.html(over, 410)
    keepSecret(c, begun.secret, desk.publicUrl)
    return c.redirect('/console', 303)
  })

  return app
}

const Enter = (of: {
  readonly staff: Staff
  readonly book: Rulebook
  readonly version: string
}) => (
  <Layout title="进入工作台 · 邻里" version={of.version} page="plain">
    <header class="bar">
      <Brand version={of.version} href="/console" />
    </header>
    <main class="problem">
      <h1>进入工作台</h1>
      <p>
        {of.staff.name}，{officeText(of.staff, of.book)}
      </p>
      <form method="post">
        <button class="button big" type="submit">
          进入
        </button>
      </form>
      <p>不是您本人？请不要进入，把链接删掉。</p>
    </main>
  </Layout>
)

const LinkOver = ({ version }: { readonly version: string }) => (
  <Layout title="入口已失效 · 邻里" version={version} page="plain">
    <header class="bar">
      <Brand version={version} href="/console" />
    </header>
    <main class="problem">
      <h1>这个入口已失效</h1>
      <p>入口十分钟内有效，只能用一次。请再私信邻里小助手发“登录”。</p>
    </main>
  </Layout>
)
