CREATE TABLE "seen_early" (
	"tenant_id" text NOT NULL,
	"channel" text NOT NULL,
	"message" text NOT NULL,
	"account" text NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "seen_early_tenant_id_channel_message_account_pk" PRIMARY KEY("tenant_id","channel","message","account")
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "message" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "seen_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "outbox_message" ON "outbox" USING btree ("tenant_id","message") WHERE message is not null;