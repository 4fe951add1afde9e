/** What the flows need from outside. */
const ports = '^src/flows/ports(\\.ts$|/)'
/** Each line: a folder, and all that its files may import besides themselves. */
const may = {
  '^src/domain/': [],
  '^src/texts/': ['^src/domain/'],
  '^src/flows/': ['^src/domain/'],
  '^src/classifier/': ['^src/domain/'],
  '^src/asking/': [],
  '^src/llm/': ['^src/domain/', '^src/asking/', ports],
  '^src/senses/': ['^src/domain/', '^src/asking/', ports],
  '^src/http/': ['^src/domain/', '^src/flows/', '^src/texts/'],
  '^src/reports/': ['^src/domain/', '^src/texts/'],
  '^db/': ['^src/domain/', ports],
  '^bots/': ['^src/domain/', '^src/asking/', ports, '^src/texts/'],
}
const ours = '^(src|bots|db)/'
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(may).map(([from, to]) => ({
      name: `${from.replace(/[\^/]/g, ' ').trim()} stays within its bounds`,
      severity: 'error',
      from: { path: from },
      to: { path: ours, pathNot: [from, ...to] },
    })),
    {
      name: 'the domain touches nothing outside',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev'] },
    },
    {
      name: 'one channel knows no other',
      severity: 'error',
      from: { path: '^bots/([^/]+)/' },
      to: { path: '^bots/[^/]+/', pathNot: '^bots/$1/' },
    },
    {
      name: 'only the bots know wechaty',
      severity: 'error',
      from: { pathNot: ['^bots/(wechat|sandbox)/', 'node_modules'] },
      to: { path: 'node_modules/(wechaty|file-box)' },
    },
    {
      name: 'one file knows the Lark SDK',
      severity: 'error',
      from: { pathNot: ['^bots/lark/open-gateway\\.ts$', 'node_modules'] },
      to: { path: 'node_modules/@larksuiteoapi' },
    },
    {
      name: 'only wire knows all',
      severity: 'error',
      from: { path: ours, pathNot: ['^src/(main|wire)\\.ts$', '^src/cli/'] },
      to: { path: ['^src/(main|wire)\\.ts$', '^src/cli/'] },
    },
    {
      name: 'the product never leans on its tests',
      severity: 'error',
      from: { path: ours },
      to: { path: '^tests/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
}
