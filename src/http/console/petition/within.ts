import type { Within } from '../../petitions/evidence.tsx'

/** Files are asked for by the petition they belong to: who may see it is checked there. */
export const within = (number: number): Within => ({
  media: `/console/petitions/${number}/media`,
  petitions: '/console/petitions',
})
