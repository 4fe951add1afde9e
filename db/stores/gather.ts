interface Call<Item, Answer> {
  readonly items: readonly Item[]
  readonly resolve: (answers: Answer[]) => void
  readonly reject: (fault: unknown) => void
}

/**
 * Makes few large writes of many small ones: what is asked for while a batch is under way goes together into the next.
 * Nobody waits for company. A call is never split; when a batch fails, each of its calls is tried alone, so that none
 * suffers for another's fault.
 */
export function gather<Item, Answer>(
  write: (items: readonly Item[]) => Promise<readonly Answer[]>,
  { most, writers }: { readonly most: number; readonly writers: number },
): (items: readonly Item[]) => Promise<Answer[]> {
  const queue: Call<Item, Answer>[] = []
  let writing = 0

  function pump() {
    while (writing < writers && queue.length > 0) {
      writing++
      void serve(nextBatch(queue, most)).finally(() => {
        writing--
        pump()
      })
    }
  }

  async function serve(calls: readonly Call<Item, Answer>[]): Promise<void> {
    try {
      const answers = await write(calls.flatMap(({ items }) => items))
      let from = 0
      for (const { items, resolve } of calls) {
        resolve(answers.slice(from, from + items.length))
        from += items.length
      }
    } catch (fault) {
      if (calls.length > 1) for (const call of calls) await serve([call])
      else calls[0]?.reject(fault)
    }
  }

  return (items) =>
    new Promise((resolve, reject) => {
      if (items.length === 0) return resolve([])
      queue.push({ items, resolve, reject })
      setImmediate(pump)
    })
}

function nextBatch<Item, Answer>(queue: Call<Item, Answer>[], most: number) {
  let size = 0
  const end = queue.findIndex(({ items }, i) => {
    size += items.length
    return i > 0 && size > most
  })
  return queue.splice(0, end === -1 ? queue.length : end)
}
