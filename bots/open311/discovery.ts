import type { Open311Settings } from './settings.ts'
import type { Value } from './xml.ts'

/** When this door last changed what it says. */
const changedAt = '2026-11-22T00:00:00+08:00'

/** Where we are and what we speak, as the Open311 service discovery has it. */
export const discovery = ({ jurisdiction }: Open311Settings, origin: string): Value => ({
  changeset: changedAt,
  contact: '',
  key_service: '',
  endpoints: [
    {
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url: `${origin}/open311/v2`,
      jurisdiction_id: jurisdiction,
      changeset: changedAt,
      type: 'production',
      formats: ['application/json', 'text/xml'],
    },
  ],
})
