ALTER TABLE "artifacts" ADD COLUMN "source_set" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "artifacts" ADD COLUMN "sources" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "artifacts" DROP CONSTRAINT "artifacts_lab_digest_pk";--> statement-breakpoint
ALTER TABLE "artifacts" ADD CONSTRAINT "artifacts_lab_digest_source_set_pk" PRIMARY KEY("lab","digest","source_set");--> statement-breakpoint
-- What was kept is there for the results that gave it, as it was; from now on bytes are there for whom they were put.
INSERT INTO "artifacts" ("lab", "digest", "blob", "size", "at", "used_at", "source_set", "sources")
  SELECT DISTINCT ON (a."lab", a."digest", r."source_set") a."lab", a."digest", a."blob", a."size", a."at", a."used_at", r."source_set", r."sources"
  FROM "artifacts" a
  JOIN "result_outputs" o ON o."lab" = a."lab" AND o."digest" = a."digest"
  JOIN "results" r ON r."lab" = o."lab" AND r."key" = o."key" AND r."source_set" = o."source_set" AND r."generation" = o."generation"
  WHERE r."source_set" <> ''
  ON CONFLICT DO NOTHING;--> statement-breakpoint
DELETE FROM "artifacts" a WHERE a."source_set" = ''
  AND NOT EXISTS (SELECT 1 FROM "result_outputs" o WHERE o."lab" = a."lab" AND o."digest" = a."digest" AND o."source_set" = '');
