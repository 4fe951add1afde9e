import { defineConfig } from 'vitest/config'

/** Tests that need PostgreSQL: only they wait for it to start. */
const withDatabase = ['tests/db/**/*.test.ts', 'tests/**/*.postgres.test.ts']

export default defineConfig({
  test: {
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          name: 'house',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', ...withDatabase],
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
    ],
  },
})
