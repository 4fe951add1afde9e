import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Tests that need PostgreSQL: only they wait for it to start. */
const withDatabase = ['tests/db/**/*.test.ts', 'tests/**/*.postgres.test.ts']

/** Tests that look at the console with a browser: only they wait until its week has been played. */
const ofConsole = ['tests/browser/console/**/*.test.ts']

/**
 * Tests that start no process and leave nothing changed behind them: they share their workers, whose modules are loaded once
 * (measured: two thirds of their time went into loading them again for each file).
 */
const inMemory = [
  'tests/config*.test.ts',
  'tests/{classifier,domain,flows,http,security,stories,street,texts}/**/*.test.{ts,tsx}',
]

/** These take longest; begun last, they would run alone. */
const longest =
  /tests\/(product\/(kill|stop|scenarios)|bots\/link|db\/(killed|launcher)|security\/pages|browser\/console\/barriers|classifier\/gate)\.test\.ts$/

/** The longest first, and those that share their workers last and together: a worker between others would end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files)
    const rank = ({ moduleId, project }: TestSpecification) =>
      project.config.isolate ? (longest.test(moduleId) ? 0 : 1) : longest.test(moduleId) ? 2 : 3
    return [0, 1, 2, 3].flatMap((wanted) => sorted.filter((file) => rank(file) === wanted))
  }
}

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: '100%', // by default one core of two stays idle; most tests wait for other processes
    sequence: { sequencer: LongestFirst },
    expect: { poll: { timeout: 10_000 } }, // by default a second, in which a busy machine may do nothing for us
    projects: [
      {
        extends: true,
        test: {
          name: 'memory',
          include: inMemory,
          exclude: ['**/node_modules/**', ...withDatabase],
          isolate: false,
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'house',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', ...withDatabase, ...ofConsole, ...inMemory],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: withDatabase,
          globalSetup: 'tests/support/postgres.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'console',
          include: ofConsole,
          globalSetup: 'tests/support/console-sample.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
