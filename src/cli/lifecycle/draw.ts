import { becomes, leadsTo } from '../../domain/petition/becomes.ts'
import type { Command } from '../../domain/petition/command.ts'
import { lifecycle } from '../../domain/petition/lifecycle.ts'
import { type Status, statuses } from '../../domain/petition/petition.ts'
import { statusWords } from '../../texts/words.ts'
import { commandWords, standingWords } from './words.ts'

const kinds = Object.keys(lifecycle) as Command['kind'][]

/** The page of the life of a petition, as the code has it: a drawing and the table. */
export function lifecyclePage(): string {
  return `# The life of a petition

Drawn by \`npm run lifecycle\` from \`src/domain/petition/lifecycle.ts\` and \`becomes.ts\`; a test holds the page to the code, and
another lives thousands of random lives by it (\`tests/domain/petition/random-lives.test.ts\`). Do not edit it by hand.

\`\`\`mermaid
stateDiagram-v2
${drawing().join('\n')}
\`\`\`

What leaves a petition where it stands is not drawn; the table has it all.

| command | 中文 | from | by | then |
|---|---|---|---|---|
${kinds.map(row).join('\n')}

| status | 中文 | who owes the next step | by when |
|---|---|---|---|
| received | ${statusWords.received} | the reporter: where is it? | \`placeDueAt\`; then it is dispatched without a place |
| dispatched | ${statusWords.dispatched} | those at its destination, to accept | \`acceptDueAt\`; the final limit \`resolveDueAt\` runs, too |
| handling | ${statusWords.handling} | its handler, to resolve | \`resolveDueAt\`; the day that an interim answer named |
| resolved | ${statusWords.resolved} | the petitioners, to rate | the survey is reminded of once, then closed unrated |
| closed | ${statusWords.closed} | nobody; petitioners may have it taken up again for a while | |
| withdrawn | ${statusWords.withdrawn} | nobody; petitioners may have it registered after all | |
`
}

const row = (kind: Command['kind']): string =>
  `| \`${kind}\` | ${commandWords[kind]} | ${lifecycle[kind].from.join(', ')} | ${lifecycle[kind].by.map((standing) => standingWords[standing]).join('、')} | ${becomes[kind].join(', ')} |`

/** One arrow for each pair of statuses, with all that leads along it. */
function drawing(): string[] {
  const arrows = new Map<string, string[]>()
  for (const kind of kinds)
    for (const from of lifecycle[kind].from as readonly Status[])
      for (const to of leadsTo(kind, from)) {
        if (to === from) continue
        const arrow = `${from} --> ${to}`
        arrows.set(arrow, [...(arrows.get(arrow) ?? []), commandWords[kind]])
      }
  return [
    ...statuses.map((status) => `  state "${statusWords[status]}" as ${status}`),
    '  [*] --> received: 登记，不知在哪儿',
    '  [*] --> dispatched: 登记并派单',
    ...[...arrows].map(([arrow, words]) => `  ${arrow}: ${words.join('、')}`),
  ]
}
