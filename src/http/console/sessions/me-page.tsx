import type { Session } from '../../../flows/ports/sessions.ts'
import { momentText } from '../../times.ts'
import { isLarge } from '../cookie.ts'
import { ConsolePage, officeText } from '../shell.tsx'
import type { Visit } from '../visit.ts'

/** Who one is, and where one is signed in. */
export const MePage = ({
  visit,
  sessions,
}: {
  readonly visit: Visit
  readonly sessions: readonly Session[]
}) => (
  <ConsolePage visit={visit} title="我" area={null}>
    <h1>{visit.staff.name}</h1>
    <p class="lead">{officeText(visit.staff, visit.book)}</p>
    <section class="card">
      <h2>字号</h2>
      <form method="post" action="/console/me/large">
        <button class="button quiet" type="submit">
          {isLarge(visit.c) ? '恢复普通字号' : '用大字显示'}
        </button>
      </form>
      <p class="lead">只改这台设备。</p>
    </section>
    <section class="card">
      <h2>已登录的设备</h2>
      <ul class="sessions">
        {sessions.map(({ id, client, seenAt }) => (
          <li>
            <p>
              {clientText(client)}
              {id === visit.session.id && <b>（这台）</b>}
              <small>最近使用 {momentText(seenAt)}</small>
            </p>
            <form method="post" action={`/console/me/sessions/${id}/end`}>
              <button class="button quiet" type="submit">
                退出
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  </ConsolePage>
)

const apps: readonly [RegExp, string][] = [
  [/MicroMessenger/i, '微信'],
  [/Lark|Feishu/i, '飞书'],
  [/Edg\//, 'Edge'],
  [/Chrome\//, 'Chrome'],
  [/Firefox\//, 'Firefox'],
  [/Safari\//, 'Safari'],
]
const machines: readonly [RegExp, string][] = [
  [/iPhone|iPad/, '苹果手机或平板'],
  [/HarmonyOS|OpenHarmony/i, '鸿蒙手机'],
  [/Android/, '安卓手机'],
  [/Windows/, 'Windows 电脑'],
  [/Macintosh/, '苹果电脑'],
  [/Linux/, 'Linux 电脑'],
]

/** 安卓手机上的微信 */
export const clientText = (client: string): string => {
  const [app, machine] = [apps, machines].map((all) => all.find(([sign]) => sign.test(client))?.[1])
  return app && machine ? `${machine}上的${app}` : (app ?? machine ?? '未知设备')
}
