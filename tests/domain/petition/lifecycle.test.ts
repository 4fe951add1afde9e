import { expect, test } from 'vitest'
import { lifecycle } from '../../../src/domain/petition/lifecycle.ts'

/** The life of a petition, drawn: a change to the table shows up as a change to this picture. */
test('who may do what, and when', () => {
  const rows = Object.entries(lifecycle).map(
    ([kind, { from, by }]) => `${kind.padEnd(17)}${from.join(' ').padEnd(42)}${by.join(' ')}`,
  )
  expect(`\n${rows.join('\n')}\n`).toMatchInlineSnapshot(`
    "
    stopWaiting      received                                  clock dispatcher
    accept           dispatched                                handler
    return           dispatched handling                       handler
    transfer         dispatched handling                       handler dispatcher supervisor
    askHelp          dispatched handling                       handler assistant
    answerHelp       dispatched handling                       dispatcher supervisor
    askExtension     dispatched handling                       handler
    approveExtension dispatched handling                       dispatcher supervisor
    refuseExtension  dispatched handling                       dispatcher supervisor
    answerInterim    dispatched handling                       handler
    mediate          dispatched handling resolved closed       handler dispatcher supervisor petitioner clock
    note             dispatched handling resolved              handler assistant dispatcher supervisor
    resolve          dispatched handling                       handler dispatcher
    askAssist        dispatched handling                       dispatcher supervisor
    releaseAssist    dispatched handling                       dispatcher supervisor
    takePart         dispatched handling                       assistant
    finishPart       dispatched handling                       assistant
    refusePart       dispatched handling                       assistant
    concludeCall     dispatched handling                       handler dispatcher supervisor
    supplement       received dispatched handling              petitioner anyone
    amend            received dispatched handling              petitioner dispatcher
    correct          received dispatched handling resolved     handler dispatcher supervisor
    dismiss          received dispatched handling              handler dispatcher supervisor
    redirect         received dispatched handling              handler dispatcher supervisor clock
    insist           withdrawn                                 petitioner dispatcher supervisor
    join             received dispatched handling              anyone
    unjoin           received dispatched handling resolved     petitioner dispatcher
    urge             dispatched handling                       petitioner dispatcher supervisor
    rate             resolved                                  petitioner
    reopen           resolved closed                           petitioner supervisor
    consent          received dispatched handling resolved closedpetitioner
    followUp         resolved closed                           anyone clock
    withdraw         received dispatched handling              petitioner
    conceal          received dispatched handling resolved closedpetitioner
    correctPetitionerreceived dispatched handling              petitioner
    merge            received dispatched handling              petitioner dispatcher
    unmerge          withdrawn                                 petitioner dispatcher
    remind           dispatched handling                       clock
    escalate         dispatched handling                       clock
    watchInterim     dispatched handling                       clock
    remindPart       dispatched handling                       clock
    escalatePart     dispatched handling                       clock
    watchCall        dispatched handling                       clock
    pressDecision    dispatched handling                       clock
    remindRating     resolved                                  clock
    closeUnrated     resolved                                  clock
    "
  `)
})
