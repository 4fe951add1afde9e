import { Brand, Layout } from './layout.tsx'

const words = {
  404: { title: '没有找到这一页', hint: '链接可能写错了，或者这件诉求不存在。' },
  403: { title: '这个操作被拦下了', hint: '请求不是从本站页面发出的。请回到首页再试。' },
  413: { title: '内容太大了', hint: '请发送 10 MB 以内的图片。' },
  429: { title: '点得太快了', hint: '请过一分钟再试。' },
  500: { title: '系统出了点问题', hint: '已经记录下来，请稍后再试。' },
} as const

export type ProblemStatus = keyof typeof words

/** One plain sentence for those who only call from a script. */
export const problemText = (status: ProblemStatus): string =>
  `${words[status].title}。${words[status].hint}`

/** What went wrong, without its inner workings. */
export const ProblemPage = ({
  status,
  version,
}: {
  readonly status: ProblemStatus
  readonly version: string
}) => (
  <Layout title={`${words[status].title} · 邻里`} version={version} page="plain">
    <header class="bar">
      <Brand version={version} />
    </header>
    <main class="problem">
      <p class="problem-code">{status}</p>
      <h1>{words[status].title}</h1>
      <p>{words[status].hint}</p>
      <p>
        <a class="button" href="/">
          回到首页
        </a>
      </p>
    </main>
  </Layout>
)
