CREATE TABLE "guest_results" (
	"access" text,
	"link" text,
	"dataset" text NOT NULL,
	"lab" text NOT NULL,
	"granted_by" text NOT NULL,
	"granted_at" bigint NOT NULL,
	CONSTRAINT "guest_results_one" CHECK (("guest_results"."access" is null) <> ("guest_results"."link" is null))
);
--> statement-breakpoint
ALTER TABLE "guest_results" ADD CONSTRAINT "guest_results_access_notebook_access_id_fk" FOREIGN KEY ("access") REFERENCES "public"."notebook_access"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_results" ADD CONSTRAINT "guest_results_link_links_id_fk" FOREIGN KEY ("link") REFERENCES "public"."links"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_results" ADD CONSTRAINT "guest_results_dataset_datasets_id_fk" FOREIGN KEY ("dataset") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "guest_results_access" ON "guest_results" USING btree ("access","dataset");--> statement-breakpoint
CREATE UNIQUE INDEX "guest_results_link" ON "guest_results" USING btree ("link","dataset");--> statement-breakpoint
CREATE INDEX "guest_results_dataset" ON "guest_results" USING btree ("dataset");