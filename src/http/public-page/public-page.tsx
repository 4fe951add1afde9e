import { Hono } from 'hono'
import {
  fewest,
  type PublicView,
  publicDays,
  publicUnit,
  publicView,
} from '../../domain/public-page/public-view.ts'
import type { Desk } from '../../flows/ports.ts'
import { Brand, Layout } from '../layout.tsx'
import { momentText } from '../times.ts'

const freshMs = 5 * 60_000

/** A page for each community that wants one: what neighbours told, and what became of it. Nobody is asked who they are. */
export function publicPages(
  { petitions, rulebooks, clock }: Pick<Desk, 'petitions' | 'rulebooks' | 'clock'>,
  version: string,
): Hono {
  const known = new Map<string, { readonly at: Date; readonly html: Promise<string> }>()
  const app = new Hono()
  app.get('/c/:unit', async (c) => {
    const book = await rulebooks.current()
    const unit = publicUnit(c.req.param('unit'), book)
    if (!unit) return c.notFound()
    const now = clock()
    const key = `${unit.code}/${book.version}`
    const kept = known.get(key)
    const fresh =
      kept && Math.abs(now.getTime() - kept.at.getTime()) < freshMs
        ? kept
        : { at: now, html: drawn() }
    if (known.size > book.units.length) known.clear()
    known.set(key, fresh)
    fresh.html.catch(() => known.delete(key))
    c.header('Cache-Control', `public, max-age=${freshMs / 1000}`)
    c.header('X-Robots-Tag', 'noindex, nofollow')
    return c.html(await fresh.html)

    async function drawn(): Promise<string> {
      if (!unit) return ''
      const registeredSince = new Date(now.getTime() - publicDays * 24 * 3_600_000)
      const view = publicView(unit, await petitions.list({ registeredSince }), now, book)
      return `${<PublicPage view={view} at={now} version={version} />}`
    }
  })
  return app
}

const PublicPage = ({
  view: { unit, counts, rows },
  at,
  version,
}: {
  readonly view: PublicView
  readonly at: Date
  readonly version: string
}) => {
  const told = counts.flatMap((one) => (one.counts === 'few' ? [] : [one.counts]))
  const sum = (what: 'open' | 'solved') => told.reduce((total, one) => total + one[what], 0)
  return (
    <Layout title={`${unit.name} 居民诉求公开 · 邻里`} version={version} page="public">
      <header class="bar">
        <Brand version={version} href={`/c/${unit.code}`} />
      </header>
      <main id="content">
        <h1>{unit.name} 居民诉求公开</h1>
        <p class="lead">
          近{publicDays}天邻居们反映的事：在办{sum('open')}件，已办结{sum('solved')}件。
        </p>
        {rows.length === 0 && counts.length === 0 ? (
          <p class="empty">近{publicDays}天没有可以公开的诉求。</p>
        ) : (
          <>
            <section class="card">
              <h2>按类别</h2>
              <table class="figure-table">
                <thead>
                  <tr>
                    <th scope="col">类别</th>
                    <th scope="col">在办</th>
                    <th scope="col">已办结</th>
                  </tr>
                </thead>
                <tbody>
                  {counts.map(({ category, counts: found }) => (
                    <tr>
                      <th scope="row">{category.level2}</th>
                      {found === 'few' ? (
                        <td colspan={2}>合计&lt;{fewest}</td>
                      ) : (
                        <>
                          <td>{found.open}</td>
                          <td>{found.solved}</td>
                        </>
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
            <section class="card">
              <h2>逐件进展</h2>
              <ul class="public-rows">
                {rows.map(({ category, place, isSolved, days }) => (
                  <li>
                    <span>
                      {category.level2}
                      <small>{place ?? unit.name}</small>
                    </span>
                    <span class={`status ${isSolved ? 'resolved' : 'handling'}`}>
                      {isSolved ? `已办结，用了${days}天` : `在办，第${days}天`}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          </>
        )}
        <p class="as-of">
          数据截至 {momentText(at)}
          ，每五分钟更新。保密事项、矛盾纠纷、险情、涉及老弱的诉求、咨询和表扬不在此列；求助、投诉和失窃、被骗、就医这类不足
          {fewest}件的只写“&lt;{fewest}
          ”，不计入合计；失窃、被骗、就医这类一律不逐件列出。这里不写谁反映的、原话和门牌。
        </p>
      </main>
    </Layout>
  )
}
