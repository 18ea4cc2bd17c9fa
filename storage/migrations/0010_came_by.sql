CREATE TABLE "came_by" (
	"access" text NOT NULL,
	"link" text NOT NULL,
	"lab" text NOT NULL,
	CONSTRAINT "came_by_access_link_pk" PRIMARY KEY("access","link")
);
--> statement-breakpoint
ALTER TABLE "came_by" ADD CONSTRAINT "came_by_access_notebook_access_id_fk" FOREIGN KEY ("access") REFERENCES "public"."notebook_access"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "came_by" ADD CONSTRAINT "came_by_link_links_id_fk" FOREIGN KEY ("link") REFERENCES "public"."links"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "came_by_link" ON "came_by" USING btree ("link");--> statement-breakpoint
INSERT INTO "came_by" ("access", "link", "lab") SELECT a."id", a."link", a."lab" FROM "notebook_access" a JOIN "links" k ON k."id" = a."link";