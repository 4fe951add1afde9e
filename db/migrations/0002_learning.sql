CREATE TABLE "correction" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"petition_id" text NOT NULL,
	"field" text NOT NULL,
	"was" text NOT NULL,
	"becomes" text NOT NULL,
	"words" text NOT NULL,
	"person_id" text NOT NULL,
	"corrected_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "correction_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "correction_field" CHECK ("correction"."field" in ('category', 'place', 'handler', 'petition'))
);
--> statement-breakpoint
CREATE TABLE "model_in_force" (
	"tenant_id" text NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "model_in_force_tenant_id_pk" PRIMARY KEY("tenant_id")
);
--> statement-breakpoint
CREATE TABLE "model_version" (
	"tenant_id" text NOT NULL,
	"version" integer NOT NULL,
	"origin" text NOT NULL,
	"hash" text NOT NULL,
	"corpus" text NOT NULL,
	"taxonomy" text NOT NULL,
	"corrections" integer NOT NULL,
	"figures" jsonb NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "model_version_tenant_id_version_pk" PRIMARY KEY("tenant_id","version"),
	CONSTRAINT "model_version_origin" CHECK ("model_version"."origin" in ('retrained', 'adopted'))
);
