import { isTextKey, textKeys } from '../../../domain/notices/own-texts.ts'
import type { Rulebook } from '../../../domain/street/rulebook.ts'
import type { Change } from '../../../domain/street/sheets/changes.ts'
import { usualTexts } from '../../../texts/own-texts.ts'
import { textKeyWords } from '../../../texts/sheets/text-sheet-words.ts'
import { sampleOf } from '../../../texts/text-samples.ts'

/** Every sentence that a street may word itself, as residents read it now, with made-up facts. */
export const TextsSaid = ({ book }: { readonly book: Rulebook }) => {
  const lines = Object.keys(book.texts ?? {})
  return (
    <section class="card" aria-labelledby="said">
      <h2 id="said">居民看到的（按示例填写）</h2>
      <dl class="said">
        {textKeys.map((key) => {
          const own = book.texts?.[key]
          const isSaid = own !== undefined || usualTexts[key] !== ''
          const at = lines.indexOf(key)
          return (
            <>
              <dt>
                {textKeyWords[key]} <small>{own === undefined ? '自带' : '本街道'}</small>{' '}
                <a
                  href={`/console/settings/tables/texts/line?${at < 0 ? `key=${key}` : `at=${at}`}`}
                >
                  修改<span class="hidden">“{textKeyWords[key]}”</span>
                </a>
              </dt>
              <dd>{isSaid ? sampleOf(key, own) : '（不说）'}</dd>
            </>
          )
        })}
      </dl>
    </section>
  )
}

/** How changed sentences will read, beside how they read now; nothing where the changes are about none. */
export const TextsChanged = ({ changes }: { readonly changes: readonly Change[] }) => {
  const own = changes.filter(({ sheet }) => sheet === 'texts')
  if (own.length === 0) return null
  return (
    <section class="card" aria-labelledby="reads">
      <h2 id="reads">居民会看到（按示例填写）</h2>
      <dl class="said">
        {own.flatMap(({ before, after }) => {
          const key = after?.key ?? before?.key ?? ''
          return isTextKey(key)
            ? [
                <dt>{textKeyWords[key]}</dt>,
                <dd>{sampleOf(key, after?.text)}</dd>,
                <dd class="was">原来：{sampleOf(key, before?.text)}</dd>,
              ]
            : []
        })}
      </dl>
    </section>
  )
}
