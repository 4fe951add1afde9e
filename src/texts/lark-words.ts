/** What the Lark adapter itself says: to who presses a button, and to the operator. */
export const larkWords = {
  pressTaken: '处理中，请稍候',
  pressFailed: '没有办成，请稍后再按一次，或直接回复文字',
  notConnected: '飞书长连接没有连上：请检查网络，并确认飞书后台的订阅方式是“使用长连接接收事件”',
  notAllowed: '飞书不接受本应用：请检查 LARK_APP_ID、LARK_APP_SECRET，以及权限是否已随新版本发布',
  notAnswering: '飞书接口没有应答：请检查网络',
} as const
