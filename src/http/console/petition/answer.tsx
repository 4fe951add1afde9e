import { type Wanted, wantedOf } from '../../../domain/console/own-view.ts'
import { masked } from '../../../domain/intake/mask.ts'
import type { Command } from '../../../domain/petition/command.ts'
import { actOnce } from '../../../flows/act-once.ts'
import { refusedWords } from '../../../texts/cards/press-words.ts'
import type { PetitionVisit } from '../visit.ts'
import { keyOf } from './acts/do.tsx'
import { formSent, typedIn } from './acts/said.ts'
import { OwnPage, ownOf } from './own-page.tsx'

const longest = 200

/** Takes what somebody who brought a petition, or was asked to look, says by a button of its page; pressed twice once. */
export async function answerOwn(visit: PetitionVisit): Promise<Response> {
  const { c, staff, petition, desk } = visit
  const typed = typedIn(await formSent(c))
  const said = (name: string) => (typed[name]?.[0] ?? '').trim()
  const command = commandOf(said('to'), said('says'), masked(said('words')).slice(0, longest))
  if (!command || !/^[\w-]{8,64}$/.test(said('nonce')))
    return refused(visit, '页面放得太久了，请再按一次', 422)
  const by = { kind: 'person', id: staff.id, staff } as const
  const cause = { kind: 'press', key: keyOf(visit, said('nonce')) } as const
  const done = await actOnce({ petition: petition.id, command, by, cause }, desk)
  if (!done.ok) return refused(visit, refusedWords[done.problem.kind], 409)
  const now = (await desk.petitions.find(petition.id)) ?? petition
  const isLast = wantedOf(now, staff.id).length === 0
  return c.redirect(isLast ? '/console' : `/console/petitions/${petition.number}`, 303)
}

/** undefined: no button of ours says that. */
function commandOf(to: string, says: string, words: string): Command | undefined {
  const wanted = (['consent', 'rate', 'look'] as const satisfies readonly Wanted[]).find(
    (one) => one === to,
  )
  const isYes = says === 'yes'
  if (wanted === 'consent' && (isYes || says === 'no'))
    return { kind: 'consent', given: isYes, text: isYes ? '同意' : '不同意' }
  if (wanted === 'look' && (isYes || says === 'no'))
    return {
      kind: 'followUp',
      step: { kind: 'check', fixed: isYes, words: words || (isYes ? '办好了' : '没办好') },
    }
  const rating = wanted === 'rate' && Object.hasOwn(ratings, says) ? ratings[says] : undefined
  return rating && { kind: 'rate', rating: { ...rating, reason: words || null } }
}

const ratings: Readonly<
  Record<string, { readonly solved: boolean; readonly score: 1 | 2 | 3 | 4 | 5 | null }>
> = {
  satisfied: { solved: true, score: 5 },
  fair: { solved: true, score: 3 },
  unhappy: { solved: true, score: 1 },
  unsolved: { solved: false, score: null },
}

async function refused(visit: PetitionVisit, fault: string, status: 409 | 422): Promise<Response> {
  const petition = (await visit.desk.petitions.find(visit.petition.id)) ?? visit.petition
  const now = { ...visit, petition }
  const own = await ownOf(now)
  if (!own) return visit.c.redirect('/console', 303)
  return visit.c.html(<OwnPage visit={now} own={own} fault={fault} />, status)
}
