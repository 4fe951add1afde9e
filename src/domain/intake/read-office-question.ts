/** Takes `超期`, `查一下超期清单`, `今天谁值班`; null for anything else. */
export function readOfficeQuestion(words: string): 'overdue' | 'duty' | null {
  const said = words.trim().replace(/[\s。.!！?？]+$/, '')
  if (overdue.test(said)) return 'overdue'
  return duty.test(said) ? 'duty' : null
}

const overdue =
  /^(?:请?(?:帮我)?(?:查|看|列|统计)(?:一?下|一看|看)?)?(?:现在|目前|今天|全部|所有|还)?(?:有)?(?:哪些|几件|多少件?)?(?:的)?(?:已经?)?(?:超期|逾期|超时)(?:了)?(?:的)?(?:清单|名单|情况|列表|诉求|任务|工单|件)?(?:有)?(?:哪些|几件|多少件?)?$/
const duty =
  /^(?:今[天日])?(?:是)?谁(?:在|来)?(?:值班|带班)$|^(?:今[天日])?(?:值班|带班)(?:的)?(?:领导|人员)?(?:是谁|有谁|表)?$/
