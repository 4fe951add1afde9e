CREATE TABLE "erasure" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"erased_at" timestamp (3) with time zone NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "erasure_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "forgotten" (
	"tenant_id" text NOT NULL,
	"day" text NOT NULL,
	"record_class" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "forgotten_tenant_id_day_record_class_pk" PRIMARY KEY("tenant_id","day","record_class"),
	CONSTRAINT "forgotten_class" CHECK ("forgotten"."record_class" in ('chatter', 'inbox', 'media', 'letters', 'closedPetitions', 'reveals', 'accounts', 'people'))
);
--> statement-breakpoint
CREATE TABLE "identity_reveal" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"petition_id" text NOT NULL,
	"number" integer NOT NULL,
	"person_id" text NOT NULL,
	"revealed_by" text NOT NULL,
	"role" text NOT NULL,
	"reason" text NOT NULL,
	"revealed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "identity_reveal_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "person_said" (
	"tenant_id" text NOT NULL,
	"person_id" text NOT NULL,
	"name" text,
	"door" text,
	CONSTRAINT "person_said_tenant_id_person_id_pk" PRIMARY KEY("tenant_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "heard_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "erase_asked_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "identity_reveal_person" ON "identity_reveal" USING btree ("tenant_id","person_id");