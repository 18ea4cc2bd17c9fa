CREATE TABLE "publication_proposals" (
	"notebook" text NOT NULL,
	"digest" text NOT NULL,
	"lab" text NOT NULL,
	"wanted" jsonb NOT NULL,
	"by" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "publication_proposals_notebook_digest_pk" PRIMARY KEY("notebook","digest")
);
--> statement-breakpoint
CREATE TABLE "release_asks" (
	"notebook" text NOT NULL,
	"cell" text NOT NULL,
	"lab" text NOT NULL,
	"by" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "release_asks_notebook_cell_lab_pk" PRIMARY KEY("notebook","cell","lab")
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"notebook" text NOT NULL,
	"cell" text NOT NULL,
	"lab" text NOT NULL,
	"key" text NOT NULL,
	"way" text NOT NULL,
	"source_set" text DEFAULT '' NOT NULL,
	"released" boolean NOT NULL,
	"by" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "releases_notebook_cell_lab_key_way_source_set_pk" PRIMARY KEY("notebook","cell","lab","key","way","source_set")
);
--> statement-breakpoint
ALTER TABLE "datasets" ADD COLUMN "person_column" text;--> statement-breakpoint
ALTER TABLE "publication_agreements" ADD COLUMN "proposal" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "publication_proposals" ADD CONSTRAINT "publication_proposals_notebook_notebooks_id_fk" FOREIGN KEY ("notebook") REFERENCES "public"."notebooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_asks" ADD CONSTRAINT "release_asks_notebook_notebooks_id_fk" FOREIGN KEY ("notebook") REFERENCES "public"."notebooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_notebook_notebooks_id_fk" FOREIGN KEY ("notebook") REFERENCES "public"."notebooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "release_asks_lab" ON "release_asks" USING btree ("lab");