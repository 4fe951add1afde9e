import { z } from 'zod'
import { cardProblems } from './card-rules.ts'
import { fields } from './card-schema.ts'
import { type Component, componentsOf } from './card-walk.ts'
import { readContent } from './content.ts'
import { envelopeOf } from './envelopes.ts'
import type { Seen } from './fake-lark-types.ts'
import { type Filled, fillIn } from './fill-in.ts'
import type { Transport } from './push.ts'
import { cardLifeMs } from './routes-messages.ts'
import { idsOf, newId, type World } from './world.ts'

/** A token with which a card can be changed later, after the answer: for half an hour, twice. */
export interface CardToken {
  readonly message: string
  readonly at: number
  readonly uses: number
  readonly answered: boolean
}

const answered = z.strictObject({
  toast: z
    .strictObject({
      type: z.enum(['success', 'info', 'warning', 'error']).optional(),
      content: z.string(),
      i18n: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
  card: z
    .strictObject({ type: z.literal('raw'), data: z.record(z.string(), z.unknown()) })
    .optional(),
})

/** Presses of buttons: a callback that must be answered in time and is never delivered again. */
export function openPresses(world: World, transport: Transport) {
  const tokens = world.shelves.shelf<CardToken>('cardTokens')

  return async (
    messageId: string,
    person: string,
    button: string,
    form: Filled = {},
  ): Promise<Seen> => {
    const message = world.message(messageId)
    if (!world.chat(message.chat).members.includes(person)) {
      throw new Error(`${person} does not see the card`)
    }
    if (message.type !== 'interactive') throw new Error('not a card')
    const cardNow = () => JSON.parse(world.message(messageId).content)
    const seen = (error: string | null, toast: Seen['toast'] = null): Seen => ({
      ...{ toast, card: world.message(messageId).recalled ? null : cardNow(), error },
    })
    const all = componentsOf(cardNow())
    const pressed = findButton(all, button)
    if (message.recalled) return seen('recalled')
    if (world.now() - message.at > cardLifeMs) return seen('expired')
    const { properties } = pressed
    if (properties.disabled === true) return seen('disabled')
    const inForm = properties.form_action_type === 'submit' ? pressed.form : null
    const asked = all.filter((one) => inForm && one.form === inForm && fields.includes(one.tag))
    const filled = fillIn(asked, form)
    if ('missing' in filled) return seen(`required: ${filled.missing}`)
    const value = callbackOf(properties)
    if (value === undefined && !inForm) throw new Error(`the button ${button} calls nobody`)

    const token = newId('c-')
    tokens.put(token, { message: messageId, at: world.now(), uses: 0, answered: false })
    const action = {
      ...{ tag: 'button', ...(value && { value }), timezone: 'Asia/Shanghai' },
      ...(typeof properties.name === 'string' && { name: properties.name }),
      ...(inForm && { form_value: filled.values }),
    }
    const operator = { tenant_key: world.tenantOf(world.user(person)), ...idsOf(person) }
    const context = { open_message_id: messageId, open_chat_id: message.chat }
    const event = { operator, token, action, host: 'im_message', context }
    const reply = await transport.send(envelopeOf('card.action.trigger', event, world))
    const made = tokens.get(token)
    if (made) tokens.put(token, { ...made, answered: reply.code === 200 })
    if (reply.code === 0) return seen(reply.unreachable ? '200340' : '200341')
    if (reply.code !== 200) return seen('200671')
    const read = answered.safeParse(reply.body)
    if (!read.success) return seen('200672')
    const { toast, card } = read.data
    if (card) {
      const content = JSON.stringify(card.data)
      const { changes } = world.message(messageId)
      const kept = readContent('interactive', content, world)
      if (cardProblems(card.data).length > 0 || 'status' in kept) return seen('200673')
      world.change(messageId, { ...kept, changes: changes + 1, changedAt: world.now() })
    }
    return seen(null, toast ? { type: toast.type ?? 'info', content: toast.content } : null)
  }
}

/** By its name, else by its words. */
function findButton(all: readonly Component[], wanted: string): Component {
  const buttons = all.filter(({ tag }) => tag === 'button')
  const wordsOf = ({ properties: { text } }: Component) => (text as { content?: unknown })?.content
  const named = buttons.filter(({ properties }) => properties.name === wanted)
  const found = named.length > 0 ? named : buttons.filter((one) => wordsOf(one) === wanted)
  const [only, other] = found
  if (!only) throw new Error(`no button ${wanted} on the card`)
  if (other) throw new Error(`more than one button ${wanted} on the card`)
  return only
}

function callbackOf(properties: Component['properties']): object | undefined {
  const shape = z.array(z.looseObject({ type: z.string(), value: z.looseObject({}).optional() }))
  const read = shape.safeParse(properties.behaviors)
  return read.success ? read.data.find(({ type }) => type === 'callback')?.value : undefined
}
