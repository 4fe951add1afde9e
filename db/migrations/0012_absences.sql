CREATE TABLE "absence" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"from_day" text NOT NULL,
	"until_day" text NOT NULL,
	"deputy_id" text,
	"kept_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "absence_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE INDEX "absence_until" ON "absence" USING btree ("tenant_id","until_day");