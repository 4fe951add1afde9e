CREATE TABLE "amendment" (
	"tenant_id" text NOT NULL,
	"version" integer NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" jsonb NOT NULL,
	"draft_id" text,
	"changes" jsonb NOT NULL,
	CONSTRAINT "amendment_tenant_id_version_pk" PRIMARY KEY("tenant_id","version"),
	CONSTRAINT "amendment_draft" UNIQUE("tenant_id","draft_id")
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	"by" jsonb NOT NULL,
	"changes" jsonb NOT NULL,
	CONSTRAINT "draft_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
