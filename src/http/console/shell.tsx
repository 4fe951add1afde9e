import type { Child } from 'hono/jsx'
import { type Area, mayEnter } from '../../domain/console/areas.ts'
import type { Staff } from '../../domain/people/roles.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import { roleWords } from '../../texts/words.ts'
import type { Carrier } from '../assets.ts'
import { unitName } from '../labels.ts'
import { Brand, Layout } from '../layout.tsx'
import { isLarge } from './cookie.ts'
import type { Visit } from './visit.ts'

const places = [
  { area: 'work', path: '/console', name: '诉求' },
  { area: 'errands', path: '/console/errands', name: '代办' },
  { area: 'figures', path: '/console/figures', name: '看板' },
  { area: 'settings', path: '/console/settings', name: '设置' },
  { area: 'operation', path: '/console/operation', name: '运行' },
] as const satisfies readonly { area: Area; path: string; name: string }[]

interface Shell {
  readonly visit: Visit
  readonly title: string
  /** The part of the console that is lit in the bar; null: none. */
  readonly area: Area | null
  readonly carries?: Carrier
  readonly children?: Child
}

/** The page around every page of the console: where one can go, and who one is. */
export const ConsolePage = ({ visit, title, area, carries, children }: Shell) => (
  <Layout
    title={`${title} · 邻里`}
    version={visit.version}
    page="console"
    large={isLarge(visit.c)}
    {...(carries && { carries })}
  >
    <a class="skip" href="#content">
      跳到内容
    </a>
    <header class="bar">
      <Brand version={visit.version} href="/console" />
      <nav aria-label="工作台">
        {places
          .filter((place) => mayEnter(visit.staff.role, place.area))
          .map((place) => (
            <a href={place.path} {...(place.area === area && { 'aria-current': 'page' })}>
              {place.name}
            </a>
          ))}
      </nav>
      <a class="me" href="/console/me">
        <b>{visit.staff.name}</b>
        <small>{officeText(visit.staff, visit.book)}</small>
      </a>
    </header>
    <main id="content">{children}</main>
  </Layout>
)

/** 网格员 · 幸福里第二网格 */
export function officeText(staff: Staff, book: Rulebook): string {
  const department = book.departments.find(({ code }) => code === staff.department)
  return `${roleWords[staff.role]} · ${department?.name ?? unitName(staff.unit, book)}`
}
