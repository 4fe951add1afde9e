DROP INDEX "petition_live";--> statement-breakpoint
ALTER TABLE "petition" ADD COLUMN "crowded" boolean GENERATED ALWAYS AS (jsonb_path_exists(
    body, '$.supporters[*] ? (@.household != $.reporter.household && @.household != $second)',
    jsonb_set('{"second": null}', '{second}', coalesce(jsonb_path_query_first(
      body, '$.supporters[*] ? (@.household != $.reporter.household).household'), 'null')))) STORED;--> statement-breakpoint
CREATE INDEX "petition_live" ON "petition" USING btree ("tenant_id","status","grid","desk","kind","handler","room","returns","resolve_due_at","number","crowded","confidential","id") WHERE status in ('received', 'dispatched', 'handling', 'resolved');