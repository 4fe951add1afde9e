import type { Page } from 'playwright-core'
import { loadAssets } from '../../src/http/assets.ts'

/** Answers what in a page would act, or would turn round what is read: as the browser itself takes it apart. */
export const breakouts = (html: string, page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(${script})(${JSON.stringify(html)}, ${JSON.stringify(ownStyles)})`)

/** What some pages carry in themselves, let in by its hash. */
const ownStyles = Object.values(loadAssets().carried).map(({ css }) => css)

const script = String.raw`(html, ownStyles) => {
  const found = []
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  const links = /^(href|src|action|formaction|xlink:href|hx-(get|post|sse.*))$/
  const acting = ['iframe', 'object', 'embed', 'base', 'style', 'animate', 'math']
  for (const element of parsed.querySelectorAll('*')) {
    const name = element.localName
    const isOurs = name === 'style' && ownStyles.includes(element.textContent)
    if (acting.includes(name) && !isOurs) found.push('<' + name + '>')
    if (name === 'script' && !/^\/assets\//.test(element.getAttribute('src') || '')) found.push('script')
    const renews = /^\d+$/.test(element.getAttribute('content') || '') // itself, and goes nowhere else
    if (name === 'meta' && element.hasAttribute('http-equiv') && !renews) found.push('meta')
    for (const { name: key, value } of element.attributes) {
      const told = name + '[' + key + '=' + value.slice(0, 40) + ']'
      if (/^(on|hx-on|style$|srcdoc$)/.test(key)) found.push(told)
      if (links.test(key) && !/^([/#?]|$|data:image\/(png|jpeg)|tel:\d)/.test(value)) found.push(told)
      if (links.test(key) && /^\/[/\\]/.test(value)) found.push(told)
    }
  }
  if (/[\u202a-\u202e\u2066-\u2069]/.test(parsed.body.textContent || '')) found.push('turned round')
  if (/[\u0000-\u0008\u001b]/.test(html)) found.push('control characters')
  return found
}`
