CREATE TABLE "gap" (
	"tenant_id" text NOT NULL,
	"channel" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "gap_tenant_id_channel_from_at_pk" PRIMARY KEY("tenant_id","channel","from_at")
);
--> statement-breakpoint
CREATE TABLE "newcomer" (
	"tenant_id" text NOT NULL,
	"room" text NOT NULL,
	"person_id" text NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"greeted_at" timestamp (3) with time zone,
	CONSTRAINT "newcomer_tenant_id_room_person_id_pk" PRIMARY KEY("tenant_id","room","person_id")
);
--> statement-breakpoint
CREATE TABLE "room_hour" (
	"tenant_id" text NOT NULL,
	"channel" text NOT NULL,
	"platform_room" text NOT NULL,
	"hour_at" timestamp (3) with time zone NOT NULL,
	"messages" integer NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "room_hour_tenant_id_channel_platform_room_hour_at_pk" PRIMARY KEY("tenant_id","channel","platform_room","hour_at")
);
--> statement-breakpoint
CREATE TABLE "seen_room" (
	"tenant_id" text NOT NULL,
	"channel" text NOT NULL,
	"platform_room" text NOT NULL,
	"topic" text NOT NULL,
	"lost_at" timestamp (3) with time zone,
	CONSTRAINT "seen_room_tenant_id_channel_platform_room_pk" PRIMARY KEY("tenant_id","channel","platform_room")
);
--> statement-breakpoint
CREATE INDEX "newcomer_waiting" ON "newcomer" USING btree ("tenant_id","room","joined_at") WHERE greeted_at is null;--> statement-breakpoint
CREATE INDEX "room_hour_time" ON "room_hour" USING btree ("tenant_id","hour_at");