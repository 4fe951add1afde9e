import { masked as withoutNumbers } from '../../domain/intake/mask.ts'

/** What people say names doors; behind the scenes nobody needs them. */
const doors: readonly (readonly [pattern: RegExp, instead: string])[] = [
  // 5-2-301刘, 5-301王阿姨: the door and the name after it
  [/(?<!\d)([A-Z]?\d{1,2})((?:-\d){0,1})-\d{3,4}(?:室|号)?\p{Script=Han}{0,3}/gu, '$1$2-***'],
  // 5栋2单元301室, 16号楼4单元502
  [/((?:栋|幢|座|号楼|单元)\s*)\d{3,4}(?!\d)(?:室|号)?/g, '$1***'],
]

/** A text without doors, and without numbers of phones, identity cards and bank cards. */
export const masked = (text: string): string =>
  doors.reduce((kept, [pattern, instead]) => kept.replace(pattern, instead), withoutNumbers(text))
