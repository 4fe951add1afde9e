import { expect, test } from 'vitest'
import { ownsUp } from '../../../src/domain/intake/owned-up.ts'

test('who says that a smell or smoke was his own cooking takes the danger out of it', () => {
  for (const text of [
    '不好意思是我在厨房炖臭鱼 开窗了',
    '我家泡菜坛子没盖好 腌的坛子打了',
    '锅烧干了 已经关火',
    '是我家 不是煤气 大家放心',
  ])
    expect.soft(ownsUp(text), text).toBe(true)
})

test('who cannot stop it, or does not know, has owned up to nothing', () => {
  for (const text of [
    '是我家厨房着火了 炖的汤烧起来 快来',
    '锅烧穿了 火还没关 我在外面',
    '不知道是哪家的煤气',
    '我家也闻到了',
  ])
    expect.soft(ownsUp(text), text).toBe(false)
})
