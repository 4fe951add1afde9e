import type { Random } from '../../storm/random.ts'
import type { Subject } from './words.ts'

/** Where residents of a group live, as they say it there; `name` is said in private, too. */
interface Home {
  readonly room: string
  readonly name: string
  readonly at: Subject['at']
  /** A building, a house number, a village group. */
  readonly spots: readonly string[]
  readonly stairs: number
}

const numbered = (from: number, to: number, suffix: string): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `${from + i}${suffix}`)

// biome-ignore format: a table
const homes: readonly Home[] = [
  { room: 'room-xf-1', name: '幸福里小区', at: 'yard', spots: numbered(1, 12, '栋'), stairs: 2 },
  { room: 'room-xf-2', name: '阳光花园', at: 'yard', spots: numbered(1, 8, '幢'), stairs: 2 },
  { room: 'room-hb-1', name: '河滨新村', at: 'yard', spots: numbered(1, 30, '号楼'), stairs: 4 },
  { room: 'room-hb-2', name: '水岸名都', at: 'yard', spots: [...numbered(1, 6, '座').map((s) => `A${s}`), ...numbered(1, 4, '座').map((s) => `B${s}`)], stairs: 2 },
  { room: 'room-hb-3', name: '纺织厂家属院', at: 'yard', spots: numbered(1, 6, '号楼'), stairs: 3 },
  { room: 'room-zq-1', name: '铁路小区', at: 'yard', spots: numbered(1, 10, '栋'), stairs: 3 },
  { room: 'room-zq-2', name: '锦绣公寓', at: 'yard', spots: numbered(1, 3, '号楼'), stairs: 1 },
  { room: 'room-xf-shop', name: '建设路', at: 'road', spots: numbered(1, 199, '号'), stairs: 0 },
  { room: 'room-lj-1', name: '李家湾', at: 'village', spots: ['一组', '二组', '三组', '四组', '五组', '六组'], stairs: 0 },
]

/** Groups where such a subject may come up. */
const homesFor = ({ at }: Subject): readonly Home[] =>
  at === 'said' ? homes : homes.filter((home) => home.at === (at === 'stair' ? 'yard' : at))

/** A group, and where in it something is: as it is said there, and as it is said in private. */
export function placeFor(
  subject: Subject,
  random: Random,
): { readonly room: string; readonly here: string; readonly elsewhere: string } {
  const home = random.pick(homesFor(subject))
  if (subject.at === 'said') return { room: home.room, here: '', elsewhere: '' }
  const spot = random.pick(home.spots)
  const stair = subject.at === 'stair' ? `${1 + Math.floor(random.next() * home.stairs)}单元` : ''
  const here = `${spot}${stair}`
  return { room: home.room, here, elsewhere: `${home.name}${here}` }
}
