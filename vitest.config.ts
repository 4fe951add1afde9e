import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Tests that need PostgreSQL: only they wait for it to start. */
const withDatabase = ['tests/db/**/*.test.ts', 'tests/**/*.postgres.test.ts']

/** Tests that look at the console with a browser, over a sample week that is played for them meanwhile. */
const ofConsole = ['tests/browser/console/**/*.test.ts']

/**
 * Tests that start no process and leave nothing changed behind them: they share their workers, whose modules are loaded once
 * (measured: of those outside the domain more than half of the processor's time went into loading them again for each file).
 */
const inMemory = [
  'tests/{config*,post-webhook}.test.ts',
  'tests/{classifier,domain,flows,http,llm,security,stories,street,texts}/**/*.test.{ts,tsx}',
  'tests/bots/{hotline,lark,open311,wecom}{,-hearing,-media,-press,-read,-speaking,-story,-words}.test.ts',
  'tests/bots/lark-{absence,cards,cards-story,sign-in,traps-hearing,traps-presses}.test.ts',
  'tests/bots/lark-fake-{cards,endpoints,faults,files,forgeries,limits,press,socket,webhook,wire}.test.ts',
  'tests/bots/{letters-by-mail,mail,sms}.test.ts',
  'tests/cli/{lifecycle,model,operator,rooms,token}.test.ts',
  'tests/product/{drain,fail-over,fallen-letters,letters,link-faults,quarrel-papers,reading}.test.ts',
  'tests/product/{remembered-clock,seen,slow-channel,timers,undo,want-privately,without-words}.test.ts',
]
/** These take longest, from 75 seconds to ten, and begin in this order; begun last, they would run alone. */
const longest = [
  ...['product/kill', 'product/scenarios', 'bots/link', 'db/launcher', 'product/stop'],
  'browser/console/barriers', // longer than the three before it, but it waits until the sample week has been played
  ...['product/demo', 'bots/lark-traps-hearing', 'db/killed', 'security/pages', 'bots/lark-traps'],
  ...['classifier/gate', 'bots/wechat-standby', 'cli/doctor.postgres', 'product/faulty-start'],
  ...[
    'senses/transcriber',
    'bots/burst',
    'product/voices.postgres',
    'cli/bench',
    'product/reports',
  ],
  ...['bots/lark', 'browser/console/handling', 'browser/console/states', 'product/month'],
  ...['browser/console/leading', 'db/stores', 'bots/wechat-groups', 'bots/reading'],
  ...['bots/letters-by-mail', 'bots/lark-traps-presses', 'domain/petition/random-lives'],
  ...['stories/voices', 'bots/lark-words', 'http/console/queue-live'],
]

/** The longest first, and those that share their workers last and together: a worker between others would end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files)
    const turn = ({ moduleId }: TestSpecification) => {
      const name = /tests\/(.*)\.test\.tsx?$/.exec(moduleId)?.[1] ?? ''
      return longest.includes(name) ? longest.indexOf(name) : longest.length
    }
    return [true, false].flatMap((isolated) =>
      sorted
        .filter(({ project }) => project.config.isolate === isolated)
        .sort((a, b) => turn(a) - turn(b)),
    )
  }
}

export default defineConfig({
  test: {
    pool: 'forks',
    // more than there are cores, for most tests wait: with two workers, two cores were idle a third of the time
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    expect: { poll: { timeout: 20_000 } }, // by default a second, in which a busy machine may do nothing for us
    projects: [
      {
        extends: true,
        test: {
          name: 'memory',
          include: inMemory,
          exclude: ['**/node_modules/**', ...withDatabase],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'house',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', ...withDatabase, ...ofConsole, ...inMemory],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: withDatabase,
          globalSetup: 'tests/support/postgres.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'console',
          include: ofConsole,
          globalSetup: 'tests/support/console-sample.ts',
          testTimeout: 60_000,
          hookTimeout: 480_000, // the week is played first, beside everything else
        },
      },
    ],
  },
})
