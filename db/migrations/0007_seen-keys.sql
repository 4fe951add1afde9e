CREATE TABLE "seen_key" (
	"tenant_id" text NOT NULL,
	"hash" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "seen_key_tenant_id_hash_pk" PRIMARY KEY("tenant_id","hash")
);
--> statement-breakpoint
CREATE INDEX "seen_key_until" ON "seen_key" USING btree ("tenant_id","until");