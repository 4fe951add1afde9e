import { lookOf } from '../../../domain/console/look.ts'
import type { Petition } from '../../../domain/petition/petition.ts'
import { mergeInto } from '../../../flows/merge-petitions.ts'
import { bookFor } from '../../../flows/understand.ts'
import { refusedWords } from '../../../texts/cards/press-words.ts'
import { masked } from '../../petitions/masks.ts'
import { ConsolePage } from '../shell.tsx'
import type { PetitionVisit } from '../visit.ts'
import { Once } from './acts/act-form.tsx'
import { keyOf } from './acts/do.tsx'
import { formSent, typedIn } from './acts/said.ts'
import { type DeskFile, deskFile } from './file.ts'

/** Asks which petition it is the same as. */
export async function askInto(visit: PetitionVisit): Promise<Response> {
  const file = await deskFile(visit)
  if (!file) return visit.c.notFound()
  return visit.c.html(<MergeForm visit={visit} file={file} number="" fault="" />)
}

/** Merges it into the petition whose number was chosen or typed, which must be one that they may see whole. */
export async function merge(visit: PetitionVisit): Promise<Response> {
  const { c, desk, staff } = visit
  const typed = typedIn(await formSent(c))
  const [nonce = '', version = ''] = [typed.nonce?.[0], typed.version?.[0]]
  const number = (typed.number?.[0] ?? '').trim() || (typed.chosen?.[0] ?? '')
  const again = async (fault: string, status: 409 | 422) => {
    const petition = (await desk.petitions.find(visit.petition.id)) ?? visit.petition
    const file = await deskFile({ ...visit, petition })
    if (!file) return c.redirect('/console', 303)
    return c.html(<MergeForm visit={visit} file={file} number={number} fault={fault} />, status)
  }
  if (!/^[\w-]{8,64}$/.test(nonce) || !/^\d{1,9}$/.test(version))
    return again('页面放得太久了，请再提交一次', 422)
  const other = await seenWhole(number, visit)
  if (!other) return again('请选一件，或填一个您能看到的编号', 422)
  const by = { kind: 'person', id: staff.id, staff } as const
  const said = { petition: visit.petition, by, key: keyOf(visit, nonce), version: Number(version) }
  const done = await mergeInto(other, said, desk)
  if (done.ok) return c.redirect(`/console/petitions/${other.number}?done=merge`, 303)
  const now = (await desk.petitions.find(visit.petition.id)) ?? visit.petition
  return now.version !== Number(version)
    ? again('刚刚有新情况，请看过再提交', 409)
    : again(`${refusedWords[done.problem.kind]}。紧急的、保密的、已结束的各办各的，不能合并`, 422)
}

async function seenWhole(
  number: string,
  { desk, staff, petition }: PetitionVisit,
): Promise<Petition | null> {
  const isNumber = /^\d{1,9}$/.test(number) && Number(number) !== petition.number
  const other = isNumber ? await desk.petitions.findByNumber(Number(number)) : undefined
  return other && lookOf(other, staff, await bookFor(other, desk)) === 'full' ? other : null
}

const MergeForm = ({
  visit,
  file: { petition, alike },
  number,
  fault,
}: {
  readonly visit: PetitionVisit
  readonly file: DeskFile
  readonly number: string
  readonly fault: string
}) => (
  <ConsolePage visit={visit} title="并入另一件" area="work">
    <form class="act card" method="post" action={`/console/petitions/${petition.number}/merge`}>
      <h1>{petition.number}号并入哪一件</h1>
      <p class="hint">
        {petition.number}
        号的反映人、原话和照片都归到那一件，由那一件的承办人一起办；不对可以分出来。
      </p>
      <p class="fault" role="alert">
        {fault}
      </p>
      <Once version={petition.version} nonce={visit.desk.newId()} />
      {alike.length > 0 && (
        <fieldset class="field">
          <legend>可能是同一件事</legend>
          <ul class="choices">
            {alike.map((one) => (
              <li>
                <label>
                  <input
                    type="radio"
                    name="chosen"
                    value={`${one.petition.number}`}
                    checked={number === `${one.petition.number}`}
                  />
                  {one.petition.number}号 {masked(one.petition.summary)}（{one.because}）
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      <div class="field">
        <label for="merge-number">{alike.length > 0 ? '或者填编号' : '编号'}</label>
        <input
          id="merge-number"
          name="number"
          type="text"
          inputmode="numeric"
          value={alike.some((one) => `${one.petition.number}` === number) ? '' : number}
        />
      </div>
      <p class="buttons">
        <a class="button quiet" href={`/console/petitions/${petition.number}`}>
          取消
        </a>
        <button class="button" type="submit">
          并入
        </button>
      </p>
    </form>
  </ConsolePage>
)
