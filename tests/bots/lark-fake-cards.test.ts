import { describe, expect, test } from 'vitest'
import { cardProblems } from '../../bots/sandbox/lark/card-rules.ts'
import { taskCard } from './lark-fake-support.ts'

const words = { tag: 'plain_text', content: '路灯' }
const card = (...elements: unknown[]) => ({ schema: '2.0', body: { elements } })
const form = (...elements: unknown[]) => ({ tag: 'form', name: 'f', elements })
const submit = { tag: 'button', name: 's', form_action_type: 'submit', text: words }
const button = (but: object) => ({ tag: 'button', text: words, ...but })
const panel = (header: object, ...elements: unknown[]) => ({
  ...{ tag: 'collapsible_panel', header: { title: words, ...header }, elements },
})
const nested = (depth: number): object =>
  depth === 0
    ? { tag: 'markdown', content: '底' }
    : { tag: 'column_set', columns: [{ tag: 'column', elements: [nested(depth - 1)] }] }

test.each<[string, unknown]>([
  ['a task with a button and a form', taskCard],
  [
    'every kind of text',
    card({ tag: 'markdown', content: '**a**' }, { tag: 'hr' }, { tag: 'div', text: words }),
  ],
  [
    'fields',
    card({ tag: 'div', fields: [{ is_short: true, text: { tag: 'lark_md', content: 'a' } }] }),
  ],
  ['a picture', card({ tag: 'img', img_key: 'img_v3_a', alt: words, preview: true })],
  ['a panel padded on four sides', card(panel({ padding: '4px 8px 4px 8px' }, { tag: 'hr' }))],
  ['buttons side by side', card(nested(1))],
  [
    'a form with all kinds of fields',
    card(
      form(
        { tag: 'select_person', name: 'p', options: [{ value: 'ou_a' }] },
        {
          tag: 'input',
          name: 'i',
          input_type: 'multiline_text',
          rows: 3,
          max_length: 10,
          placeholder: words,
        },
        { tag: 'checker', name: 'c', text: words },
        submit,
      ),
    ),
  ],
  [
    'a link',
    card(button({ behaviors: [{ type: 'open_url', default_url: 'https://example.org' }] })),
  ],
  ['200 elements', card(...Array.from({ length: 200 }, () => ({ tag: 'hr' })))],
])('%s is a good card', (_, one) => {
  expect(cardProblems(one)).toEqual([])
})

describe('refused is', () => {
  test.each<[string, unknown, string]>([
    ['what is no object', 'card', 'not an object'],
    ['a card of JSON 1.0', { elements: [{ tag: 'hr' }] }, 'schema'],
    ['an unknown property of the card', { ...card(), fallback: {} }, 'unknown property fallback'],
    [
      'an unknown property of a component',
      card({ tag: 'hr', colour: 'red' }),
      'unknown property colour',
    ],
    ['an unknown tag', card({ tag: 'note', elements: [] }), 'unknown tag note'],
    ['the row of buttons of JSON 1.0', card({ tag: 'action', actions: [] }), 'unknown tag action'],
    ["a card of one's own", { ...card(), config: { update_multi: false } }, 'update_multi'],
    ['no body', { schema: '2.0', header: { title: words } }, 'no elements'],
    [
      'a colour of no header',
      { ...card(), header: { title: words, template: 'pink' } },
      'colour pink',
    ],
    ['a header without title', { ...card(), header: {} }, 'no title'],
    ['201 elements', card(...Array.from({ length: 201 }, () => ({ tag: 'hr' }))), '201 elements'],
    [
      '200 elements with a text in one',
      card({ tag: 'div', text: words }, ...Array.from({ length: 199 }, () => ({ tag: 'hr' }))),
      '201 elements',
    ],
    ['what is nested six deep', card(nested(6)), 'nested'],
    ['a form without a button that submits', card(form({ tag: 'input', name: 'i' })), 'submits'],
    ['a form without name', card({ tag: 'form', elements: [submit] }), 'form without name'],
    ['a field without name', card(form({ tag: 'input' }, submit)), 'input in a form without name'],
    ['a name twice', card(form({ tag: 'input', name: 's' }, submit)), 'the name s twice'],
    [
      'a name in two forms',
      card(form({ tag: 'input', name: 'i' }, submit), {
        ...form({ tag: 'input', name: 'i' }, { ...submit, name: 't' }),
        name: 'g',
      }),
      'the name i twice',
    ],
    ['a form in a panel', card(panel({}, form(submit))), 'only at the root'],
    [
      'a form in a column',
      card({ tag: 'column_set', columns: [{ tag: 'column', elements: [form(submit)] }] }),
      'only at the root',
    ],
    ['a submitting button outside', card(submit), 'outside a form'],
    [
      'a required field outside',
      card({ tag: 'input', name: 'i', required: true }),
      'required outside',
    ],
    [
      'a value that is a string',
      card(button({ behaviors: [{ type: 'callback', value: 'accept' }] })),
      'value: not an object',
    ],
    [
      'a behaviour it does not know',
      card(button({ behaviors: [{ type: 'toast' }] })),
      'unknown type toast',
    ],
    ['the value of JSON 1.0', card(button({ value: { a: 1 } })), 'unknown property value'],
    [
      'a panel padded on two sides',
      card(panel({ padding: '4px 8px' }, { tag: 'hr' })),
      'one or four',
    ],
    ['a picture without words for it', card({ tag: 'img', img_key: 'img_v3_a' }), 'without alt'],
    ['a button without words', card({ tag: 'button' }), 'without text'],
    ['a text by itself', card(words), 'stands in others only'],
    ['a column by itself', card({ tag: 'column', elements: [] }), 'column by itself'],
    [
      'an element_id that is too long',
      card({ tag: 'hr', element_id: 'a'.repeat(21) }),
      'element_id',
    ],
    ['an element without tag', card({ content: 'a' }), 'without a tag'],
  ])('%s', (_, one, why) => {
    expect(cardProblems(one).join('\n')).toContain(why)
  })
})
