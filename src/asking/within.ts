/** What the work answers, unless it takes longer than `ms`. */
export async function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate(ms)), ms).unref()
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

export class TooLate extends Error {
  override readonly name = 'TooLate'
  constructor(ms: number) {
    super(`no answer within ${ms} ms`)
  }
}
