import { type GridLoad, type Shade, shades } from '../../../domain/numbers/grid-loads.ts'
import type { OrgUnit, Rulebook } from '../../../domain/street/rulebook.ts'
import { unitName } from '../../labels.ts'
import { type Asked, addressOf } from './asked.ts'
import { drawnOutlines } from './outlines.ts'

const shadeWords: Readonly<Record<Shade, string>> = {
  inHand: '在办',
  late: '超期',
  registered: '新登记',
}

export const shadeNamed = (name: string | undefined): Shade =>
  shades.find((one) => one === name) ?? 'inHand'

/** How dark a grid is, by how many petitions it has; every number stands in its grid, too. */
const steps = [
  { least: 0, words: '0件' },
  { least: 1, words: '1-2件' },
  { least: 3, words: '3-5件' },
  { least: 6, words: '6-10件' },
  { least: 11, words: '11件及以上' },
] as const

const stepOf = (count: number): string =>
  `step-${steps.reduce((found, { least }, i) => (count >= least ? i : found), 0)}`

interface Mapped {
  readonly loads: readonly GridLoad[]
  readonly shade: Shade
  readonly book: Rulebook
  /** Where a grid leads; null: nowhere. */
  readonly opens: ((load: GridLoad) => string) | null
}

/** The grids by their outlines where the street has any, the others as tiles by community. */
export const GridMap = (of: Mapped) => {
  const outlines = of.book.shapes
    ? drawnOutlines(
        of.loads.map(({ grid }) => grid.code),
        of.book.shapes,
      )
    : null
  const drawn = new Set(outlines?.units.map(({ unit }) => unit))
  const rest = of.loads.filter(({ grid }) => !drawn.has(grid.code))
  return (
    <>
      {outlines && (
        <svg
          class="grid-map"
          viewBox={`0 0 ${outlines.width} ${outlines.height}`}
          aria-label={`各网格${shadeWords[of.shade]}件数的地图`}
          role={of.opens ? 'group' : 'img'}
        >
          {outlines.units.flatMap(({ unit, path, x, y }) => {
            const load = of.loads.find(({ grid }) => grid.code === unit)
            return load ? [<Outline {...of} load={load} path={path} x={x} y={y} />] : []
          })}
        </svg>
      )}
      {rest.length > 0 && <Tiles {...of} loads={rest} />}
      <ul class="legend" aria-label="图例">
        {steps.map(({ words }, i) => (
          <li>
            <i class={`step-${i}`} />
            {words}
          </li>
        ))}
      </ul>
    </>
  )
}

const Outline = ({
  load,
  path,
  x,
  y,
  shade,
  opens,
}: Mapped & {
  readonly load: GridLoad
  readonly path: string
  readonly x: number
  readonly y: number
}) => {
  const count = load.numbers[shade].length
  const shape = (
    <g class={stepOf(count)}>
      <path d={path} />
      <text x={`${x}`} y={`${y}`}>
        {count}
      </text>
      <title>{`${load.grid.name} ${shadeWords[shade]}${count}件`}</title>
    </g>
  )
  return opens && count > 0 ? (
    <a href={opens(load)} aria-label={`${load.grid.name} ${shadeWords[shade]}${count}件`}>
      {shape}
    </a>
  ) : (
    shape
  )
}

/** Where nobody knows how grids lie: side by side, by community. */
const Tiles = ({ loads, shade, book, opens }: Mapped) => {
  const parents = [...new Set(loads.map(({ grid }) => grid.parent))]
  return (
    <div class="tile-groups">
      {parents.map((parent) => (
        <section>
          <h3>{parent === null ? '' : unitName(parent, book)}</h3>
          <ul class="tiles">
            {loads
              .filter(({ grid }) => grid.parent === parent)
              .map((load) => {
                const count = load.numbers[shade].length
                const inside = (
                  <>
                    <b>{count}</b>
                    <span>{shortName(load.grid, book)}</span>
                  </>
                )
                return (
                  <li class={stepOf(count)}>
                    {opens && count > 0 ? <a href={opens(load)}>{inside}</a> : <p>{inside}</p>}
                  </li>
                )
              })}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** 第二网格 under 幸福里社区: what its community says already is not said again. */
function shortName({ name, parent }: OrgUnit, book: Rulebook): string {
  const above = parent === null ? '' : unitName(parent, book).replace(/(社区|村)$/, '')
  const rest = above !== '' && name.startsWith(above) ? name.slice(above.length) : name
  return rest.startsWith('第') ? rest : name
}

/** The map of the dashboard: three colourings to choose from, every grid opens its petitions. */
export const MapPanel = ({
  asked,
  loads,
  shade,
  book,
}: {
  readonly asked: Asked
  readonly loads: readonly GridLoad[]
  readonly shade: Shade
  readonly book: Rulebook
}) => (
  <section class="card" aria-labelledby="map">
    <h2 id="map">网格分布</h2>
    <nav class="tabs" aria-label="按什么着色">
      {shades.map((one) => (
        <a
          href={`${addressOf('', asked, { shade: one })}#map`}
          {...(one === shade && { 'aria-current': 'page' })}
        >
          {shadeWords[one]}
        </a>
      ))}
    </nav>
    <GridMap
      loads={loads}
      shade={shade}
      book={book}
      opens={({ grid }) => addressOf('/list', { ...asked, unit: grid.code }, { of: shade })}
    />
  </section>
)
