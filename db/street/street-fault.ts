import type { StreetFault } from '../../src/domain/street/street-fault.ts'

/** `org_units.csv 第7行 parent：没有编码为 QS-XX 的单位` */
export function sayFault({ file, line, column, message }: StreetFault): string {
  return `${[file, line && `第${line}行`, column].filter(Boolean).join(' ')}：${message}`
}
