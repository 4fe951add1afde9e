/** One thing wrong with a street's files, said to the person who keeps them. */
export interface StreetFault {
  readonly file: string
  /** Counted from 1, as editors and Excel show it; null when it concerns the whole file. */
  readonly line: number | null
  readonly column: string | null
  /** A plain sentence without file, line and column. */
  readonly message: string
}

/** `org_units.csv 第7行 parent：没有编码为 QS-XX 的单位` */
export function sayFault({ file, line, column, message }: StreetFault): string {
  return `${[file, line && `第${line}行`, column].filter(Boolean).join(' ')}：${message}`
}
