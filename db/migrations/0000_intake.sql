CREATE TABLE "inbox" (
	"tenant_id" text NOT NULL,
	"channel" text NOT NULL,
	"message_id" text NOT NULL,
	"id" text NOT NULL,
	"conversation" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"outcome" text,
	"petition_id" text,
	"fault" text,
	"body" jsonb NOT NULL,
	CONSTRAINT "inbox_tenant_id_channel_message_id_pk" PRIMARY KEY("tenant_id","channel","message_id"),
	CONSTRAINT "inbox_state" CHECK ("inbox"."state" in ('waiting', 'read', 'set_aside'))
);
--> statement-breakpoint
CREATE TABLE "last_heard" (
	"tenant_id" text NOT NULL,
	"channel" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "last_heard_tenant_id_channel_pk" PRIMARY KEY("tenant_id","channel")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"reader" text NOT NULL,
	"petition_id" text,
	"state" text DEFAULT 'pending' NOT NULL,
	"send_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease_by" text,
	"sent_at" timestamp (3) with time zone,
	"why" text,
	"body" jsonb NOT NULL,
	CONSTRAINT "outbox_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "outbox_state" CHECK ("outbox"."state" in ('pending', 'leased', 'sent', 'given_up'))
);
--> statement-breakpoint
CREATE TABLE "question" (
	"tenant_id" text NOT NULL,
	"conversation" text NOT NULL,
	"person_id" text NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "question_tenant_id_conversation_person_id_pk" PRIMARY KEY("tenant_id","conversation","person_id")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"is_staff" boolean DEFAULT false NOT NULL,
	"channel" text,
	"account" text,
	CONSTRAINT "person_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "person_alias" (
	"tenant_id" text NOT NULL,
	"channel" text NOT NULL,
	"account" text NOT NULL,
	"person_id" text NOT NULL,
	CONSTRAINT "person_alias_tenant_id_channel_account_pk" PRIMARY KEY("tenant_id","channel","account")
);
--> statement-breakpoint
CREATE TABLE "person_room" (
	"tenant_id" text NOT NULL,
	"person_id" text NOT NULL,
	"room" text NOT NULL,
	"alias" text NOT NULL,
	CONSTRAINT "person_room_tenant_id_person_id_room_pk" PRIMARY KEY("tenant_id","person_id","room")
);
--> statement-breakpoint
CREATE TABLE "room_alias" (
	"tenant_id" text NOT NULL,
	"channel" text NOT NULL,
	"platform_room" text NOT NULL,
	"room" text NOT NULL,
	CONSTRAINT "room_alias_tenant_id_channel_platform_room_pk" PRIMARY KEY("tenant_id","channel","platform_room"),
	CONSTRAINT "room_alias_room" UNIQUE("tenant_id","room")
);
--> statement-breakpoint
CREATE TABLE "rulebook" (
	"tenant_id" text NOT NULL,
	"version" integer NOT NULL,
	"saved_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "rulebook_tenant_id_version_pk" PRIMARY KEY("tenant_id","version")
);
--> statement-breakpoint
CREATE TABLE "counter" (
	"tenant_id" text NOT NULL,
	"name" text NOT NULL,
	"value" bigint NOT NULL,
	CONSTRAINT "counter_tenant_id_name_pk" PRIMARY KEY("tenant_id","name")
);
--> statement-breakpoint
CREATE TABLE "done_once" (
	"tenant_id" text NOT NULL,
	"key" text NOT NULL,
	"done_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "done_once_tenant_id_key_pk" PRIMARY KEY("tenant_id","key")
);
--> statement-breakpoint
CREATE TABLE "petition" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"grid" text,
	"to_code" text,
	"reporter" text NOT NULL,
	"registered_at" timestamp (3) with time zone NOT NULL,
	"resolve_due_at" timestamp (3) with time zone,
	"body" jsonb NOT NULL,
	CONSTRAINT "petition_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "petition_status" CHECK ("petition"."status" in ('received', 'dispatched', 'handling', 'resolved', 'closed', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "petition_event" (
	"tenant_id" text NOT NULL,
	"petition_id" text NOT NULL,
	"version" integer NOT NULL,
	"seq" integer NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "petition_event_tenant_id_petition_id_version_seq_pk" PRIMARY KEY("tenant_id","petition_id","version","seq")
);
--> statement-breakpoint
CREATE TABLE "petition_message" (
	"tenant_id" text NOT NULL,
	"message_id" text NOT NULL,
	"petition_id" text NOT NULL,
	CONSTRAINT "petition_message_tenant_id_message_id_petition_id_pk" PRIMARY KEY("tenant_id","message_id","petition_id")
);
--> statement-breakpoint
CREATE TABLE "petition_person" (
	"tenant_id" text NOT NULL,
	"person_id" text NOT NULL,
	"petition_id" text NOT NULL,
	CONSTRAINT "petition_person_tenant_id_person_id_petition_id_pk" PRIMARY KEY("tenant_id","person_id","petition_id")
);
--> statement-breakpoint
CREATE TABLE "timer" (
	"tenant_id" text NOT NULL,
	"petition_id" text NOT NULL,
	"key" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"fired_at" timestamp (3) with time zone,
	"command" jsonb NOT NULL,
	CONSTRAINT "timer_tenant_id_petition_id_key_pk" PRIMARY KEY("tenant_id","petition_id","key")
);
--> statement-breakpoint
CREATE INDEX "inbox_stretch" ON "inbox" USING btree ("tenant_id","conversation","id");--> statement-breakpoint
CREATE INDEX "inbox_waiting" ON "inbox" USING btree ("tenant_id","conversation","id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "inbox_chatter" ON "inbox" USING btree ("tenant_id","kept_at") WHERE state = 'read' and petition_id is null;--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("tenant_id","due_at") WHERE state in ('pending', 'leased');--> statement-breakpoint
CREATE INDEX "outbox_reader" ON "outbox" USING btree ("tenant_id","reader","state","send_at","id");--> statement-breakpoint
CREATE INDEX "outbox_petition" ON "outbox" USING btree ("tenant_id","petition_id");--> statement-breakpoint
CREATE UNIQUE INDEX "petition_number" ON "petition" USING btree ("tenant_id","number");--> statement-breakpoint
CREATE INDEX "petition_newest" ON "petition" USING btree ("tenant_id","registered_at" DESC NULLS FIRST,"number" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "petition_grid" ON "petition" USING btree ("tenant_id","grid","registered_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "petition_in_hand" ON "petition" USING btree ("tenant_id","to_code") WHERE status in ('dispatched', 'handling');--> statement-breakpoint
CREATE INDEX "timer_due" ON "timer" USING btree ("tenant_id","due_at") WHERE fired_at is null;