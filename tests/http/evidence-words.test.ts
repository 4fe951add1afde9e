import { expect, test } from 'vitest'
import { evidenceWords, surenessWords } from '../../src/http/petitions/evidence-words.ts'

const said = ['二组的路灯坏了两盏', '晚上没人敢走']

test.each([
  ['category', '0101之说+ 没人+ 灯坏+ 人敢+ 住处&事态+ 敢走+ 长度5-', '听到“灯坏”“没人敢走”'],
  ['category', '0104之说+ 住处&说法+ 灯坏-', '整句话的意思'],
  ['category', '灯坏+ 在村里', '听到“灯坏”'],
  ['category', '险情：fire', '险情：火情'],
  ['category', '本人注明类别', '本人注明类别'],
  ['place', '二组', '听到“二组”'],
  ['place', '本群', '所在的群'],
  ['kind', '路灯照明', '按类别“路灯照明”'],
  ['urgency', '时限：standard', '按这一类的一般要求'],
  ['vulnerable', '没说', '没有提到'],
] as const)(
  'why a field was understood so, %s by %s, is told in plain words',
  (field, because, told) => {
    expect(evidenceWords({ field, because }, said)).toBe(told)
  },
)

test('how sure we are is said in words', () => {
  expect([1, 0.85, 0.7, 0.5].map(surenessWords)).toEqual(['很大', '很大', '较大', '不大'])
})
