import { Brand, Layout } from '../layout.tsx'
import { ConsolePage } from './shell.tsx'
import type { Visit } from './visit.ts'

/** How one gets in, for who is not. `byLark`: where Lark says who they are; null: it is not connected. */
export const NotSignedIn = ({
  version,
  byLark,
}: {
  readonly version: string
  readonly byLark: string | null
}) => (
  <Layout title="请先登录 · 邻里" version={version} page="plain">
    <header class="bar">
      <Brand version={version} href="/console" />
    </header>
    <main class="problem">
      <h1>请先登录</h1>
      {byLark && (
        <p>
          <a class="button big" href={byLark}>
            用飞书登录
          </a>
        </p>
      )}
      <p>
        {byLark && '或者'}在微信或飞书里私信邻里小助手，发“<b>登录</b>”，它会给您一个入口。
      </p>
      <p>不用密码。入口十分钟内有效，登录后七天不用再登。</p>
    </main>
  </Layout>
)

/** For who is signed in, and holds another office. */
export const NotForYou = ({ visit }: { readonly visit: Visit }) => (
  <ConsolePage visit={visit} title="没有这项权限" area={null}>
    <div class="problem">
      <h1>没有这项权限</h1>
      <p>您的岗位不办这件事。确有需要，请联系街道调度员。</p>
      <p>
        <a class="button" href="/console">
          回到诉求
        </a>
      </p>
    </div>
  </ConsolePage>
)

/** For who asks more often in a minute than anybody at work does. */
export const TooOften = ({
  visit,
  isFile,
}: {
  readonly visit: Visit
  readonly isFile: boolean
}) => (
  <ConsolePage visit={visit} title="点得太快了" area={null}>
    <div class="problem" role="alert">
      <h1>点得太快了</h1>
      <p>
        {isFile ? '您这一分钟里导出、导入的次数太多了。' : '您这一分钟里点的次数太多了。'}
        {visit.c.req.method === 'POST' && '这一次没有保存。'}
      </p>
      <p>请过一分钟再试。</p>
    </div>
  </ConsolePage>
)

/** For who sends more than is taken. */
export const TooMuch = ({ visit, says }: { readonly visit: Visit; readonly says: string }) => (
  <ConsolePage visit={visit} title="内容太大了" area={null}>
    <div class="problem" role="alert">
      <h1>内容太大了</h1>
      <p>{says}什么都没有保存。</p>
      <p>请回到上一页，改好再提交。</p>
    </div>
  </ConsolePage>
)
