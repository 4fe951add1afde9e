CREATE TABLE "proposal" (
	"tenant_id" text NOT NULL,
	"key" text NOT NULL,
	"number" integer NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "proposal_tenant_id_key_pk" PRIMARY KEY("tenant_id","key"),
	CONSTRAINT "proposal_number" UNIQUE("tenant_id","number")
);
