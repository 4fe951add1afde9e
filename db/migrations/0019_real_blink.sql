CREATE TABLE "job_run" (
	"tenant_id" text NOT NULL,
	"name" text NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL,
	"fault" text,
	CONSTRAINT "job_run_tenant_id_name_pk" PRIMARY KEY("tenant_id","name")
);
--> statement-breakpoint
CREATE INDEX "inbox_set_aside" ON "inbox" USING btree ("tenant_id","kept_at") WHERE state = 'set_aside';