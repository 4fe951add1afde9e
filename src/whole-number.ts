import { z } from 'zod'

/** A setting that is a whole number within bounds. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .trim()
    .refine((text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: ({ input }) =>
        `应为 ${least} 到 ${most} 的整数，现为“${input}” [a whole number from ${least} to ${most}, not "${input}"]`,
    })
    .transform(Number)
