import { errandRoutes } from './errands/routes.tsx'
import { figureRoutes } from './figures/routes.tsx'
import { operationRoutes } from './operation/routes.tsx'
import { petitionRoutes } from './petition/routes.tsx'
import { queueRoutes } from './queue/routes.tsx'
import type { ConsoleRoute } from './route.ts'
import { sessionRoutes } from './sessions/routes.tsx'
import { settingsRoutes } from './settings/routes.tsx'

/** Everything that can be asked of the console. */
export const consoleRoutes: readonly ConsoleRoute[] = [
  ...sessionRoutes,
  ...queueRoutes,
  ...errandRoutes,
  ...figureRoutes,
  ...petitionRoutes,
  ...settingsRoutes,
  ...operationRoutes,
]
