/** The value of a key that must be there: an unknown person, group or message is a fault of the caller. */
export function known<Value>(map: ReadonlyMap<string, Value>, key: string, what: string): Value {
  const value = map.get(key)
  if (value === undefined) throw new RangeError(`no such ${what}: ${key}`)
  return value
}
