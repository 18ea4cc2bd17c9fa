CREATE TABLE "document_clients" (
	"notebook" text NOT NULL,
	"lab" text NOT NULL,
	"client" bigint NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "document_clients_notebook_client_pk" PRIMARY KEY("notebook","client")
);
--> statement-breakpoint
CREATE TABLE "rights_changes" (
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "yielded" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "document_clients" ADD CONSTRAINT "document_clients_notebook_notebooks_id_fk" FOREIGN KEY ("notebook") REFERENCES "public"."notebooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- Whoever wrote under a client id has it; one under which several did (this server wrote for them) is nobody's from here on.
INSERT INTO "document_clients" ("notebook", "lab", "client", "by")
  SELECT w."notebook", min(w."lab"), w."client", CASE WHEN count(DISTINCT w."by") = 1 THEN min(w."by") ELSE '' END
  FROM (
    SELECT "notebook", "lab", "client", "by" FROM "document_spans"
    UNION ALL
    SELECT u."notebook", u."lab", (s.span->>'client')::bigint, s.span->>'by'
      FROM "document_updates" u, jsonb_array_elements(u."spans") AS s(span)
  ) w GROUP BY w."notebook", w."client";
