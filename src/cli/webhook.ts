import { webhookPoster } from '../post-webhook.ts'
import { inOffice } from './operator/in-office.ts'
import { webhook, webhookUsage } from './operator/webhook.ts'

await inOffice(webhookUsage, (desk, { webhooks }, { webhooksInside }) => {
  const post = webhookPoster(webhooksInside, () => new Date())
  return webhook(process.argv.slice(2), { ...desk, webhooks }, post)
})
