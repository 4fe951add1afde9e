/** What the WeChat adapter says to the operator. */
export const wechatWords = {
  scan: '请扫码登录：用这个账号的手机微信扫运行窗口里的二维码，扫完在手机上点确认',
  loggedOut: '微信账号没有登录：请等运行窗口出现二维码后扫码；一直不出现，请重启网关',
  linkDown: '连不上微信网关：请检查网关是否在运行，以及 WECHAT_ENDPOINT 和 WECHAT_TOKEN',
} as const
