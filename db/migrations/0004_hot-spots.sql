CREATE TABLE "hot_spot" (
	"tenant_id" text NOT NULL,
	"burst" text NOT NULL,
	"grid" text NOT NULL,
	"level" integer NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "hot_spot_tenant_id_burst_pk" PRIMARY KEY("tenant_id","burst")
);
--> statement-breakpoint
CREATE INDEX "hot_spot_last" ON "hot_spot" USING btree ("tenant_id","last_at");