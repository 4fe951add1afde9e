import type { Session } from '../../../flows/ports/sessions.ts'
import { momentText } from '../../times.ts'
import { clientText } from '../sessions/me-page.tsx'
import { ConsolePage, officeText } from '../shell.tsx'
import type { Visit } from '../visit.ts'

/** Who is signed in, in which browser; each can be ended. */
export const SessionsPage = ({
  visit,
  sessions,
}: {
  readonly visit: Visit
  readonly sessions: readonly Session[]
}) => (
  <ConsolePage visit={visit} title="登录情况" area="settings">
    <p class="back">
      <a href="/console/settings">‹ 设置</a>
    </p>
    <h1>登录情况</h1>
    <p class="lead">登录入口只由小助手私信给本人。手机丢了、人调走了，在这里把登录退掉。</p>
    <section class="card">
      <h2>{sessions.length} 处登录</h2>
      <ul class="sessions">
        {sessions.map(({ id, person, client, seenAt }) => {
          const staff = visit.book.staff.find((one) => one.id === person)
          return (
            <li>
              <p>
                <b>{staff?.name ?? person}</b>
                {id === visit.session.id && '（这台）'}
                <small>
                  {staff ? officeText(staff, visit.book) : '已不在名单里，登录无效'}，
                  {clientText(client)}，最近使用 {momentText(seenAt)}
                </small>
              </p>
              <form method="post" action={`/console/settings/sessions/${id}/end`}>
                <button class="button quiet" type="submit">
                  退掉<span class="hidden">{staff?.name}的登录</span>
                </button>
              </form>
            </li>
          )
        })}
      </ul>
    </section>
  </ConsolePage>
)
