ALTER TABLE "feature_views" ADD COLUMN "fresh" jsonb;--> statement-breakpoint
ALTER TABLE "feature_views" ADD COLUMN "acknowledged" jsonb DEFAULT '[]'::jsonb NOT NULL;