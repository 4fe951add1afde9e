/** What came of something that may be refused. A refusal is a value; we throw only for faults of our own. */
export type Result<Value, Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem }

export const ok = <Value>(value: Value) => ({ ok: true, value }) as const
export const no = <Problem>(problem: Problem) => ({ ok: false, problem }) as const
