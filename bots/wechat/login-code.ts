import { renderUnicodeCompact } from 'uqr'
import { wechatWords } from '../../src/texts/wechat-words.ts'

/** A login code for a terminal, dark or light: small enough for 80 columns, with what to do. The code is a secret for minutes. */
export const loginCode = (code: string): string =>
  `${wechatWords.scan}\n${renderUnicodeCompact(code, { border: 2, ecc: 'L' })}\n`
