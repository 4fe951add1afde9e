/** Why there are no words. Never with what was said, nor with a secret. */
export type AsrFault = 'timeout' | 'unreachable' | 'refused' | 'broken' | 'nonsense' | 'failed'

/** What one try comes to: whatever was said, or why not. */
export type Tried =
  | { readonly ok: true; readonly said: string }
  | { readonly ok: false; readonly fault: AsrFault; readonly status?: number }
