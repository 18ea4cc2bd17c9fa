CREATE TABLE "notebook_stars" (
	"user_id" text NOT NULL,
	"notebook" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "notebook_stars_user_id_notebook_pk" PRIMARY KEY("user_id","notebook")
);
--> statement-breakpoint
ALTER TABLE "notebooks" ADD COLUMN "picture" jsonb;--> statement-breakpoint
ALTER TABLE "notebook_stars" ADD CONSTRAINT "notebook_stars_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notebook_stars" ADD CONSTRAINT "notebook_stars_notebook_notebooks_id_fk" FOREIGN KEY ("notebook") REFERENCES "public"."notebooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notebook_stars_notebook" ON "notebook_stars" USING btree ("notebook");