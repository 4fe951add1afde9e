/** The way to what went wrong below: a query's fault carries its values, its cause says why. */
const lowest = (fault: Error): Error =>
  fault.cause instanceof Error && fault.cause !== fault ? lowest(fault.cause) : fault

/**
 * A fault as it may be written down: its kind, its code, the rule of the database that it broke, and where it was
 * thrown; never its message, for the messages of platforms and databases carry names, ids and what people said. What has
 * no words any more stays as it is: it passes here on its way out of an adapter, and again on its way to the log.
 */
export function withoutWords(fault: unknown): Error {
  if (fault instanceof Wordless) return fault
  const told = new Wordless(fault instanceof Error ? kindOf(lowest(fault)) : typeof fault)
  told.stack = told.message // where it was thrown, not where it was reported
  return told
}

class Wordless extends Error {}

function kindOf(fault: Error): string {
  const { code, constraint_name: rule } = fault as { code?: unknown; constraint_name?: unknown }
  return [fault.name, code, rule, frameOf(fault)].filter(Boolean).join(' ')
}

/** The first line of the stack that is no part of the message. */
function frameOf({ stack = '', message }: Error): string {
  const frames = stack.slice(stack.indexOf(message) + message.length)
  return /^ {4}at .*$/m.exec(frames)?.[0].trim() ?? ''
}
