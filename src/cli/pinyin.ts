import { writeFileSync } from 'node:fs'
import { helpIfAsked } from './help.ts'
import { packedSounds } from './pinyin/packed.ts'

helpIfAsked(
  'npm run pinyin   重新生成读音表 src/domain/intake/pinyin-table.ts，会覆盖它 [makes the table of sounds anew]',
)
const file = new URL('../domain/intake/pinyin-table.ts', import.meta.url)

writeFileSync(
  file,
  `/** Made by \`npm run pinyin\` from the package pinyin-pro: a fuzzy syllable and the characters that may sound so. */
export const packedSounds = \`
${packedSounds()}
\`
`,
)
console.log(`${file.pathname} written`)
