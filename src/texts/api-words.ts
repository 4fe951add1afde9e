/** What the interface for programs adds to what it brings, for our own reader, and what it tells in Chinese. */
export const apiWords = {
  place: (where: string) => `地点：${where}`,
  callFirst: '有人身危险请立即拨打110、119、120。',
} as const
