import type { Handler, Rulebook } from '../street/rulebook.ts'

/** How a handler of the catalogue is called: 市政建设办, 小区物业. */
export function handlerName(handler: Handler, { departments }: Rulebook): string {
  switch (handler) {
    case 'GRID':
      return '所在网格'
    case 'COMMUNITY':
      return '社区'
    case 'PROPERTY':
      return '小区物业'
    default:
      return departments.find(({ code }) => code === handler)?.name ?? handler
  }
}
