import { type SheetName, sheetNames } from '../../../domain/street/sheets/sheet.ts'
import type { StreetFault } from '../../../domain/street/street-fault.ts'
import { sheetWords } from '../../../texts/sheets/sheet-words.ts'
import { ConsolePage } from '../shell.tsx'
import type { Visit } from '../visit.ts'
import { sayFault } from './say-fault.ts'

/** More are not shown at once: nobody mends more in one go. */
const mostShown = 200

/** Where a file is uploaded, and what was wrong with the last one. */
export const ImportPage = ({
  visit,
  chosen,
  faults,
  said = null,
}: {
  readonly visit: Visit
  readonly chosen: SheetName | null
  readonly faults: readonly StreetFault[]
  /** A sentence that is no fault. */
  readonly said?: string | null
}) => (
  <ConsolePage visit={visit} title="导入" area="settings">
    <p class="back">
      <a href="/console/settings">‹ 设置</a>
    </p>
    <h1>导入</h1>
    <p class="lead">
      先在“设置”里导出，在 Excel 或 WPS
      里改好再导入。导入后先列出每一处变化，您确认了才生效；有错就一行也不导入。
    </p>
    {said && (
      <p class="card" role="status">
        {said}
      </p>
    )}
    {faults.length > 0 && <Faults faults={faults} />}
    <form class="card fields" method="post" enctype="multipart/form-data">
      <p class="field">
        <label for="file">文件（.xlsx，UTF-8 或 GBK 的 .csv，地图用 .geojson）</label>
        <input id="file" type="file" name="file" accept=".xlsx,.csv,.geojson,.json" required />
      </p>
      <p class="field">
        <label for="sheet">是哪张表</label>
        <select id="sheet" name="sheet">
          <option value="">按工作表或文件的名字认</option>
          {sheetNames.map((name) => (
            <option value={name} selected={name === chosen}>
              {sheetWords[name].title}
            </option>
          ))}
        </select>
      </p>
      <p>
        文件代表整张表：表里没有的行会删掉，确认前会逐行列出。只想加几行（如下一年的节假日），先导出这张表，接在后面写。
      </p>
      <p>
        <button class="button big" type="submit">
          看看有哪些变化
        </button>
      </p>
    </form>
  </ConsolePage>
)

/** Everything that is wrong, with table, line and column. */
export const Faults = ({ faults }: { readonly faults: readonly StreetFault[] }) => (
  <section class="card faults" role="alert">
    <h2>有 {faults.length} 处要改，什么都没有导入</h2>
    <ul>
      {faults
        .slice(0, mostShown)
        .map(sayFault)
        .map(({ where, column, message }) => (
          <li>
            <b>
              {where} {column}
            </b>
            ：{message}
          </li>
        ))}
    </ul>
    {faults.length > mostShown && <p>另有 {faults.length - mostShown} 处，先改这些。</p>}
  </section>
)
