import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { type Carrier, loadAssets } from './assets.ts'

/**
 * htmx brings no styles of its own and evaluates nothing: our content policy forbids both. A dialog in which somebody types
 * is left alone by what is renewed around it.
 */
const htmxConfig = 'includeIndicatorCSS:false, history:"reload", morphSkip:"dialog[open]"'

interface Shell {
  readonly title: string
  readonly version: string
  readonly page: 'sandbox' | 'petitions' | 'console' | 'plain' | 'wall' | 'public'
  /** For who reads large print. */
  readonly large?: boolean
  /** Whose style it has in itself; without, it asks for the sheet of all pages. */
  readonly carries?: Carrier
  readonly children?: Child
}

/** Who works on a cheap phone does not carry the sandbox along. */
const bundleOf = (page: Shell['page']) =>
  page === 'sandbox' || page === 'petitions' ? 'app' : 'console'

/** The page around every page. */
export const Layout = ({ title, version, page, large = false, carries, children }: Shell) => (
  <>
    {raw('<!DOCTYPE html>')}
    <html lang="zh-CN" class={large ? 'large' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="htmx-config" content={htmxConfig} />
        <meta name="theme-color" content="#0f5c46" />
        <title>{title}</title>
        <link rel="icon" href={`/assets/logo.svg?v=${version}`} type="image/svg+xml" />
        {carries ? (
          <style>{raw(loadAssets().carried[carries].css)}</style>
        ) : (
          <link rel="stylesheet" href={`/assets/${bundleOf(page)}.css?v=${version}`} />
        )}
        <script defer src={`/assets/${bundleOf(page)}.js?v=${version}`} />
      </head>
      <body class={page}>{children}</body>
    </html>
  </>
)

/** Name of the product, linking home. */
export const Brand = ({
  version,
  href = '/',
}: {
  readonly version: string
  readonly href?: string
}) => (
  <a class="brand" href={href}>
    <img src={`/assets/logo.svg?v=${version}`} alt="邻里" width="32" height="32" />
    <span aria-hidden="true">邻里</span>
  </a>
)
