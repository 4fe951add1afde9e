import type { Fault, Format } from './answer.ts'

/** What a request wants of us. */
export interface Asked {
  readonly what: 'services' | 'requests' | 'tokens' | 'discovery'
  /** The one of them that is meant; null: all. */
  readonly one: string | null
  readonly format: Format
}

/** Reads a path below `base`, such as `requests/1027.json`; a fault for what is not here. */
export function askedOf(path: string, base: string, accept: string): Asked | Fault {
  const rest = path.slice(base.length)
  const [, what, one, ending] =
    /^\/([a-z]+)(?:\/([\w-]{1,100}))?(?:\.(\w{1,10}))?$/.exec(rest) ?? []
  if (what !== 'services' && what !== 'requests' && what !== 'tokens' && what !== 'discovery')
    return { code: 404, description: '(path): services, requests, tokens or discovery' }
  if (what === 'tokens' ? one === undefined : what === 'discovery' && one !== undefined)
    return { code: 404, description: '(path): tokens/{token}, or discovery' }
  if (ending !== undefined && ending !== 'json' && ending !== 'xml')
    return { code: 406, description: '(path): it ends in .json or .xml' }
  return { what, one: one ?? null, format: ending ?? formatOf(accept) }
}

/** Of a request that cannot be read: how its sender wants to hear so. */
export const formatOf = (accept: string): Format =>
  /xml/.test(accept) && !/json|html/.test(accept) ? 'xml' : 'json'
