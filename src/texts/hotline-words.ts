/** What the hotline adapter says to the operator. */
export const hotlineWords = {
  notAnswering: '热线平台没有应答：请检查网络和 HOTLINE_URL',
  notAllowed: '热线平台不接受我们的签名：请与平台核对 HOTLINE_SOURCE 和 HOTLINE_SECRET',
} as const
