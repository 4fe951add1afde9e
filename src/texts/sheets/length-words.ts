const units: Readonly<Record<string, string>> = {
  m: '分钟',
  h: '小时',
  wh: '个工作小时',
  d: '天',
  wd: '个工作日',
}

/**
 * Lengths and shares in a cell of rules as people read them: `4wh` as 4个工作小时, `0m 社区书记|1wd 街道督办员` as
 * 到点报社区书记；1个工作日后报街道督办员, `0.5|0.8` as 50%；80%. What is neither stays.
 */
export function lengthsInWords(cell: string): string {
  if (/^0\.\d+(?:\|0\.\d+)*$/.test(cell))
    return cell
      .split('|')
      .map((share) => `${Math.round(Number(share) * 100)}%`)
      .join('；')
  const parts = cell.split('|')
  const said = parts.map((part) =>
    part
      .replace(/^0m (?=\p{Script=Han})/u, '到点报')
      .replace(/^(\d+)(wh|wd|m|h|d) (?=\p{Script=Han})/u, (_, n, unit) => `${n}${units[unit]}后报`)
      .replace(/\b(\d+)(wh|wd|m|h|d)\b/g, (_, n, unit) => `${n}${units[unit]}`),
  )
  return said.some((part, i) => part !== parts[i]) ? said.join('；') : cell
}
