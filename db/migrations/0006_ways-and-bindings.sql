CREATE TABLE "binding_code" (
	"tenant_id" text NOT NULL,
	"person_id" text NOT NULL,
	"hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_by" text,
	CONSTRAINT "binding_code_tenant_id_person_id_pk" PRIMARY KEY("tenant_id","person_id"),
	CONSTRAINT "binding_code_hash" UNIQUE("tenant_id","hash")
);
--> statement-breakpoint
CREATE TABLE "binding_miss" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"account" text NOT NULL,
	"missed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "binding_miss_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "person_merge" (
	"tenant_id" text NOT NULL,
	"person_id" text NOT NULL,
	"merged_into" text NOT NULL,
	"merged_at" timestamp (3) with time zone NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "person_merge_tenant_id_person_id_pk" PRIMARY KEY("tenant_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "room_alias" DROP CONSTRAINT "room_alias_room";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "set_out" jsonb;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "doubt" jsonb;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "closed" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "merged_into" text;--> statement-breakpoint
ALTER TABLE "person_alias" ADD COLUMN "bound_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "binding_miss_time" ON "binding_miss" USING btree ("tenant_id","missed_at");--> statement-breakpoint
CREATE INDEX "outbox_given_up" ON "outbox" USING btree ("tenant_id","send_at","id") WHERE state = 'given_up';--> statement-breakpoint
CREATE INDEX "outbox_doubtful" ON "outbox" USING btree ("tenant_id","id") WHERE doubt is not null;--> statement-breakpoint
CREATE INDEX "person_alias_person" ON "person_alias" USING btree ("tenant_id","person_id");--> statement-breakpoint
ALTER TABLE "room_alias" ADD CONSTRAINT "room_alias_room" UNIQUE("tenant_id","room","channel");