/** What the SMS adapter says to the operator. */
export const smsWords = {
  notAnswering: '短信网关没有应答：请检查网络和 SMS_URL',
  notAllowed: '短信网关不接受我们（签名、账户或余额）：请检查 SMS_ACCOUNT、SMS_SECRET 和账户余额',
  dayIsFull: '今天的短信条数已用完，其余的明天发：可调整 SMS_PARTS_A_DAY',
} as const
