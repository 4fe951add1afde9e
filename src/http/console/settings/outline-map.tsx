import { type UnitCode, unitCode } from '../../../domain/ids.ts'
import { type Ring, ringsInCell } from '../../../domain/street/outline.ts'
import type { OrgUnit, Rulebook } from '../../../domain/street/rulebook.ts'
import type { Change } from '../../../domain/street/sheets/changes.ts'
import { type Drawn, drawnOutlines } from '../figures/outlines.ts'

/** Where the units of a street lie; null where nobody has drawn any. */
export const OutlineMap = ({ book }: { readonly book: Rulebook }) => {
  const entries = entriesOf(book)
  const drawn = drawnOutlines(codesOf(entries), Object.fromEntries(entries))
  return drawn && <Outlines label="网格地图" drawn={drawn} units={drawn.units} book={book} />
}

type Entries = readonly (readonly [UnitCode, readonly Ring[]])[]
const entriesOf = ({ shapes = {} }: Rulebook): Entries =>
  Object.entries(shapes).map(([unit, rings]) => [unitCode(unit), rings])
const codesOf = (outlines: Entries) => outlines.map(([unit]) => unit)

/** The map as it is and as these changes make it, at one scale; nothing where they are about no outline. */
export const OutlinesChanged = ({
  changes,
  book,
}: {
  readonly changes: readonly Change[]
  readonly book: Rulebook
}) => {
  const own = changes.filter(({ sheet }) => sheet === 'shapes')
  if (own.length === 0) return null
  const before = entriesOf(book)
  const gone = new Set(own.map(({ before }) => before?.unit))
  const made = own.flatMap(({ after }) =>
    after ? [[unitCode(after.unit ?? ''), ringsInCell(after.outline ?? '[]')] as const] : [],
  )
  const after = [...before.filter(([unit]) => !gone.has(unit)), ...made]
  const touched = new Set<string>([...codesOf(made), ...[...gone].flatMap((unit) => unit ?? [])])
  const states = { before, after }
  const all = Object.entries(states).flatMap(([state, outlines]) =>
    outlines.map(([unit, rings]) => [unitCode(`${state}/${unit}`), rings] as const),
  )
  const drawn = drawnOutlines(codesOf(all), Object.fromEntries(all))
  if (!drawn) return null
  const unitsOf = (state: string) =>
    drawn.units.flatMap(({ unit, ...outline }) =>
      unit.startsWith(`${state}/`)
        ? [{ ...outline, unit: unitCode(unit.slice(state.length + 1)) }]
        : [],
    )
  const shared = { drawn, book, touched }
  return (
    <section class="maps" aria-label="地图的变化">
      <Outlines {...shared} label="现在的地图" units={unitsOf('before')} />
      <Outlines {...shared} label="生效以后的地图" units={unitsOf('after')} />
    </section>
  )
}

const Outlines = ({
  label,
  drawn,
  units,
  book,
  touched,
}: {
  readonly label: string
  readonly drawn: Drawn
  readonly units: Drawn['units']
  readonly book: Rulebook
  /** What is drawn as changed. */
  readonly touched?: ReadonlySet<string>
}) => (
  <figure class="outlines">
    <figcaption {...(!touched && { class: 'hidden' })}>
      {label}
      {units.length === 0 && '：没有边界'}
    </figcaption>
    {units.length > 0 && (
      <svg viewBox={`0 0 ${drawn.width} ${drawn.height}`} role="img" aria-label={label}>
        {units.map(({ unit, path, x, y }) => (
          <g {...(touched?.has(unit) && { class: 'touched' })}>
            <path d={path} />
            <text x={`${x}`} y={`${y}`}>
              {endOf(book.units.find(({ code }) => code === unit)) ?? unit}
            </text>
          </g>
        ))}
      </svg>
    )}
  </figure>
)

/** A code without that of the unit above: maps have little room. */
const endOf = (unit: OrgUnit | undefined): string | undefined =>
  unit?.code.split('-').slice(1).join('-')
