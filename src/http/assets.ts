import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export interface Asset {
  readonly bytes: Uint8Array
  readonly mime: string
}

/** Files the browser asks for by name; `version` changes whenever one of them does. */
export interface Assets {
  readonly version: string
  readonly files: ReadonlyMap<string, Asset>
}

const styles = ['tokens', 'page', 'sandbox', 'chat', 'composer', 'petitions']

/** Bundles the browser's script and joins the style sheets, once and in memory. */
export function loadAssets(): Assets {
  const files = new Map<string, Asset>([
    ['app.js', { bytes: bundle(), mime: 'text/javascript; charset=utf-8' }],
    ['app.css', { bytes: joined(), mime: 'text/css; charset=utf-8' }],
    ['logo.svg', { bytes: readFileSync(here('assets/logo.svg')), mime: 'image/svg+xml' }],
  ])
  const hash = createHash('sha256')
  for (const { bytes } of files.values()) hash.update(bytes)
  return { files, version: hash.digest('hex').slice(0, 12) }
}

/** For the browsers inside chat apps on old phones. */
function bundle(): Uint8Array {
  const { outputFiles } = buildSync({
    entryPoints: [here('browser/main.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['chrome80', 'safari15.4'],
    tsconfig: here('browser/tsconfig.json'),
  })
  return outputFiles[0]?.contents ?? new Uint8Array()
}

const joined = (): Uint8Array =>
  Buffer.concat(styles.map((name) => readFileSync(here(`assets/${name}.css`))))
