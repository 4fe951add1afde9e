import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Tests that need PostgreSQL: only they wait for it to start. */
const withDatabase = ['tests/db/**/*.test.ts', 'tests/**/*.postgres.test.ts']

/** Tests that look at the console with a browser: only they wait until its week has been played. */
const ofConsole = ['tests/browser/console/**/*.test.ts']

/** These take longest; begun last, they would run alone. */
const longest = /tests\/(product\/(kill|stop)|bots\/link|db\/(killed|launcher))\.test\.ts$/

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => longest.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: '100%', // by default one core of two stays idle; most tests wait for other processes
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'house',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', ...withDatabase, ...ofConsole],
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
