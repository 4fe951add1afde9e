import type { Staff, StaffRole } from '../../domain/people/roles.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import type { ChatWorld } from '../../flows/ports/chat-world.ts'
import { roleWords } from '../../texts/words.ts'
import { unitName } from '../labels.ts'

/** Who can be played, in the order of the picker. */
export const castGroups = ['居民', '户长', '网格员', '部门/物业', '社区', '街道领导'] as const
type CastGroup = (typeof castGroups)[number]

const groupOf: Readonly<Record<StaffRole, CastGroup>> = {
  household_head: '户长',
  grid_worker: '网格员',
  department_officer: '部门/物业',
  mediator: '部门/物业',
  community_dispatcher: '社区',
  community_manager: '社区',
  street_dispatcher: '街道领导',
  street_supervisor: '街道领导',
  street_leader: '街道领导',
}

export interface Player {
  readonly id: string
  readonly name: string
  readonly group: CastGroup
  /** 网格员 · 幸福里第二网格; 居民 */
  readonly office: string
  /** 网格员; 居民 */
  readonly role: string
  /** Tells people of one office apart: 幸福里第二网格; 5-2-301刘 */
  readonly label: string
  readonly staff: Staff | null
  readonly rooms: readonly PlayerRoom[]
}

interface PlayerRoom {
  readonly id: string
  readonly topic: string
  readonly alias: string
}

/** Everybody who can be played in the sandbox, by account. */
export type Cast = ReadonlyMap<string, Player>

/** The people of the simulated platform with the offices they hold in the street. */
export function castOf(world: ChatWorld, book: Rulebook): Cast {
  const rooms = world.rooms()
  const staff = new Map(book.staff.map((one) => [one.accounts.wechat, one]))
  const players = world
    .people()
    .filter(({ id }) => id !== world.bot)
    .map(({ id, name }): Player => {
      const own = rooms.flatMap(({ id: room, topic, members }) => {
        const member = members.find((m) => m.id === id)
        return member ? [{ id: room, topic, alias: member.alias }] : []
      })
      const office = staff.get(id) ?? null
      const shared = { id, name, rooms: own, staff: office }
      if (!office)
        return {
          ...shared,
          group: '居民',
          role: '居民',
          office: '居民',
          label: own[0]?.alias ?? '',
        }
      const label = workplace(office, book)
      const role = roleWords[office.role]
      return { ...shared, group: groupOf[office.role], role, office: `${role} · ${label}`, label }
    })
  return new Map(players.map((player) => [player.id, player]))
}

function workplace({ unit, department }: Staff, book: Rulebook): string {
  const office = book.departments.find(({ code }) => code === department)
  return office ? (office.aliases[0] ?? office.name) : unitName(unit, book)
}

const fallbackBotName = '邻里小助手'

/** What the bot is called. */
export const botName = (world: ChatWorld): string =>
  world.people().find(({ id }) => id === world.bot)?.name ?? fallbackBotName

/** What somebody is called in a group, else by name. */
export function nameIn(world: ChatWorld, room: string | null, person: string): string {
  const members = world.rooms().find(({ id }) => id === room)?.members
  return members?.find(({ id }) => id === person)?.alias || realName(world, person)
}

export const realName = (world: ChatWorld, person: string): string =>
  person === world.bot
    ? botName(world)
    : (world.people().find(({ id }) => id === person)?.name ?? '未知')
