import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export interface Asset {
  readonly bytes: Uint8Array
  readonly mime: string
  /** Smaller, for browsers that take it so; made when first asked for. */
  readonly packed: (encoding: 'br' | 'gzip') => Uint8Array
}

/** Files the browser asks for by name; `version` changes whenever one of them does. */
export interface Assets {
  readonly version: string
  readonly files: ReadonlyMap<string, Asset>
  readonly carried: Readonly<Record<Carrier, CarriedStyle>>
}

const common = ['tokens', 'page', 'console'] as const
const queue = ['console-queue', 'console-queue-rows'] as const
const petition = ['console-petition', 'console-petition-acts', 'console-petition-phone'] as const
const styles = {
  app: ['tokens', 'page', 'sandbox', 'chat', 'composer', 'petitions'],
  console: [
    ...[...common, ...queue],
    ...['console-figures', 'console-figures-lists', 'wall'],
    ...petition,
    ...['console-settings', 'console-settings-changes', 'console-operation', 'console-errands'],
    'console-print',
  ],
} as const

/** Pages that links in chats lead to: over a thin line they are read a whole round trip earlier with their style in them. */
const carrying = {
  queue: [...common, ...queue, 'console-print'],
  petition: [...common, ...petition, 'console-print'],
} as const

export type Carrier = keyof typeof carrying

/** The style that a page carries, and the word by which the content policy lets it in. */
export interface CarriedStyle {
  readonly css: string
  readonly allowed: `'sha256-${string}'`
}

let loaded: Assets | undefined

/** Bundles the browser's scripts and joins the style sheets, once and in memory: one of each for sandbox and console. */
export function loadAssets(): Assets {
  loaded ??= makeAssets()
  return loaded
}

function makeAssets(): Assets {
  const files = new Map<string, Asset>([
    ['app.js', asset(bundle('browser/main.ts'), 'text/javascript; charset=utf-8')],
    ['app.css', asset(joined(styles.app), 'text/css; charset=utf-8')],
    ['console.js', asset(bundle('browser/console.ts'), 'text/javascript; charset=utf-8')],
    ['console.css', asset(joined(styles.console), 'text/css; charset=utf-8')],
    ['logo.svg', asset(readFileSync(here('assets/logo.svg')), 'image/svg+xml')],
  ])
  const hash = createHash('sha256')
  for (const { bytes } of files.values()) hash.update(bytes)
  const carried = { queue: carriedBy('queue'), petition: carriedBy('petition') }
  return { files, carried, version: hash.digest('hex').slice(0, 12) }
}

function carriedBy(page: Carrier): CarriedStyle {
  const css = Buffer.from(joined(carrying[page])).toString('utf8').trim()
  return { css, allowed: `'sha256-${createHash('sha256').update(css).digest('base64')}'` }
}

function asset(bytes: Uint8Array, mime: string): Asset {
  const packed = new Map<string, Uint8Array>()
  return {
    bytes,
    mime,
    packed(encoding) {
      const made =
        packed.get(encoding) ?? (encoding === 'br' ? brotliCompressSync : gzipSync)(bytes)
      packed.set(encoding, made)
      return made
    },
  }
}

/** For the browsers inside chat apps on old phones. */
function bundle(entry: string): Uint8Array {
  const { outputFiles } = buildSync({
    entryPoints: [here(entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['chrome80', 'safari15.4'],
    tsconfig: here('browser/tsconfig.json'),
  })
  return outputFiles[0]?.contents ?? new Uint8Array()
}

/** Without the comments and the space that only we read. */
function joined(names: readonly string[]): Uint8Array {
  const { outputFiles } = buildSync({
    stdin: {
      contents: names.map((name) => readFileSync(here(`assets/${name}.css`), 'utf8')).join('\n'),
      loader: 'css',
    },
    minify: true,
    write: false,
    target: ['chrome80', 'safari15.4'],
  })
  return outputFiles[0]?.contents ?? new Uint8Array()
}
