import type { Command } from '../petition/command.ts'
import type { PeoplesStep } from './step.ts'

/** A mediation that ends takes its petition along: resolved with the result, or off to where it now is. */
export function withItsEnd(step: PeoplesStep): readonly [Command, ...Command[]] {
  const mediate: Command = { kind: 'mediate', step }
  switch (step.kind) {
    case 'settle':
      return [mediate, { kind: 'resolve', result: '经调解，双方自愿达成协议', photos: [] }]
    case 'fail':
      return [
        mediate,
        { kind: 'resolve', result: '调解没有达成一致，可以走的途径已告知', photos: [] },
      ]
    case 'inProcedure': {
      const { way, reference } = step
      return [mediate, { kind: 'redirect', way, reason: `已由受理机关办理，${reference}` }]
    }
    default:
      return [mediate]
  }
}
