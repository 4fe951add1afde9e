import { describe, expect, test } from 'vitest'
import { readOpen311 } from '../src/config-open311.ts'

const set = {
  OPEN311_JURISDICTION: 'qingshi.city.example',
  OPEN311_KEYS: 'city-app=a-key-of-24-letters-0001，site=a-key-of-24-letters-0002',
  OPEN311_SECRET: 'S3cret-S3cret-S3cret-S3cret-S3cret',
}

describe('an Open311 door', () => {
  test('is set whole or not at all', () => {
    expect(readOpen311({})).toEqual({ ok: true, value: null })
    expect(readOpen311(set)).toEqual({
      ok: true,
      value: {
        ...{ jurisdiction: set.OPEN311_JURISDICTION, secret: set.OPEN311_SECRET },
        keys: new Map([
          ['city-app', 'a-key-of-24-letters-0001'],
          ['site', 'a-key-of-24-letters-0002'],
        ]),
        ...{ mediaOrigins: [], publicUrl: null },
      },
    })
    const read = readOpen311({ OPEN311_MEDIA: 'https://pictures.example' })
    expect(read).toMatchObject({
      problem: [/^OPEN311_JURISDICTION：.+\[.+\]$/, /^OPEN311_KEYS：/, /^OPEN311_SECRET：/].map(
        (form) => expect.stringMatching(form),
      ),
    })
  })
  test('fetches from places and is seen at one', () => {
    const read = readOpen311({
      ...set,
      OPEN311_MEDIA: 'https://Pictures.example, http://cdn.example:8080',
      OPEN311_URL: 'https://linli.example',
    })
    expect(read).toMatchObject({
      value: {
        mediaOrigins: ['https://pictures.example', 'http://cdn.example:8080'],
        publicUrl: 'https://linli.example',
      },
    })
  })
  test.each([
    ['OPEN311_JURISDICTION', '青石 街道'],
    ['OPEN311_SECRET', 'too-short-a-secret'],
    ['OPEN311_KEYS', 'a-key-without-a-name-0001'],
    ['OPEN311_KEYS', 'city-app=short'],
    ['OPEN311_KEYS', 'a=a-key-of-24-letters-0001,a=a-key-of-24-letters-0002'],
    ['OPEN311_KEYS', 'a=a-key-of-24-letters-0001,b=a-key-of-24-letters-0001'],
    ['OPEN311_MEDIA', 'pictures.example'],
    ['OPEN311_MEDIA', 'https://pictures.example/folder'],
    ['OPEN311_MEDIA', 'file:///etc'],
    ['OPEN311_URL', 'https://linli.example/'],
  ])('%s may not be %s, which is not repeated', (name, value) => {
    const read = readOpen311({ ...set, [name]: value })
    expect(read).toMatchObject({ problem: [expect.stringContaining(`${name}：`)] })
    expect(JSON.stringify(read)).not.toContain(value)
  })
})
