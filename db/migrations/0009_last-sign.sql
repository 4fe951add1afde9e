CREATE TABLE "last_sign" (
	"tenant_id" text NOT NULL,
	"channel" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "last_sign_tenant_id_channel_pk" PRIMARY KEY("tenant_id","channel")
);
