ALTER TABLE "notebooks" ADD COLUMN "cells_in_bin" integer;--> statement-breakpoint
ALTER TABLE "result_asks" ADD COLUMN "answered_by" text;