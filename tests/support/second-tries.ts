import type { Reporter, TestCase } from 'vitest/node'

/** Names, at the end of a run, the tests that failed and then passed on a second try: each waits to be made steady. */
export default class SecondTries implements Reporter {
  private readonly unsteady: string[] = []

  onTestCaseResult(test: TestCase) {
    if (test.diagnostic()?.flaky)
      this.unsteady.push(`${test.module.relativeModuleId} > ${test.fullName}`)
  }

  onTestRunEnd() {
    if (this.unsteady.length)
      console.log(`passed only on a second try:\n${this.unsteady.join('\n')}`)
  }
}
