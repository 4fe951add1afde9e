import type { Category } from '../../src/domain/street/rulebook.ts'
import { open311Words } from '../../src/texts/open311-words.ts'
import type { Value } from './xml.ts'

/** Our level-2 categories are the services. */
export const serviceOf = ({ code, level1, level2 }: Category): Value => ({
  service_code: code,
  service_name: level2,
  description: `${level1}·${level2}`,
  metadata: true,
  type: 'realtime',
  keywords: '',
  group: level1,
})

/** What may be said of a request besides its description: attributes by their codes. */
export const attributeCodes = ['place_detail', 'since', 'confidential'] as const

const { attributes, yes, no } = open311Words

/** What can be asked about a service: the same for all of them. */
export const definitionOf = ({ code }: Category): Value => ({
  service_code: code,
  attributes: attributeCodes.map((attribute, i) => ({
    variable: true,
    code: attribute,
    datatype: attribute === 'confidential' ? 'singlevaluelist' : 'string',
    required: false,
    datatype_description: '',
    order: i + 1,
    description: attributes[attribute],
    ...(attribute === 'confidential' && {
      values: [
        { key: 'yes', name: yes },
        { key: 'no', name: no },
      ],
    }),
  })),
})
