CREATE TABLE "dataset_origins" (
	"dataset" text NOT NULL,
	"version" integer NOT NULL,
	"lab" text NOT NULL,
	"digest" text NOT NULL,
	"origin" text NOT NULL,
	"origin_lab" text NOT NULL,
	CONSTRAINT "dataset_origins_dataset_version_digest_origin_pk" PRIMARY KEY("dataset","version","digest","origin")
);
--> statement-breakpoint
CREATE TABLE "feature_views" (
	"dataset" text PRIMARY KEY NOT NULL,
	"lab" text NOT NULL,
	"notebook" text NOT NULL,
	"cell" text NOT NULL,
	"port" text NOT NULL,
	"entity" text NOT NULL,
	"entity_noun" text NOT NULL,
	"time" text,
	"keeps_up" boolean DEFAULT false NOT NULL,
	"thresholds" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"baseline" integer
);
--> statement-breakpoint
ALTER TABLE "dataset_versions" ADD COLUMN "made" jsonb;--> statement-breakpoint
ALTER TABLE "datasets" ADD COLUMN "sort" text DEFAULT 'files' NOT NULL;--> statement-breakpoint
ALTER TABLE "datasets" ADD COLUMN "description" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "datasets" ADD COLUMN "tags" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "datasets" ADD COLUMN "deprecated" jsonb;--> statement-breakpoint
ALTER TABLE "dataset_origins" ADD CONSTRAINT "dataset_origins_dataset_version_dataset_versions_dataset_version_fk" FOREIGN KEY ("dataset","version") REFERENCES "public"."dataset_versions"("dataset","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feature_views" ADD CONSTRAINT "feature_views_dataset_datasets_id_fk" FOREIGN KEY ("dataset") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dataset_origins_origin" ON "dataset_origins" USING btree ("origin");--> statement-breakpoint
CREATE INDEX "feature_views_notebook" ON "feature_views" USING btree ("notebook");