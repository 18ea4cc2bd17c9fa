-- Releases before this one left what a notebook showed of a data set where it no longer used it: such rows show nothing, and go.
DELETE FROM "guest_results" s USING "notebook_access" a WHERE a."id" = s."access"
  AND NOT EXISTS (SELECT 1 FROM "notebook_datasets" d WHERE d."notebook" = a."notebook" AND d."dataset" = s."dataset");--> statement-breakpoint
DELETE FROM "guest_results" s USING "links" k WHERE k."id" = s."link"
  AND NOT EXISTS (SELECT 1 FROM "notebook_datasets" d WHERE d."notebook" = k."notebook" AND d."dataset" = s."dataset");--> statement-breakpoint
DELETE FROM "result_asks" q
  WHERE NOT EXISTS (SELECT 1 FROM "notebook_datasets" d WHERE d."notebook" = q."notebook" AND d."dataset" = q."dataset");
