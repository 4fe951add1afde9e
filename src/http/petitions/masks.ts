/** What people say names doors, phones and identity cards; behind the scenes nobody needs them whole. */
const masks: readonly (readonly [pattern: RegExp, instead: string])[] = [
  // identity card
  [/(?<!\d)(\d{6})\d{8}(\d{3}[\dXx])(?!\d)/g, '$1********$2'],
  // mobile phone
  [/(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g, '$1****$2'],
  // 5-2-301刘, 5-301王阿姨: the door and the name after it
  [/(?<!\d)([A-Z]?\d{1,2})((?:-\d){0,1})-\d{3,4}(?:室|号)?\p{Script=Han}{0,3}/gu, '$1$2-***'],
  // 5栋2单元301室, 16号楼4单元502
  [/((?:栋|幢|座|号楼|单元)\s*)\d{3,4}(?!\d)(?:室|号)?/g, '$1***'],
]

/** A text without doors, phone and identity numbers. */
export const masked = (text: string): string =>
  masks.reduce((kept, [pattern, instead]) => kept.replace(pattern, instead), text)
