import { expect, test } from 'vitest'
import { lookOf } from '../../src/domain/console/look.ts'
import { petitions, wideBook } from './street.ts'

const street = ['S042', 'S043', 'S044']
const ofXingfu = ['S001', 'S002', ...street]
const ofHebin = ['S003', 'S004', ...street]
const gridOfTheMatter = ['S010']

/** Who sees how much, said by hand: what the matrix of routes reckons with. */
test.each<[number, string, string[], string[]]>([
  [2001, 'waits for a place', ofXingfu, gridOfTheMatter],
  [2002, 'went to its grid', [...ofXingfu, 'S010'], []],
  [2003, 'is in the hands of the company', [...ofXingfu, 'S061'], gridOfTheMatter],
  [2004, 'was resolved by the company', [...ofXingfu, 'S061'], gridOfTheMatter],
  [2005, 'was closed', [...ofXingfu, 'S061'], gridOfTheMatter],
  [2006, 'was taken back', ofXingfu, gridOfTheMatter],
  [2007, 'is confidential: the grid does not know of it', [...ofXingfu, 'S061'], []],
  [2008, 'is of the other community', [...ofHebin, 'S015'], []],
  [2009, 'is a quarrel before the community', ofXingfu, []],
  [2010, 'is a quarrel before the mediators', [...ofXingfu, 'S070'], []],
  [2011, 'complains about somebody, before the other community', ofHebin, []],
  [2012, 'was reported by a household head', [...ofXingfu, 'S027'], gridOfTheMatter],
  [2013, 'a head is asked to look at', [...ofXingfu, 'S061'], [...gridOfTheMatter, 'S027']],
])('%i %s', (number, _, full, outline) => {
  const petition = petitions.find((one) => one.number === number)
  if (!petition) throw new Error(`no ${number}`)
  const whoSees = (much: string) =>
    wideBook.staff.filter((staff) => lookOf(petition, staff, wideBook) === much).map(({ id }) => id)
  expect(whoSees('full').sort()).toEqual([...full].sort())
  expect(whoSees('outline')).toEqual(outline)
})
