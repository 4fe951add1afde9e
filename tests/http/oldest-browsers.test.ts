import { type Loader, transformSync } from 'esbuild'
import { expect, test } from 'vitest'
import { loadAssets } from '../../src/http/assets.ts'

const { files, carried } = loadAssets()
const served = (ending: string) =>
  [...files]
    .filter(([name]) => name.endsWith(ending))
    .map(([name, { bytes }]) => [name, Buffer.from(bytes).toString()] as const)
/** Of the console: the sandbox, for whoever tries the program out, stands closer together there. */
const styles = [
  ...served('console.css'),
  ...Object.entries(carried).map(([page, { css }]) => [page, css] as const),
]

/** What Chrome 80 or Safari 15.4 does not know, with the first versions of both that do. */
const younger: readonly (readonly [string, RegExp])[] = [
  ['gap, but in a grid, where it is grid-gap: 84, 14.1', /[{;](row-|column-)?gap:/],
  ['aspect-ratio: 88, 15', /[{;]aspect-ratio:/],
  ['inset: 87, 14.1', /[{;]inset(-\w+)*:/],
  ['sides by direction: 87, 14.1', /[{;](margin|padding|border)-(inline|block):/],
  ['corners by direction: 89, 15', /[{;]border-(start|end)-\w+-radius:/],
  ['accent-color: 93, 15.4', /[{;]accent-color:/],
  ['turned, moved and sized by words of their own: 104, 14.1', /[{;](rotate|scale|translate):/],
  ['overscroll-behavior: 63, 16', /[{;]overscroll-behavior/],
  ['content-visibility: 85, 18', /[{;]content-visibility:/],
  ['containers: 105, 16', /[{;]container(-\w+)?:|@container|[\d.]cq[whib]/],
  ['text-wrap: 114, 17.4', /[{;]text-wrap/],
  ['overflow: clip: 90, 16', /[{;]overflow(-[xy])?:[^;}]*clip/],
  ['scroll bars: 121, 18.2', /[{;]scrollbar-/],
  ['field-sizing: 123, 26.2', /[{;]field-sizing:/],
  ['heights that follow the bars of a phone: 108, 15.4', /[\d.][dsl]v[hwib]|[\d.]r?lh\b/],
  ['colours: 111, 16.2', /color-mix\(|oklch\(|oklab\(|light-dark\(|[:, ](lab|lch|hwb)\(/],
  ['layers, scopes, properties: 99, 15.4', /@(layer|scope|property|starting-style)/],
  ['lists in selectors: 88, 14; :has: 105, 15.4', /:(is|where|has)\(|:not\([^)]*,/],
  ['states: 104 and later', /:(modal|open|popover-open|user-(in)?valid|autofill|dir\()/],
  ['nesting: 120, 17.2', /[{;}]&|\{[^{}]*\{[^{}]*:[^{}]*\}[^{}]*:[^{}]*\}/],
  ['ranges of a medium: 104, 16.4', /@media[^{]*[<>]/],
]

/** Where they are not known, the browser's own look is good enough; but beside another selector they take its rule with them. */
const dispensable = ['focus-visible', 'file-selector-button']

const found = (css: string): string[] => {
  const always = css.replace(/@supports[^{]*\{([^{}]*\{[^{}]*\})*\}/g, '')
  const lists = [...always.matchAll(/(?:^|[{}])([^{}]*,[^{}]*)(?=\{)/g)].map(
    ([, list = '']) => list,
  )
  return [
    ...younger.filter(([, sign]) => sign.test(always)).map(([name]) => name),
    ...lists.filter((list) => dispensable.some((name) => list.includes(`:${name}`))),
  ]
}

test('the sheets that are served hold nothing that the oldest browsers do not know', () => {
  expect(styles.length).toBe(3)
  for (const [name, css] of styles) expect([name, ...found(css)]).toEqual([name])
})

test.each([
  '.bar{display:flex;gap:8px}',
  '.a{color:red;inset:0}',
  '.a:is(.b,.c){color:red}',
  '.a{height:100dvh}',
  '.a{color:red;.b{color:blue}margin:0}',
  '@layer x{.a{color:red}}',
  '@media (width>=600px){.a{color:red}}',
  '.a:focus,.a:focus-visible{color:red}',
])('what they do not know is found: %s', (css) => {
  expect(found(css)).toHaveLength(1)
})

test('what is asked for before it is used is no breach, nor is a grid with its gaps', () => {
  const css = '@supports (height:100dvh){.a{height:100dvh}}.b{display:grid;grid-gap:8px}'
  expect(found(`${css}@media print{.c{color:red}.d{margin:0}}`)).toEqual([])
})

const target = ['chrome80', 'safari15.4']
const isOldEnough = (code: string, loader: Loader) =>
  transformSync(code, { loader, target }).code ===
  transformSync(code, { loader, target: 'esnext' }).code

test('the scripts and sheets that are served need no translating for the oldest browsers', () => {
  const scripts = served('.js')
  expect(scripts.length).toBe(2)
  for (const [name, code] of scripts) expect([name, isOldEnough(code, 'js')]).toEqual([name, true])
  for (const [name, css] of styles) expect([name, isOldEnough(css, 'css')]).toEqual([name, true])
  expect(isOldEnough('let a; a ||= 1', 'js')).toBe(false)
  expect(isOldEnough('.a{.b &{color:red}}', 'css')).toBe(false)
})
