CREATE TABLE "finding" (
	"tenant_id" text NOT NULL,
	"media_id" text NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "finding_tenant_id_media_id_pk" PRIMARY KEY("tenant_id","media_id")
);
--> statement-breakpoint
ALTER TABLE "inbox" ADD COLUMN "listen_until" timestamp (3) with time zone;