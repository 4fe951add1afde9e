import type { Rulebook } from '../../../domain/street/rulebook.ts'
import { type Change, columnsOf } from '../../../domain/street/sheets/changes.ts'
import { inWords, sheetWords } from '../../../texts/sheets/sheet-words.ts'
import { namesIn, shown } from './labels.ts'

const kindOf = ({ before, after }: Change) =>
  before === null ? 'added' : after === null ? 'removed' : 'changed'
const kindWords = { added: '新增', changed: '修改', removed: '删除' } as const

/** `新增 2 行，修改 1 行` */
export const summary = (changes: readonly Change[]): string =>
  (['added', 'changed', 'removed'] as const)
    .map((kind) => [kind, changes.filter((change) => kindOf(change) === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${kindWords[kind]} ${count} 行`)
    .join('，')

/** Every change, those that take something away first: which line, which column, from what to what. */
export const ChangeList = ({
  changes,
  book,
}: {
  readonly changes: readonly Change[]
  readonly book: Rulebook
}) => (
  <ul class="changes">
    {[...changes]
      .sort((a, b) => Number(kindOf(b) === 'removed') - Number(kindOf(a) === 'removed'))
      .map((change) => (
        <Line change={change} book={book} />
      ))}
  </ul>
)

const Line = ({ change, book }: { readonly change: Change; readonly book: Rulebook }) => {
  const { sheet, key, before, after } = change
  const names = namesIn(book)
  const text = (column: string, cell: string | undefined) => {
    const { text, code } = shown(sheet, column, cell ?? '', names)
    return code ? `${text}（${code}）` : text || '（空）'
  }
  const kind = kindOf(change)
  const first = sheetWords[sheet].columns.item ? inWords(sheet, 'item', key) : key
  return (
    <li>
      <p>
        <span class={`sign ${kind}`}>{kindWords[kind]}</span> {sheetWords[sheet].title}{' '}
        <b>{first}</b>
      </p>
      <dl>
        {columnsOf(change).map((column) => (
          <>
            <dt>{sheetWords[sheet].columns[column]?.title ?? column}</dt>
            <dd>
              {before && <del>{text(column, before[column])}</del>}
              {before && after && ' → '}
              {after && <ins>{text(column, after[column])}</ins>}
            </dd>
          </>
        ))}
      </dl>
    </li>
  )
}
