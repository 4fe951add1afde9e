import { writeFileSync } from 'node:fs'
import { packedSounds } from './pinyin/packed.ts'

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
