import { connect } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { consoleRoutes } from '../../src/http/console/routes.ts'
import { openStreet } from './street.ts'
import { openWire } from './wire.ts'

/** What no browser sends, byte for byte. */
const street = await openStreet()
const wire = await openWire(street.desk)
afterAll(() => wire.close())

/** The first line of what comes back; '' where the line is cut. */
function sent(bytes: string): Promise<string> {
  return new Promise((tell) => {
    const socket = connect(Number(new URL(wire.origin).port), '127.0.0.1')
    let heard = ''
    socket.on('data', (part) => {
      heard += part
      socket.end()
    })
    socket.on('close', () => tell(heard.split('\r\n')[0] ?? ''))
    socket.on('error', () => tell(''))
    socket.write(bytes)
  })
}

const request = (line: string, ...headers: string[]) =>
  sent([line, ...headers, 'Connection: close', '', ''].join('\r\n'))

test('no line or head of a request is a fault of ours', async () => {
  const own = `Host: ${new URL(wire.origin).host}`
  const Cookie = `Cookie: ${await wire.signIn('S043')}`
  const answers = await Promise.all([
    ...['', 'a b', '[::1', 'a@b', 'x:99999999', '\u00e4', 'a/../b', 'evil.example', '%00'].flatMap(
      (host) =>
        ['/console', '/l/x', '/api/v1/petitions', '/'].map((path) =>
          request(`GET ${path} HTTP/1.1`, `Host: ${host}`, Cookie),
        ),
    ),
    ...[
      'GET http://evil.example/console HTTP/1.1',
      'GET //evil.example/console HTTP/1.1',
      'GET /console/..%2f..%2f..%2fetc/passwd HTTP/1.1',
      'GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1',
      'GET /console?tab=%E0%A4%A HTTP/1.1',
      'GET /console\\..\\x HTTP/1.1',
      'GET * HTTP/1.1',
      'OPTIONS * HTTP/1.1',
      'TRACE /console HTTP/1.1',
      'CONNECT evil.example:443 HTTP/1.1',
      'PRI * HTTP/2.0',
      'GET /console HTTP/0.9',
      `GET /${'a'.repeat(20_000)} HTTP/1.1`,
    ].map((line) => request(line, own, Cookie)),
    request('GET /console HTTP/1.1', own, `Cookie: linli=${'a'.repeat(9_000)}`),
    request('GET /console HTTP/1.1', own, `Cookie: ${'a=b; '.repeat(3_000)}`),
    request('GET /console HTTP/1.1', own, 'Cookie: linli=%00; linli=%ED%A0%80; =; ;;'),
    request(
      'GET /console HTTP/1.1',
      own,
      'Range: bytes=0-,1-,2-',
      'Accept-Encoding: ,,,;q=9',
      Cookie,
    ),
    request(
      'POST /console/me/large HTTP/1.1',
      own,
      'Content-Length: 5',
      'Transfer-Encoding: chunked',
      Cookie,
    ),
    request('POST /console/me/large HTTP/1.1', own, 'Content-Length: -1', Cookie),
    request(
      'POST /l/x HTTP/1.1',
      own,
      `Origin: ${wire.origin}`,
      'Content-Length: 0',
      'Content-Length: 9',
    ),
    request(
      'POST /l/x HTTP/1.1',
      own,
      `Origin: ${wire.origin}`,
      'Expect: 100-continue',
      'Content-Length: 0',
    ),
  ])
  expect(answers.filter((line) => /^HTTP\/1.1 5/.test(line))).toEqual([])
  expect((await wire.ask('/healthz')).status).toBe(200)
  expect(street.faults).toEqual([])
})

test('a route is asked by its own method and by no other, whatever a header says', async () => {
  await street.visitor.signIn('S043')
  const wrong: string[] = []
  for (const { path, method } of consoleRoutes) {
    const others = ['PUT', 'DELETE', 'PATCH', 'OPTIONS'].concat(
      method === 'GET' ? [] : ['HEAD', 'GET'],
    )
    const isAlsoGet = consoleRoutes.some((one) => one.path === path && one.method === 'GET')
    for (const other of others) {
      if (isAlsoGet && (other === 'GET' || other === 'HEAD')) continue
      const answer = await street.visitor.ask(`/console${path}`.replace(':number', '2003'), {
        method: other,
        headers: { 'X-HTTP-Method-Override': method, 'X-HTTP-Method': method },
      })
      await answer.body?.cancel()
      if (answer.status !== 404) wrong.push(`${other} ${path}: ${answer.status}`)
    }
  }
  expect(wrong).toEqual([])
})
