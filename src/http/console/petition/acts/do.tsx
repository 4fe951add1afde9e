import { lookOf } from '../../../../domain/console/look.ts'
import { type Action, actions } from '../../../../domain/petition/actions.ts'
import { whether } from '../../../../domain/petition/may-do.ts'
import type { Petition } from '../../../../domain/petition/petition.ts'
import type { Refusal } from '../../../../domain/petition/refusal.ts'
import { actOnce } from '../../../../flows/act-once.ts'
import { partAgain } from '../../../../flows/merge-petitions.ts'
import { takePhotos } from '../../../../flows/take-photos.ts'
import { bookFor } from '../../../../flows/understand.ts'
import { refusedWords } from '../../../../texts/cards/press-words.ts'
import { eventLabels } from '../../../../texts/timeline.ts'
import { decidedAlready } from '../../decided-already.ts'
import type { PetitionVisit } from '../../visit.ts'
import { type DeskFile, deskFile } from '../file.ts'
import { PetitionPage } from '../page.tsx'
import { type ActForm, ActFormView } from './act-form.tsx'
import { commandOf } from './command-of.ts'
import { fieldsOf } from './fields.ts'
import {
  type Faults,
  faultsIn,
  formSent,
  photoFaults,
  photosIn,
  type Typed,
  typedIn,
} from './said.ts'

/** The form of one thing to do; `?alone`: without the page around it, for a dialog. */
export async function askHow(visit: PetitionVisit): Promise<Response> {
  const action = actionOf(visit)
  const file = action && (await deskFile(visit))
  if (!action || !file) return visit.c.notFound()
  const may = whether(action, file.petition, readerOf(visit), file.now, file.book)
  const form = formOf(action, file, visit, {}, {}, may.ok ? '' : refusedWords[may.problem.kind])
  return answer(visit, file, form, may.ok ? 200 : 409)
}

/** Does it, or says what is lacking with what was typed; double presses do it once. */
export async function doIt(visit: PetitionVisit): Promise<Response> {
  const action = actionOf(visit)
  const file = action && (await deskFile(visit))
  if (!action || !file) return visit.c.notFound()
  return sent(action, file, await formSent(visit.c), visit)
}

async function sent(
  action: Action,
  file: DeskFile,
  form: FormData,
  visit: PetitionVisit,
): Promise<Response> {
  const typed = typedIn(form)
  const again = (faults: Faults, fault: string, status: 409 | 422) =>
    answer(visit, file, formOf(action, file, visit, typed, faults, fault), status)
  const [nonce = '', version = ''] = [typed.nonce?.[0], typed.version?.[0]]
  if (!/^[\w-]{8,64}$/.test(nonce) || !/^\d{1,9}$/.test(version))
    return again({}, '页面放得太久了，请再提交一次', 422)
  const shown = await photosIn(form)
  const faults = faultsIn(fieldsOf(action, file), typed)
  if ('fault' in shown || Object.keys(faults).length > 0)
    return again({ ...faults, ...('fault' in shown && { photos: shown.fault }) }, '', 422)
  const { desk, petition } = visit
  const taken = await takePhotos(shown.photos, desk)
  if (!taken.ok) return again({ photos: photoFaults[taken.problem.because] }, '', 422)
  const command = commandOf(action, typed, taken.value, petition, file.book)
  if (!command.ok) return again({}, refusedWords[command.problem.kind], 422)
  const [first, ...then] = command.value
  const by = readerOf(visit)
  const press = { petition, by, key: keyOf(visit, nonce), version: Number(version) }
  const cause = { kind: 'press', key: press.key } as const
  const acted =
    action === 'unmerge'
      ? await partAgain(press, desk)
      : await actOnce({ ...press, petition: petition.id, command: first, then, cause }, desk)
  if (acted.ok) return goOn(action, visit)
  return refused(action, typed, acted.problem, Number(version), visit)
}

/** Where the petition moved on meanwhile, with the page as it is now; in the queue where it went out of their sight. */
async function refused(
  action: Action,
  typed: Typed,
  problem: Refusal,
  version: number,
  visit: PetitionVisit,
): Promise<Response> {
  const petition = await visit.desk.petitions.find(visit.petition.id)
  const isStale = petition !== undefined && petition.version !== version
  const now = await deskFile({ ...visit, petition: petition ?? visit.petition })
  if (!now) return visit.c.redirect(`/console?gone=${action}&number=${visit.petition.number}`, 303)
  const last = now.view.task.history.at(-1)
  const news = `刚刚有新情况${last ? `（${eventLabels[last.kind]}）` : ''}，请看过再提交；您写的还在。`
  const already = await decidedAlready(action, now.petition, visit)
  const fault = already ?? (isStale ? news : refusedWords[problem.kind])
  const form = formOf(action, now, visit, typed, {}, fault)
  return answer(visit, now, form, isStale ? 409 : 422)
}

async function goOn(action: Action, visit: PetitionVisit): Promise<Response> {
  const to = await backTo(visit)
  const which = to === '/console' ? `&number=${visit.petition.number}` : ''
  return visit.c.redirect(`${to}?done=${action}${which}`, 303)
}

/** The petition's page, for who may still see it. */
async function backTo({ petition, staff, desk }: PetitionVisit): Promise<string> {
  const now: Petition = (await desk.petitions.find(petition.id)) ?? petition
  const look = lookOf(now, staff, await bookFor(now, desk))
  return look === 'none' ? '/console' : `/console/petitions/${petition.number}`
}

/** Of one press of one person. */
export const keyOf = ({ petition, staff }: PetitionVisit, nonce: string): string =>
  `console/${petition.id}/${staff.id}/${nonce}`

const actionOf = ({ c }: PetitionVisit): Action | undefined =>
  actions.find((one) => one === c.req.param('action'))

const readerOf = ({ staff }: PetitionVisit) => ({ kind: 'person', id: staff.id, staff }) as const

const formOf = (
  action: Action,
  file: DeskFile,
  { desk, staff }: PetitionVisit,
  typed: Typed,
  faults: Faults,
  fault: string,
): ActForm => ({
  by: staff.id,
  ...{ action, typed, faults, fault, fields: fieldsOf(action, file), nonce: desk.newId() },
  ...{ number: file.petition.number, version: file.petition.version },
})

function answer(
  visit: PetitionVisit,
  file: DeskFile,
  form: ActForm,
  status: 200 | 409 | 422,
): Response | Promise<Response> {
  const view = <ActFormView form={form} />
  if (visit.c.req.query('alone') !== undefined && status === 200) return visit.c.html(view)
  return visit.c.html(
    <PetitionPage visit={visit} file={file}>
      {view}
    </PetitionPage>,
    status,
  )
}
