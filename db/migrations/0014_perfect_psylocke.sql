CREATE TABLE "session" (
	"tenant_id" text NOT NULL,
	"id" text NOT NULL,
	"hash" text NOT NULL,
	"person_id" text NOT NULL,
	"client" text NOT NULL,
	"began_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "session_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "session_hash" UNIQUE("tenant_id","hash")
);
--> statement-breakpoint
CREATE TABLE "sign_in_link" (
	"tenant_id" text NOT NULL,
	"person_id" text NOT NULL,
	"hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sign_in_link_tenant_id_person_id_pk" PRIMARY KEY("tenant_id","person_id"),
	CONSTRAINT "sign_in_link_hash" UNIQUE("tenant_id","hash")
);
--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("tenant_id","person_id");