import type { Desk } from '../../flows/ports.ts'

/** What the console needs beside what all flows need. */
export type ConsoleDesk = Desk
