/** Sees to it that of several processes only one does what must be done by one. */
export interface Leases {
  /** Waits until nobody else has it, then keeps it until released or until this process dies. null: `signal` ended the waiting. */
  acquire(name: string, holder: LeaseHolder, signal: AbortSignal): Promise<Lease | null>
}

export interface LeaseHolder {
  /** Somebody else has it: said once, while we wait. */
  waiting(): void
  /** It was ours and somebody else has it now, for a database that was away forgets who had what: said once. */
  lost(): void
}

export interface Lease {
  release(): Promise<void>
}
