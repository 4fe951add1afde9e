/** What the WeCom adapter says to the operator. */
export const wecomWords = {
  notAnswering: '企业微信接口没有应答：请检查网络',
  notAllowed:
    '企业微信不接受本应用：请检查 WECOM_CORP_ID、WECOM_AGENT_ID、WECOM_SECRET，以及管理后台里本应用的“企业可信IP”',
} as const
