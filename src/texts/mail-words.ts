/** What the mail adapter says: to readers, and to the operator. */
export const mailWords = {
  /** Shown on locked screens: nothing of what the letter says. */
  subject: '邻里：您有一条新消息',
  notAnswering: '邮件服务器没有应答：请检查网络、MAIL_HOST 和 MAIL_PORT',
  notSecure: '与邮件服务器的加密连接建立不了：请检查 MAIL_SECURITY 和服务器的证书',
  notAllowed: '邮件服务器不接受我们登录：请检查 MAIL_USER 和 MAIL_PASSWORD',
  senderRefused: '邮件服务器不接受我们的发件地址：请检查 MAIL_FROM',
} as const
