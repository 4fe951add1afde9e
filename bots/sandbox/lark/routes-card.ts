import { z } from 'zod'
import { good, refuse } from './answers.ts'
import { readContent } from './content.ts'
import type { Route } from './http.ts'
import type { CardToken } from './press.ts'
import type { World } from './world.ts'

const tokenLifeMs = 30 * 60_000
const mostUses = 2

/** Changing a card later with the token of a press: only after the press was answered, for 30 minutes, twice. */
export function cardRoutes(world: World): Route[] {
  const tokens = world.shelves.shelf<CardToken>('cardTokens')
  return [
    {
      ...{ name: 'card.update', method: 'POST', path: '/open-apis/interactive/v1/card/update' },
      answer({ json }) {
        const shape = z.object({ token: z.string(), card: z.record(z.string(), z.unknown()) })
        const read = shape.safeParse(json)
        if (!read.success) return refuse(99992402, 'token, card')
        const token = tokens.get(read.data.token)
        if (!token) return refuse(10002)
        const isOver = world.now() - token.at > tokenLifeMs || token.uses >= mostUses
        if (isOver || !token.answered) return refuse(10003)
        const content = readContent('interactive', JSON.stringify(read.data.card), world)
        if ('status' in content) return content
        tokens.put(read.data.token, { ...token, uses: token.uses + 1 })
        const { changes, recalled } = world.message(token.message)
        if (recalled) return refuse(230011)
        world.change(token.message, { ...content, changes: changes + 1, changedAt: world.now() })
        return good({})
      },
    },
  ]
}
