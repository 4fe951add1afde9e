import type { WebhookState } from '../../../flows/ports/webhooks.ts'
import { mostBehind, type WebhookBacklog } from '../../api/webhook-backlogs.ts'

/** How many events wait to be told to programs, and to how many that are not told at present. */
export const WebhooksVital = ({ webhooks }: { readonly webhooks: readonly WebhookBacklog[] }) => {
  const count = (state: WebhookState) =>
    webhooks.filter(({ webhook }) => webhook.state === state).length
  const stopped = count('given_up')
  return (
    <div>
      <dt>待推送事件</dt>
      <dd>
        <b class={stopped > 0 ? 'late' : ''}>{behindText(webhooks)}</b>
        <small>
          推送中{count('on')}个，已暂停{count('paused')}个，送不到{stopped}个
        </small>
      </dd>
    </div>
  )
}

function behindText(webhooks: readonly WebhookBacklog[]): string {
  const sum = webhooks.reduce((all, { behind }) => all + behind, 0)
  return webhooks.some(({ behind }) => behind >= mostBehind) ? `${sum}以上` : `${sum}`
}
