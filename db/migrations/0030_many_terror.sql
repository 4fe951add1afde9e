DROP INDEX "outbox_petition";--> statement-breakpoint
CREATE INDEX "petition_near" ON "petition" USING btree ("tenant_id","place","building","registered_at") WHERE status in ('received', 'dispatched', 'handling');--> statement-breakpoint
CREATE INDEX "outbox_petition" ON "outbox" USING btree ("tenant_id","petition_id","id");