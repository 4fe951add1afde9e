import { anyOf } from './sayings.ts'
import type { Aboutness } from './topics-of.ts'

const pointing = anyOf({
  thing:
    /^(?:我们?)?(?:家|这|那)?(?:里|边)?的?(?:那|这)(?:个|些)?(?:东西|玩意儿?|事儿?|问题|毛病|情况)/,
  it: /^(?:它|这个|那个)(?:又|还|也|都|怎么|咋|不|没|坏|老)/,
  asBefore: /^(?:怎么)?(?:还是|又是|还|又)(?:是)?(?:那样|这样|老问题|老毛病|老样子|那个问题)/,
})

/** Points at something without naming it (`那玩意儿又坏了`): only the speaker knows what is meant. */
export const isVague = (text: string, about: Aboutness): boolean =>
  pointing.test(text) && about.things.size === 0
