import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { no, ok, type Result } from '../../domain/result.ts'
import { playScenario } from './play-scenario.ts'
import type { Scenario } from './scenario.ts'
import { type Stage, setStage } from './stage.ts'

const folder = join(import.meta.dirname, 'scenarios')

/** The names that `--scenario` knows: one for each file. */
export const scenarioNames = (): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()

/** Refuses a name that is not there. */
export async function scenarioNamed(name: string): Promise<Result<Scenario, 'unknown'>> {
  if (!scenarioNames().includes(name)) return no('unknown')
  const { default: scenario } = await import(pathToFileURL(join(folder, `${name}.ts`)).href)
  return ok(scenario as Scenario)
}

/** All scenarios with what they show, one a line. */
export async function listScenarios(): Promise<string> {
  const lines = await Promise.all(
    scenarioNames().map(async (name) => {
      const scenario = await scenarioNamed(name)
      return `  ${name.padEnd(12)}${scenario.ok ? scenario.value.title : ''}`
    }),
  )
  return ['可以演这些 [scenarios]：', ...lines].join('\n')
}

const startOf = ({ start }: Scenario): Date => new Date(`${start.replace(' ', 'T')}:00+08:00`)

/**
 * Plays a scenario on a stage of its own, which is cleared afterwards, whatever happens. `look`, for tests, sees the stage
 * when it is over. Answers whether everything went as it should.
 */
export async function playOnStage(
  scenario: Scenario,
  street: string,
  out: (line: string) => void,
  look: (stage: Stage) => Promise<void> | void = () => {},
): Promise<boolean> {
  const stage = await setStage(startOf(scenario), street)
  try {
    const went =
      'steps' in scenario
        ? await playScenario(scenario, stage, out)
        : await scenario.play(stage, out)
    await look(stage)
    return went
  } finally {
    await stage.close()
  }
}
