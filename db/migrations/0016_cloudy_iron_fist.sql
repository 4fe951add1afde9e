CREATE TABLE "api_token" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"person_id" text NOT NULL,
	"unit" text NOT NULL,
	"power" text NOT NULL,
	"made_by" text,
	"made_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_token_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "api_token_hash" UNIQUE("tenant_id","hash"),
	CONSTRAINT "api_token_power" CHECK ("api_token"."power" in ('read', 'act'))
);
