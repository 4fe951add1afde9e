/** Said to staff of more time, and of what an interim answer promised. */
export type ExtensionNotice<Brief> =
  | {
      readonly kind: 'extensionAsked'
      readonly brief: Brief
      readonly days: number | null
      readonly reason: string
      /** Absent in old letters. */
      readonly dueAt?: Date
    }
  | {
      readonly kind: 'extensionApproved'
      readonly brief: Brief
      readonly days: number
      readonly dueAt: Date
    }
  | {
      readonly kind: 'extensionRefused'
      readonly brief: Brief
      readonly reason: string
      readonly dueAt: Date
    }
  | { readonly kind: 'interimDue'; readonly brief: Brief; readonly text: string }
  | { readonly kind: 'interimOverdue'; readonly brief: Brief; readonly untilAt: Date }
