CREATE TABLE "backup" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"bytes" bigint NOT NULL,
	"rows" bigint NOT NULL,
	"sha256" text NOT NULL,
	"verified_at" timestamp (3) with time zone,
	CONSTRAINT "backup_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"secret" text NOT NULL,
	"person_id" text NOT NULL,
	"unit" text NOT NULL,
	"made_by" text,
	"made_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"cursor" text,
	"try_at" timestamp (3) with time zone NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"told" bigint DEFAULT 0 NOT NULL,
	"told_at" timestamp (3) with time zone,
	"why" text,
	CONSTRAINT "webhook_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "webhook_state" CHECK ("webhook"."state" in ('on', 'given_up', 'off'))
);
--> statement-breakpoint
ALTER TABLE "petition_event" ADD COLUMN "recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
UPDATE "petition_event" SET "recorded_at" = least(now(), ("body" ->> 'at')::timestamptz);--> statement-breakpoint
CREATE INDEX "petition_event_recorded" ON "petition_event" USING btree ("tenant_id","recorded_at","petition_id","version","seq");