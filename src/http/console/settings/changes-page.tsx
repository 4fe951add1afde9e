import type { PersonId } from '../../../domain/ids.ts'
import type { Amendment } from '../../../domain/street/amendment.ts'
import { momentText, yearText } from '../../times.ts'
import { ConsolePage } from '../shell.tsx'
import type { Visit } from '../visit.ts'
import { ChangeList, summary } from './change-list.tsx'
import { byText } from './draft-page.tsx'

/** Who changed what and when, the newest first. */
export const ChangesPage = ({
  visit,
  amendments,
  names,
  more,
}: {
  readonly visit: Visit
  readonly amendments: readonly Amendment[]
  readonly names: ReadonlyMap<PersonId, string>
  /** The version before which there are more; null: none. */
  readonly more: number | null
}) => (
  <ConsolePage visit={visit} title="变更记录" area="settings">
    <p class="back">
      <a href="/console/settings">‹ 设置</a>
    </p>
    <h1>变更记录</h1>
    {amendments.length === 0 && <p class="empty">还没有人改过设置。</p>}
    {amendments.map(({ version, person, at, by, changes }) => (
      <section class="card">
        <h2>第 {version} 版</h2>
        <p class="lead">
          {yearText(at)}
          {momentText(at)}，{names.get(person)}，{byText(by)}：{summary(changes)}
        </p>
        <details>
          <summary>每一处变化</summary>
          <ChangeList changes={changes} book={visit.book} />
        </details>
        <form method="post" action={`/console/settings/changes/${version}/undo`}>
          <button class="button quiet" type="submit">
            撤销<span class="hidden">第 {version} 版的变更</span>
          </button>
        </form>
      </section>
    ))}
    {more !== null && (
      <p class="pages">
        <a class="button quiet" href={`/console/settings/changes?before=${more}`}>
          更早的
        </a>
      </p>
    )}
  </ConsolePage>
)
