import { type Sheets, sheetNames } from '../../../domain/street/sheets/sheet.ts'
import { sheetWords } from '../../../texts/sheets/sheet-words.ts'
import { ConsolePage } from '../shell.tsx'
import type { Visit } from '../visit.ts'

/** Everything the street has agreed on, table by table. */
export const IndexPage = ({
  visit,
  content,
}: {
  readonly visit: Visit
  readonly content: Sheets
}) => (
  <ConsolePage visit={visit} title="设置" area="settings">
    <h1>设置</h1>
    <p class="lead">
      街道的办理规则，现为第 {visit.book.version} 版。已登记的诉求仍按登记时的版本办。
    </p>
    <p class="actions">
      <a class="button" href="/console/settings/export.xlsx">
        导出全部（Excel）
      </a>
      <a class="button quiet" href="/console/settings/export.xlsx?blank=1">
        空白模板
      </a>
      <a class="button quiet" href="/console/settings/import">
        导入
      </a>
      <a class="button quiet" href="/console/settings/changes">
        变更记录
      </a>
      <a class="button quiet" href="/console/settings/sessions">
        登录情况
      </a>
    </p>
    <ul class="tables">
      {sheetNames.map((name) => (
        <li>
          <a href={`/console/settings/tables/${name}`}>
            <b>{sheetWords[name].title}</b>
            <span class="count">{content[name].length} 行</span>
            <small>{sheetWords[name].about}</small>
          </a>
        </li>
      ))}
    </ul>
  </ConsolePage>
)
