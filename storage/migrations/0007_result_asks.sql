CREATE TABLE "result_asks" (
	"notebook" text NOT NULL,
	"dataset" text NOT NULL,
	"by" text NOT NULL,
	"lab" text NOT NULL,
	"at" bigint NOT NULL,
	"refused" boolean DEFAULT false NOT NULL,
	CONSTRAINT "result_asks_notebook_dataset_by_pk" PRIMARY KEY("notebook","dataset","by")
);
--> statement-breakpoint
ALTER TABLE "result_asks" ADD CONSTRAINT "result_asks_notebook_notebooks_id_fk" FOREIGN KEY ("notebook") REFERENCES "public"."notebooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_asks" ADD CONSTRAINT "result_asks_dataset_datasets_id_fk" FOREIGN KEY ("dataset") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_asks" ADD CONSTRAINT "result_asks_by_users_id_fk" FOREIGN KEY ("by") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "result_asks_dataset" ON "result_asks" USING btree ("dataset");