import type { StreetFault } from '../../src/domain/street/street-fault.ts'

/** `org_units.csv 第7行 parent：没有编码为 QS-XX 的单位` */
export function sayFault({ file, line, column, message }: StreetFault): string {
  const counted = file === 'grids.geojson' ? '个图形' : '行'
  const where = [file, line && `第${line}${counted}`, column].filter(Boolean).join(' ')
  return `${where}：${message.replace(/(?<=第\d+)行/, counted)}`
}
