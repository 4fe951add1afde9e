CREATE TABLE "card" (
	"tenant_id" text NOT NULL,
	"channel" text NOT NULL,
	"message" text NOT NULL,
	"chat" text NOT NULL,
	"petition_id" text NOT NULL,
	"kind" text NOT NULL,
	"account" text NOT NULL,
	"version" integer NOT NULL,
	"state" text DEFAULT 'standing' NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "card_tenant_id_channel_message_pk" PRIMARY KEY("tenant_id","channel","message"),
	CONSTRAINT "card_kind" CHECK ("card"."kind" in ('task', 'rating')),
	CONSTRAINT "card_state" CHECK ("card"."state" in ('standing', 'replaced', 'retired'))
);
--> statement-breakpoint
CREATE INDEX "card_account" ON "card" USING btree ("tenant_id","petition_id","account");--> statement-breakpoint
CREATE INDEX "card_due" ON "card" USING btree ("tenant_id","channel","due_at") WHERE state <> 'retired';