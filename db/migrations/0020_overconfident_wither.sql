CREATE TABLE "errand" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"asker" text NOT NULL,
	"head" text,
	"desk" text NOT NULL,
	"due_at" timestamp (3) with time zone,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "errand_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "errand_number" UNIQUE("tenant_id","number")
);
--> statement-breakpoint
CREATE INDEX "errand_due" ON "errand" USING btree ("tenant_id","due_at") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "errand_asked" ON "errand" USING btree ("tenant_id","asked_at");--> statement-breakpoint
CREATE INDEX "errand_asker" ON "errand" USING btree ("tenant_id","asker");