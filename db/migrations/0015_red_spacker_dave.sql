CREATE TABLE "voice" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"due_at" timestamp (3) with time zone,
	"body" jsonb NOT NULL,
	CONSTRAINT "voice_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "voice_number" UNIQUE("tenant_id","number")
);
--> statement-breakpoint
CREATE INDEX "voice_open" ON "voice" USING btree ("tenant_id","id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "voice_due" ON "voice" USING btree ("tenant_id","due_at") WHERE due_at is not null;