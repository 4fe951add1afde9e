import { joinWords } from '../../../domain/heads/neighbour.ts'
import { type Joined, joinedTo, splitBefore, splitOne } from '../../../flows/split-off.ts'
import { refusedWords } from '../../../texts/cards/press-words.ts'
import { masked } from '../../petitions/masks.ts'
import { momentText } from '../../times.ts'
import { ConsolePage } from '../shell.tsx'
import type { PetitionVisit } from '../visit.ts'
import { Once } from './acts/act-form.tsx'
import { keyOf } from './acts/do.tsx'
import { formSent, typedIn } from './acts/said.ts'

const longest = 30

interface Asked {
  readonly chosen: string
  readonly summary: string
  readonly fault: string
}

/** Asks who is to be split off, and what theirs is about. */
export const askWhom = (visit: PetitionVisit): Promise<Response> =>
  asked(visit, { chosen: '', summary: '', fault: '' }, 200)

async function asked(
  visit: PetitionVisit,
  form: Asked,
  status: 200 | 409 | 422,
): Promise<Response> {
  const joined = await joinedTo(visit.petition, readerOf(visit), visit.desk)
  const answer = joined.length === 0 ? 409 : status
  return visit.c.html(<SplitForm visit={visit} joined={joined} {...form} />, answer)
}

/** Splits one off; by what place they stand in the list is as the petition was when it was seen. */
export async function split(visit: PetitionVisit): Promise<Response> {
  const { c, desk } = visit
  const typed = typedIn(await formSent(c))
  const [nonce = '', version = ''] = [typed.nonce?.[0], typed.version?.[0]]
  const chosen = typed.chosen?.[0] ?? ''
  const summary = (typed.summary?.[0] ?? '').trim()
  const again = async (fault: string, status: 409 | 422) => {
    const petition = (await desk.petitions.find(visit.petition.id)) ?? visit.petition
    return asked({ ...visit, petition }, { chosen, summary, fault }, status)
  }
  if (!/^[\w-]{8,64}$/.test(nonce) || !/^\d{1,9}$/.test(version))
    return again('页面放得太久了，请再提交一次', 422)
  const by = readerOf(visit)
  const key = keyOf(visit, nonce)
  if (visit.petition.version !== Number(version)) {
    const before = await splitBefore({ petition: visit.petition, by, key }, desk)
    if (before.ok) return c.redirect(`/console/petitions/${visit.petition.number}`, 303)
    return again('刚刚有新情况，请看过再提交', 409)
  }
  const joined = await joinedTo(visit.petition, by, desk)
  const one = /^\d{1,4}$/.test(chosen) ? joined[Number(chosen)] : undefined
  if (!one) return again('请选要分出的一户', 422)
  if (!one.merged && (summary === '' || [...summary].length > longest))
    return again(`请用一句话写明这一户的事，${longest}个字以内`, 422)
  const done = await splitOne(one, { petition: visit.petition, by, key, summary }, desk)
  if (done.ok) return c.redirect(`/console/petitions/${done.value.number}?done=split`, 303)
  return again(refusedWords[done.problem.kind], done.problem.kind === 'notNow' ? 409 : 422)
}

const readerOf = ({ staff }: PetitionVisit) => ({ kind: 'person', id: staff.id, staff }) as const

const SplitForm = ({
  visit: { petition, desk, ...visit },
  joined,
  chosen,
  summary,
  fault,
}: Asked & { readonly visit: PetitionVisit; readonly joined: readonly Joined[] }) => (
  <ConsolePage visit={{ ...visit, desk }} title="分出一户" area="work">
    <form class="act card" method="post" action={`/console/petitions/${petition.number}/split`}>
      <h1>从{petition.number}号分出一户</h1>
      <p class="hint">
        {joined.length === 0
          ? '没有可以分出的附议：没有人附议，或者不由您的岗位来分。保密的不能分。'
          : '附议错了、其实是另一件事的，分出来单独办：这一户退出本件，另立一号，本人（户长代附议的是户长）会收到新编号。'}
      </p>
      <p class="fault" role="alert">
        {fault}
      </p>
      {joined.length > 0 && (
        <>
          <Once version={petition.version} nonce={desk.newId()} />
          <fieldset class="field">
            <legend>分出哪一户</legend>
            <ul class="choices">
              {joined.map((one, i) => (
                <li>
                  <label>
                    <input
                      type="radio"
                      name="chosen"
                      value={`${i}`}
                      checked={chosen === `${i}`}
                      required
                    />
                    <span>{toldOf(one, i)}</span>
                  </label>
                </li>
              ))}
            </ul>
          </fieldset>
          <div class="field">
            <label for="split-summary">这一户反映的是什么事</label>
            <input
              id="split-summary"
              name="summary"
              type="text"
              maxlength={longest}
              value={summary}
              aria-describedby="split-hint"
            />
            <small id="split-hint">
              一句话，不写姓名和电话。类别、地点先照本件的，分出后可以更正。原来有编号的不用写。
            </small>
          </div>
        </>
      )}
      <p class="buttons">
        <a class="button quiet" href={`/console/petitions/${petition.number}`}>
          {joined.length > 0 ? '取消' : '回到诉求'}
        </a>
        {joined.length > 0 && (
          <button class="button" type="submit">
            确认分出
          </button>
        )}
      </p>
    </form>
  </ConsolePage>
)

/** By what they said, never by name. */
function toldOf({ petitioner, said, merged }: Joined, i: number): string {
  const [first] = said
  const who = petitioner.relayedFor === undefined ? '附议居民' : '户长代附议的邻居'
  if (merged) return `${who}${i + 1}：随${merged.number}号并入，分出后恢复${merged.number}号`
  if (!first) return `${who}${i + 1}：没有单独的原话`
  const words = said.map(({ text }) => joinWords(text, petitioner)).join('；')
  return `${who}${i + 1}（${momentText(first.sentAt)}）：${masked(words)}`
}
