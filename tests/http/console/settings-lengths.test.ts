import { expect, test } from 'vitest'
import { namesIn, shown } from '../../../src/http/console/settings/labels.ts'
import { aBook } from '../../support/builders.ts'

test.each([
  ['policies', 'accept', '4wh', '4个工作小时'],
  ['policies', 'resolve', '10m', '10分钟'],
  ['policies', 'remind', '0.5|0.8', '50%；80%'],
  [
    'policies',
    'escalate',
    '0m community_manager|1wd street_supervisor',
    '到点报社区书记；1个工作日后报街道督办员',
  ],
  ['manners', 'value', 'SZ 3wd|CG 2wd', 'SZ 3个工作日；CG 2个工作日'],
  ['manners', 'value', '09:00-12:00|13:30-17:30', '09:00-12:00|13:30-17:30'],
  ['staff', 'phone', '4wh', '4wh'],
] as const)('in the table %s, %s: %s is shown as %s', (sheet, column, cell, text) => {
  expect(shown(sheet, column, cell, namesIn(aBook())).text).toBe(text)
})
