import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'

/** A chart with a heading, words for those who do not see it, and its data to open. */
export const Chart = ({
  title,
  says,
  svg,
  children,
}: {
  readonly title: string
  /** What is to be seen, in a sentence. */
  readonly says: string
  readonly svg: string
  /** The table. */
  readonly children: Child
}) => (
  <section class="card chart">
    <h2>{title}</h2>
    <div role="img" aria-label={says}>
      {raw(svg)}
    </div>
    <details>
      <summary>数据表</summary>
      <div class="wide">{children}</div>
    </details>
  </section>
)
