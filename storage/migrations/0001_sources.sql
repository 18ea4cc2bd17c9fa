ALTER TABLE "results" ADD COLUMN "source_set" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "results" ADD COLUMN "key_format" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "result_outputs" ADD COLUMN "source_set" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "result_inputs" ADD COLUMN "source_set" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "source_set" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "run_steps" ADD COLUMN "source_set" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "cell_shown" ADD COLUMN "sources" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "cell_shown" ADD COLUMN "key_format" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "key_format" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
UPDATE "results" SET "source_set" = encode(sha256(convert_to((SELECT string_agg(d.digest, E'\n' ORDER BY d.digest COLLATE "C") FROM (SELECT DISTINCT jsonb_array_elements_text("results"."sources") AS digest) d), 'UTF8')), 'hex') WHERE jsonb_array_length("sources") > 0;--> statement-breakpoint
UPDATE "runs" SET "source_set" = encode(sha256(convert_to((SELECT string_agg(d.digest, E'\n' ORDER BY d.digest COLLATE "C") FROM (SELECT DISTINCT jsonb_array_elements_text("runs"."sources") AS digest) d), 'UTF8')), 'hex') WHERE jsonb_array_length("sources") > 0;--> statement-breakpoint
UPDATE "result_outputs" o SET "source_set" = r."source_set" FROM "results" r WHERE r."lab" = o."lab" AND r."key" = o."key" AND r."generation" = o."generation" AND r."source_set" <> '';--> statement-breakpoint
UPDATE "result_inputs" i SET "source_set" = r."source_set" FROM "results" r WHERE r."lab" = i."lab" AND r."key" = i."key" AND r."generation" = i."generation" AND r."source_set" <> '';--> statement-breakpoint
UPDATE "run_steps" s SET "source_set" = r."source_set" FROM "results" r WHERE r."lab" = s."lab" AND r."key" = s."key" AND r."generation" = s."generation" AND r."source_set" <> '';--> statement-breakpoint
-- What was made again later, as a verification does, is not what came to be shown; a minute is left for clocks that differ.
UPDATE "cell_shown" c SET "sources" = coalesce((SELECT jsonb_agg(d.digest ORDER BY d.digest COLLATE "C") FROM (SELECT jsonb_array_elements_text(r."sources") AS digest FROM "results" r WHERE r."lab" = c."lab" AND r."key" = c."shown" ->> 'key' AND (r."at" <= (c."shown" ->> 'at')::numeric + 60000 OR NOT EXISTS (SELECT 1 FROM "results" o WHERE o."lab" = c."lab" AND o."key" = r."key" AND o."at" <= (c."shown" ->> 'at')::numeric + 60000)) UNION SELECT jsonb_array_elements_text(s."sources") FROM "cell_sessions" s WHERE s."notebook" = c."notebook" AND s."cell" = c."cell") d), '[]'::jsonb);--> statement-breakpoint
ALTER TABLE "results" DROP CONSTRAINT "results_lab_key_generation_pk";--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_lab_key_source_set_generation_pk" PRIMARY KEY("lab","key","source_set","generation");--> statement-breakpoint
ALTER TABLE "result_outputs" DROP CONSTRAINT "result_outputs_lab_key_generation_port_pk";--> statement-breakpoint
ALTER TABLE "result_outputs" ADD CONSTRAINT "result_outputs_lab_key_source_set_generation_port_pk" PRIMARY KEY("lab","key","source_set","generation","port");--> statement-breakpoint
ALTER TABLE "result_inputs" DROP CONSTRAINT "result_inputs_lab_key_generation_slot_pk";--> statement-breakpoint
ALTER TABLE "result_inputs" ADD CONSTRAINT "result_inputs_lab_key_source_set_generation_slot_pk" PRIMARY KEY("lab","key","source_set","generation","slot");--> statement-breakpoint
DROP INDEX "runs_one_per_key";--> statement-breakpoint
CREATE UNIQUE INDEX "runs_one_per_key" ON "runs" USING btree ("lab","key","source_set","generation") WHERE state in ('queued', 'leased');
