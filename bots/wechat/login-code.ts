import { renderUnicodeCompact } from 'uqr'
import { wechatWords } from '../../src/texts/wechat-words.ts'

/** A login code for a dark terminal of 80 columns, and what to do with it. The code is a secret for some minutes. */
export const loginCode = (code: string): string =>
  `${wechatWords.scan}\n${renderUnicodeCompact(code, { border: 2, ecc: 'L' })}\n`
