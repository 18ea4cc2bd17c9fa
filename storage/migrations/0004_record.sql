CREATE TABLE "audit_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "uid" text;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "mac" text;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "flag" text;--> statement-breakpoint
ALTER TABLE "audit_heads" ADD COLUMN "mac" text;--> statement-breakpoint
ALTER TABLE "notebook_access" ADD COLUMN "role_before" text;--> statement-breakpoint
ALTER TABLE "notebook_access" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "notebook_access" ADD COLUMN "entered_at" bigint;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_uid" ON "audit" USING btree ("uid");--> statement-breakpoint
CREATE UNIQUE INDEX "notebook_access_email" ON "notebook_access" USING btree ("notebook","email");