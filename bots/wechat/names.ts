import type { Puppet } from 'wechaty-puppet'
import { isLinkFault } from './link-faults.ts'
import { pause } from './pause.ts'

interface Naming {
  readonly name: string
  /** The name in the group; '' when none, and in private chats. */
  readonly alias: string
}

/** What people are called, asked of the platform and remembered for a while. */
export interface Names {
  of(person: string, room: string | null): Promise<Naming>
  /** A group or person changed: ask again. */
  forget(id: string): void
}

const freshMs = 10 * 60_000
const most = 20_000

/** A name that cannot be had in time is the last known one, or '': a message is not held up for it. */
export function namesOf(puppet: Puppet): Names {
  const known = new Map<string, { readonly naming: Naming; readonly at: number }>()
  const ask = async (person: string, room: string | null): Promise<Naming> => {
    if (room !== null) {
      const member = await puppet.roomMemberPayload(room, person).catch(unlessLinkFault)
      if (member) return { name: member.name, alias: member.roomAlias ?? '' }
    }
    const contact = await puppet.contactPayload(person).catch(unlessLinkFault)
    return { name: contact?.name ?? '', alias: '' }
  }
  return {
    async of(person, room) {
      const key = `${room ?? ''}\n${person}`
      const kept = known.get(key)
      if (kept && performance.now() - kept.at < freshMs) return kept.naming
      for (let tries = 0; tries < 3; tries++) {
        try {
          const naming = await ask(person, room)
          if (known.size >= most) known.clear()
          known.set(key, { naming, at: performance.now() })
          return naming
        } catch {
          await pause(300)
        }
      }
      return kept?.naming ?? { name: '', alias: '' }
    },
    forget(id) {
      for (const key of known.keys()) {
        if (key.startsWith(`${id}\n`) || key.endsWith(`\n${id}`)) known.delete(key)
      }
    },
  }
}

/** The platform does not know the person here: no name. A link that failed is asked again. */
function unlessLinkFault(fault: unknown): undefined {
  if (isLinkFault(fault)) throw fault
}
