import { notToLearn } from '../../../domain/console/may-ask-identity.ts'
import { revealIdentity } from '../../../flows/reveal-identity.ts'
import { bookFor } from '../../../flows/understand.ts'
import { say } from '../../../texts/say.ts'
import { ConsolePage } from '../shell.tsx'
import type { PetitionVisit } from '../visit.ts'
import { keyOf } from './acts/do.tsx'
import { formSent, typedIn } from './acts/said.ts'

interface Asked {
  readonly visit: PetitionVisit
  readonly reason: string
  readonly fault: string
}

/** Asks for the reason, or says why nobody of this office learns it. */
export async function askWho(visit: PetitionVisit): Promise<Response> {
  const { c, petition, staff, desk } = visit
  const why = notToLearn(staff, petition, await bookFor(petition, desk))
  const { number } = petition
  if (why === null) return c.html(<WhoForm visit={visit} reason="" fault="" />)
  const words = say({ kind: 'identityRefused', number, why })
  return c.html(<WhoPage visit={visit} words={words} />, 403)
}

/** Tells it once, on this page alone: the look is written down before. */
export async function tellWho(visit: PetitionVisit): Promise<Response> {
  const { c, petition, staff, desk } = visit
  const typed = typedIn(await formSent(c))
  const [nonce = '', reason = ''] = [typed.nonce?.[0], typed.reason?.[0]]
  if (!/^[\w-]{8,64}$/.test(nonce))
    return c.html(
      <WhoForm visit={visit} reason={reason} fault="页面放得太久了，请再提交一次" />,
      422,
    )
  const told = await revealIdentity(
    { petition, by: staff, reason, key: keyOfLook(visit, nonce) },
    await bookFor(petition, desk),
    desk,
  )
  if (told.kind === 'identityRefused' && told.why === 'reasonMissing')
    return c.html(<WhoForm visit={visit} reason={reason} fault="请写明理由，至少4个字" />, 422)
  const status = told.kind === 'identity' ? 200 : 403
  return c.html(<WhoPage visit={visit} words={say(told)} />, status)
}

const again = 10 * 60_000

/** A press that comes twice is one look; the same form sent later, or about somebody else by now, is another. */
const keyOfLook = (visit: PetitionVisit, nonce: string): string =>
  [
    keyOf(visit, nonce),
    visit.petition.reporter.person,
    Math.floor(visit.now.getTime() / again),
  ].join('/')

const path = ({ petition }: PetitionVisit) => `/console/petitions/${petition.number}`

const WhoForm = ({ visit, reason, fault }: Asked) => (
  <ConsolePage visit={visit} title="查看反映人" area="work">
    <form class="act card" method="post" action={`${path(visit)}/identity`}>
      <h1>查看{visit.petition.number}号反映人</h1>
      <p class="hint">谁在什么时候、为什么看，都会记下，反映人可以查到。结果只显示一次。</p>
      <input type="hidden" name="nonce" value={visit.desk.newId()} />
      <div class="field">
        <label for="who-reason">为什么要知道是谁</label>
        <textarea
          id="who-reason"
          name="reason"
          rows={3}
          aria-describedby="who-fault"
          aria-required="true"
          {...(fault && { 'aria-invalid': 'true' as const })}
        >
          {reason}
        </textarea>
        <span class="fault" id="who-fault">
          {fault}
        </span>
      </div>
      <p class="buttons">
        <a class="button quiet" href={path(visit)}>
          不看了
        </a>
        <button class="button" type="submit">
          记下理由并查看
        </button>
      </p>
    </form>
  </ConsolePage>
)

const WhoPage = ({ visit, words }: { readonly visit: PetitionVisit; readonly words: string }) => (
  <ConsolePage visit={visit} title="反映人" area="work">
    <section class="card who">
      <h1>{visit.petition.number}号反映人</h1>
      <p>{words}</p>
      <p>
        <a class="button" href={path(visit)}>
          回到诉求
        </a>
      </p>
    </section>
  </ConsolePage>
)
