ALTER TABLE "webhook" DROP CONSTRAINT "webhook_state";--> statement-breakpoint
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_state" CHECK ("webhook"."state" in ('on', 'paused', 'given_up', 'off'));