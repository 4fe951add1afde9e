import { type SheetName, sheetNames, sheets } from '../../../domain/street/sheets/sheet.ts'
import type { StreetFault } from '../../../domain/street/street-fault.ts'
import { placeKindWords, staffRoleWords, unitKindWords } from '../../../texts/sheets/code-words.ts'
import { sheetWords } from '../../../texts/sheets/sheet-words.ts'

/** A fault as the console words it: tables, columns and codes by their Chinese names. */
export interface SaidFault {
  readonly where: string
  readonly column: string
  readonly message: string
}

export function sayFault({ file, line, column, message }: StreetFault): SaidFault {
  const sheet = sheetOf(file)
  const title = sheet ? sheetWords[sheet].title : file
  const words = (sheet && column && sheetWords[sheet].columns[column]) || undefined
  const counted = sheet === 'shapes' ? '个图形' : '行'
  return {
    where: line === null ? title : `${title} 第${line}${counted}`,
    column: words?.title ?? column ?? '',
    message: plain(message.replace(/(?<=第\d+)行/, counted), { ...codes, ...words?.words }),
  }
}

/** The table a fault is about; undefined where it is about the file that was uploaded. */
const sheetOf = (file: string): SheetName | undefined =>
  sheetNames.find((name) => name === file || sheets[name].file === file)

const codes: Readonly<Record<string, string>> = {
  ...unitKindWords,
  ...placeKindWords,
  ...staffRoleWords,
}

const plain = (message: string, words: Readonly<Record<string, string>>): string =>
  message
    .replace(/[a-z_]+\.(?:csv|yaml)/g, (file) => {
      const sheet = sheetOf(file)
      return sheet ? `“${sheetWords[sheet].title}”表` : file
    })
    .replace(/(?<![\w-])[A-Za-z_]+(?![\w-])/g, (code) =>
      Object.hasOwn(words, code) ? (words[code] ?? code) : code,
    )
