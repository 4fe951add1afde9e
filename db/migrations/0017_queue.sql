-- One statement, for each of these alone would write the whole table anew.
ALTER TABLE "petition"
  ADD COLUMN "written_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
  ADD COLUMN "kind" text GENERATED ALWAYS AS (body ->> 'kind') STORED,
  ADD COLUMN "desk" text GENERATED ALWAYS AS ((body -> 'to' ->> 'kind') || '/' || (body -> 'to' ->> 'code')) STORED,
  ADD COLUMN "handler" text GENERATED ALWAYS AS (case status when 'handling' then body ->> 'handler' end) STORED,
  ADD COLUMN "room" text GENERATED ALWAYS AS (body -> 'reporter' ->> 'room') STORED,
  ADD COLUMN "category" text GENERATED ALWAYS AS (body ->> 'category') STORED,
  ADD COLUMN "urgency" text GENERATED ALWAYS AS (body ->> 'urgency') STORED,
  ADD COLUMN "confidential" boolean GENERATED ALWAYS AS (body -> 'confidential' = 'true'::jsonb) STORED,
  ADD COLUMN "place" text GENERATED ALWAYS AS (body -> 'place' ->> 'name') STORED,
  ADD COLUMN "building" text GENERATED ALWAYS AS (body -> 'place' ->> 'building') STORED,
  ADD COLUMN "returns" integer GENERATED ALWAYS AS ((body ->> 'returns')::integer) STORED,
  ADD COLUMN "supporters" integer GENERATED ALWAYS AS (jsonb_array_length(body -> 'supporters')) STORED,
  ADD COLUMN "parts" jsonb GENERATED ALWAYS AS (case when status in ('dispatched', 'handling') then nullif(jsonb_path_query_array(
    body, '$.joint.parts[*] ? (@.state != "released").to'), '[]'::jsonb) end) STORED,
  ADD COLUMN "open_parts" jsonb GENERATED ALWAYS AS (case when status in ('dispatched', 'handling') then nullif(jsonb_path_query_array(
    body, '$.joint.parts[*] ? (@.state == "open").to'), '[]'::jsonb) end) STORED,
  ADD COLUMN "due_first" text GENERATED ALWAYS AS (case status when 'dispatched' then body ->> 'acceptDueAt' when 'handling' then body ->> 'resolveDueAt'
        else body ->> 'registeredAt' end) STORED;--> statement-breakpoint
CREATE INDEX "petition_live" ON "petition" USING btree ("tenant_id","status") WHERE status in ('received', 'dispatched', 'handling', 'resolved');--> statement-breakpoint
CREATE INDEX "petition_written" ON "petition" USING btree ("tenant_id","written_at");--> statement-breakpoint
CREATE INDEX "petition_desk" ON "petition" USING btree ("tenant_id","desk");--> statement-breakpoint
CREATE INDEX "petition_handler" ON "petition" USING btree ("tenant_id","handler") WHERE handler is not null;--> statement-breakpoint
CREATE INDEX "petition_room" ON "petition" USING btree ("tenant_id","room") WHERE grid is null;--> statement-breakpoint
CREATE INDEX "petition_parts" ON "petition" USING btree ("tenant_id") WHERE parts is not null;--> statement-breakpoint
CREATE INDEX "petition_words" ON "petition" USING gin ((string_to_array(
  regexp_replace(regexp_replace((body ->> 'summary') || ' ' || (body ->> 'words'), '[^一-鿿]+', ' ', 'g'), '(.)(.)', '\1\2 ', 'g') || ' ' ||
  regexp_replace(substr(regexp_replace((body ->> 'summary') || ' ' || (body ->> 'words'), '[^一-鿿]+', ' ', 'g'), 2), '(.)(.)', '\1\2 ', 'g'), ' ')));
