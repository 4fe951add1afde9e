DROP INDEX "petition_undecided";--> statement-breakpoint
CREATE INDEX "petition_undecided" ON "petition" USING btree ("tenant_id") WHERE (status in ('dispatched', 'handling') and (body -> 'extensionAsked' is not null
    or body -> 'helpAsked' is not null or jsonb_path_exists(body, '$.joint.parts[*] ? (@.state == "open" && exists(@.sentBack))')));