/** Numbers of petitions start here: smaller ones are buildings, rooms and counts. */
const firstNumber = 1001
const longest = 600

const ways =
  /(?:#|编号|工单号?|诉求|单号|第|no\.?)\s*(\d{4,7})(?!\d)|(?<![\d.-])(\d{4,7})\s*(?:号(?!楼|线|院|店|门)|#|那(?:个|件|单)|这(?:个|件|单))|^\s*(?:@\S{1,20}\s+)?(\d{4,7})(?=[\s,，。:：]|$)/i
/** `撤回1001`, `1001不用了`: what is wanted of it stands beside the bare number. Doors of that size are told of otherwise. */
const besideOrders =
  /(?<=撤[回销掉了]|取消|催(?:办|一下|一催)?|签收|办结|退回|转派|查(?:一下|询)?|[把将])\s*(\d{4,7})(?![\d.\-栋幢座室房单元楼层弄门路户天块元年个次]|\s*(?:号?[楼院门店]|室|房))|(?<![\d.-])(\d{4,7})(?=\s*(?:签收|办结|退回|撤[回销]|催办|延期))|^\s*(?:@\S{1,20}\s+)?(\d{4,7})(?=不用|不要了|不需要|撤|取消|催|怎么样|咋样|办[结完到得好]|到哪|进[度展]|签收|退回|转[到给派]|延期|已经?[修处办解换]|修好|处理|解决|好了|算了|是\S{1,12}不是)/

/** The petition number said in a text (`1027号`, `#1027`, `撤回1027`, a text that begins with `1027`), and the text without it. */
export function saidNumber(text: string): {
  readonly number: number | null
  readonly rest: string
} {
  const said = text.slice(0, longest)
  const found = ways.exec(said) ?? besideOrders.exec(said)
  const number = Number(found?.slice(1).find((digits) => digits !== undefined) ?? 0)
  if (!found || number < firstNumber) return { number: null, rest: text }
  return { number, rest: text.replace(found[0], ' ') }
}
