import type { Touched } from '../../../domain/console/touched.ts'
import type { AmendedBy, Draft } from '../../../domain/street/amendment.ts'
import type { StreetFault } from '../../../domain/street/street-fault.ts'
import { sheetWords } from '../../../texts/sheets/sheet-words.ts'
import { ConsolePage } from '../shell.tsx'
import type { Visit } from '../visit.ts'
import { ChangeList, summary } from './change-list.tsx'
import { Faults } from './import-page.tsx'
import { OutlinesChanged } from './outline-map.tsx'
import { TextsChanged } from './texts-said.tsx'

/** What somebody is about to change, before it is in force. */
export const DraftPage = ({
  visit,
  draft,
  touched,
  faults = [],
}: {
  readonly visit: Visit
  readonly draft: Draft
  readonly touched: readonly Touched[]
  readonly faults?: readonly StreetFault[]
}) => {
  const removed = draft.changes.filter(({ after }) => after === null).length
  return (
    <ConsolePage visit={visit} title="确认变化" area="settings">
      <h1>确认变化</h1>
      <p class="lead">
        {byText(draft.by)}：{summary(draft.changes)}。现在还没有生效。
      </p>
      {faults.length > 0 && <Faults faults={faults} />}
      {touched.length > 0 && (
        <section class="card faults">
          <h2>会影响在办的诉求</h2>
          <ul>
            {touched.map(({ change, numbers }) => (
              <li>
                删除{sheetWords[change.sheet].title} <b>{change.key}</b>：{numbers.length}{' '}
                件在办诉求在那里（{numbersText(numbers)}），将由上一级接手。
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="empty">已登记的诉求仍按登记时的类别和时限办，其余从生效起按新的办。</p>
      <OutlinesChanged changes={draft.changes} book={visit.book} />
      <TextsChanged changes={draft.changes} />
      <ChangeList changes={draft.changes} book={visit.book} />
      <form class="confirm" method="post" action={`/console/settings/drafts/${draft.id}/apply`}>
        {removed > 0 && (
          <label class="check">
            <input type="checkbox" name="removes" value="1" required /> 我知道会删除 {removed} 行
          </label>
        )}
        <button class="button big" type="submit">
          生效
        </button>
        <a class="button quiet" href="/console/settings">
          不改了
        </a>
      </form>
    </ConsolePage>
  )
}

const numbersText = (numbers: readonly number[]): string =>
  `${numbers
    .slice(0, 10)
    .map((number) => `${number}号`)
    .join('、')}${numbers.length > 10 ? ' 等' : ''}`

/** By what something was changed. */
export const byText = (by: AmendedBy): string => {
  switch (by.kind) {
    case 'form':
      return '在页面上修改'
    case 'file':
      return `导入“${by.name}”`
    case 'undo':
      return `撤销第 ${by.version} 版的变更`
    case 'proposal':
      return `采纳目录建议 ${by.number} 号`
  }
}

/** Said instead of applying what was prepared against another version, with what was prepared: nobody types it from memory. */
export const StalePage = ({
  visit,
  why,
  lines = [],
  draft,
}: {
  readonly visit: Visit
  readonly why: string
  readonly lines?: readonly string[]
  readonly draft?: Draft
}) => (
  <ConsolePage visit={visit} title="没有生效" area="settings">
    <div class="problem">
      <h1>没有生效</h1>
      <p role="alert">{why}</p>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
      <p>
        <a class="button" href="/console/settings/changes">
          看看谁改了什么
        </a>
      </p>
    </div>
    {draft && (
      <>
        <h2>您准备的修改</h2>
        <ChangeList changes={draft.changes} book={visit.book} />
      </>
    )}
  </ConsolePage>
)
