import { good, refuse } from './answers.ts'
import type { Route } from './http.ts'
import { partsOf } from './multipart.ts'
import { newId, type World } from './world.ts'

const mb = 1024 * 1024
const fileTypes = ['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream']

/** Uploading pictures and files; fetching what is in a message. */
export function fileRoutes(world: World): Route[] {
  const keep = (
    prefix: string,
    bytes: Buffer | undefined,
    most: number,
    mime: string,
    name: string,
  ) => {
    if (!bytes) return refuse(234001)
    if (bytes.length === 0) return refuse(234010)
    if (bytes.length > most) return refuse(234006)
    const key = newId(prefix)
    world.shelves.keepFile(key, { bytes, mime, name })
    return good(prefix.startsWith('img') ? { image_key: key } : { file_key: key })
  }
  return [
    {
      ...{ name: 'images.create', method: 'POST', path: '/open-apis/im/v1/images' },
      answer({ body, contentType }) {
        const parts = partsOf(body, contentType)
        const type = parts.get('image_type')?.toString()
        if (type !== 'message' && type !== 'avatar') return refuse(234001, 'image_type')
        return keep('img_v3_', parts.get('image'), 10 * mb, 'image/png', 'image')
      },
    },
    {
      ...{ name: 'files.create', method: 'POST', path: '/open-apis/im/v1/files' },
      answer({ body, contentType }) {
        const parts = partsOf(body, contentType)
        const type = parts.get('file_type')?.toString() ?? ''
        const name = parts.get('file_name')?.toString() ?? ''
        if (!fileTypes.includes(type) || name === '') return refuse(234001, 'file_type, file_name')
        return keep('file_v3_', parts.get('file'), 30 * mb, 'application/octet-stream', name)
      },
    },
    {
      ...{ name: 'resources.get', method: 'GET' },
      path: '/open-apis/im/v1/messages/:id/resources/:key',
      answer({ params: { id = '', key = '' }, query }) {
        const message = world.stored.get(id)
        if (!message) return refuse(230001, 'invalid message_id')
        if (!world.chat(message.chat).botIn) return refuse(230002)
        if (['merge_forward', 'interactive'].includes(message.type)) return refuse(234043)
        const type = key.startsWith('img') ? 'image' : 'file'
        if (query.get('type') !== type) return refuse(234001, 'type')
        const file = message.files.includes(key) ? world.shelves.file(key) : undefined
        if (!file) return refuse(234003)
        const name = encodeURIComponent(file.name)
        const disposition = `attachment; filename*=UTF-8''${name}`
        const headers = {
          ...{ 'content-type': file.mime, 'content-disposition': disposition },
          'content-length': String(file.bytes.length),
        }
        return { status: 200, bytes: file.bytes, headers }
      },
    },
  ]
}
