CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "one_time_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "rate_limits_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" text NOT NULL,
	"active_organization_id" text,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "user_settings" (
	"user_id" text PRIMARY KEY NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"theme" text DEFAULT 'system' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"config_id" text DEFAULT 'default' NOT NULL,
	"name" text,
	"start" text,
	"reference_id" text NOT NULL,
	"prefix" text,
	"key" text NOT NULL,
	"refill_interval" integer,
	"refill_amount" integer,
	"last_refill_at" timestamp with time zone,
	"enabled" boolean DEFAULT true,
	"rate_limit_enabled" boolean DEFAULT false,
	"rate_limit_time_window" integer,
	"rate_limit_max" integer,
	"request_count" integer DEFAULT 0,
	"remaining" integer,
	"last_request" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"permissions" text,
	"metadata" text,
	CONSTRAINT "api_keys_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"lab" text NOT NULL,
	"at" bigint NOT NULL,
	"user_id" text,
	"action" text NOT NULL,
	"target" text NOT NULL,
	"detail" jsonb NOT NULL,
	"place" bigint,
	"hash" text
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"lab" text PRIMARY KEY NOT NULL,
	"place" bigint NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "blobs" (
	"id" text PRIMARY KEY NOT NULL,
	"lab" text NOT NULL,
	"site" text DEFAULT '' NOT NULL,
	"lab_key" text NOT NULL,
	"wrapped_key" "bytea" NOT NULL,
	"size" bigint NOT NULL,
	"digest" text NOT NULL,
	"created_at" bigint NOT NULL,
	"deleted_at" bigint
);
--> statement-breakpoint
CREATE TABLE "lab_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"lab" text NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"master" text NOT NULL,
	"created_at" bigint NOT NULL,
	"retired_at" bigint
);
--> statement-breakpoint
CREATE TABLE "dataset_grants" (
	"dataset" text NOT NULL,
	"lab_granted" text NOT NULL,
	"lab" text NOT NULL,
	"right" text NOT NULL,
	"granted_by" text NOT NULL,
	"granted_at" bigint NOT NULL,
	CONSTRAINT "dataset_grants_dataset_lab_granted_pk" PRIMARY KEY("dataset","lab_granted")
);
--> statement-breakpoint
CREATE TABLE "dataset_versions" (
	"dataset" text NOT NULL,
	"version" integer NOT NULL,
	"lab" text NOT NULL,
	"blob" text NOT NULL,
	"digest" text NOT NULL,
	"name" text NOT NULL,
	"size" bigint NOT NULL,
	"recognised" jsonb,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "dataset_versions_dataset_version_pk" PRIMARY KEY("dataset","version")
);
--> statement-breakpoint
CREATE TABLE "datasets" (
	"id" text PRIMARY KEY NOT NULL,
	"lab" text NOT NULL,
	"name" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"deleted_at" bigint,
	"about_persons" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_spans" (
	"notebook" text NOT NULL,
	"lab" text NOT NULL,
	"client" bigint NOT NULL,
	"from_clock" bigint NOT NULL,
	"to_clock" bigint NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "document_spans_notebook_client_from_clock_pk" PRIMARY KEY("notebook","client","from_clock")
);
--> statement-breakpoint
CREATE TABLE "document_updates" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "document_updates_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"notebook" text NOT NULL,
	"lab" text NOT NULL,
	"data" "bytea" NOT NULL,
	"merged" boolean DEFAULT false NOT NULL,
	"spans" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"notebook" text NOT NULL,
	"lab" text NOT NULL,
	"name" text,
	"by" text NOT NULL,
	"at" bigint NOT NULL,
	"state" "bytea" NOT NULL,
	"content" jsonb NOT NULL,
	"results" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kernel_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"lab" text,
	"site" text DEFAULT '' NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"caps" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_by" text,
	"created_at" bigint NOT NULL,
	"last_seen_at" bigint,
	"expires_at" bigint,
	CONSTRAINT "kernel_tokens_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"lab" text NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"role" text DEFAULT 'member',
	"status" text DEFAULT 'pending' NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"inviter_id" text NOT NULL,
	"token_hash" text,
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "labs" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"logo" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"metadata" text,
	"color" text DEFAULT 'blue' NOT NULL,
	"small_groups" integer DEFAULT 5 NOT NULL,
	CONSTRAINT "labs_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" text PRIMARY KEY NOT NULL,
	"lab" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text DEFAULT 'member' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "links" (
	"id" text PRIMARY KEY NOT NULL,
	"notebook" text NOT NULL,
	"lab" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"sealed_token" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint,
	CONSTRAINT "links_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "notebook_access" (
	"id" text PRIMARY KEY NOT NULL,
	"notebook" text NOT NULL,
	"lab" text NOT NULL,
	"user_id" text,
	"lab_granted" text,
	"role" text NOT NULL,
	"link" text,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notebook_datasets" (
	"notebook" text NOT NULL,
	"dataset" text NOT NULL,
	"lab" text NOT NULL,
	"granted_by" text NOT NULL,
	"granted_at" bigint NOT NULL,
	CONSTRAINT "notebook_datasets_notebook_dataset_pk" PRIMARY KEY("notebook","dataset")
);
--> statement-breakpoint
CREATE TABLE "notebooks" (
	"id" text PRIMARY KEY NOT NULL,
	"lab" text NOT NULL,
	"title" text NOT NULL,
	"epoch" text NOT NULL,
	"cell_count" integer DEFAULT 0 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"deleted_at" bigint,
	"example" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publication_agreements" (
	"id" text PRIMARY KEY NOT NULL,
	"notebook" text NOT NULL,
	"dataset" text NOT NULL,
	"lab" text NOT NULL,
	"by" text NOT NULL,
	"at" bigint NOT NULL,
	"publication" text
);
--> statement-breakpoint
CREATE TABLE "publication_tiles" (
	"publication" text NOT NULL,
	"lab" text NOT NULL,
	"values" text NOT NULL,
	"tiles" jsonb NOT NULL,
	CONSTRAINT "publication_tiles_publication_values_pk" PRIMARY KEY("publication","values")
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" text PRIMARY KEY NOT NULL,
	"notebook" text NOT NULL,
	"lab" text NOT NULL,
	"version" integer NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"audience" text NOT NULL,
	"labs" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"reason" text NOT NULL,
	"by" text NOT NULL,
	"at" bigint NOT NULL,
	"expires_at" bigint,
	"withdrawn_at" bigint,
	"withdrawn_by" text,
	"withdrawn_reason" text,
	"pinned" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "publications_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "artifacts" (
	"lab" text NOT NULL,
	"digest" text NOT NULL,
	"blob" text NOT NULL,
	"size" bigint NOT NULL,
	"at" bigint NOT NULL,
	"used_at" bigint NOT NULL,
	CONSTRAINT "artifacts_lab_digest_pk" PRIMARY KEY("lab","digest")
);
--> statement-breakpoint
CREATE TABLE "result_inputs" (
	"lab" text NOT NULL,
	"key" text NOT NULL,
	"generation" integer NOT NULL,
	"slot" text NOT NULL,
	"digest" text NOT NULL,
	"file" text,
	CONSTRAINT "result_inputs_lab_key_generation_slot_pk" PRIMARY KEY("lab","key","generation","slot")
);
--> statement-breakpoint
CREATE TABLE "result_outputs" (
	"lab" text NOT NULL,
	"digest" text NOT NULL,
	"key" text NOT NULL,
	"generation" integer NOT NULL,
	"port" text NOT NULL,
	"type" text NOT NULL,
	"inline" boolean NOT NULL,
	CONSTRAINT "result_outputs_lab_key_generation_port_pk" PRIMARY KEY("lab","key","generation","port")
);
--> statement-breakpoint
CREATE TABLE "results" (
	"lab" text NOT NULL,
	"key" text NOT NULL,
	"generation" integer DEFAULT 0 NOT NULL,
	"kind" text NOT NULL,
	"outputs" jsonb,
	"failure" jsonb,
	"ms" real NOT NULL,
	"made" jsonb NOT NULL,
	"spec" jsonb NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"run" text NOT NULL,
	"notebook" text NOT NULL,
	"cell" text NOT NULL,
	"cell_name" text NOT NULL,
	"by" text NOT NULL,
	"at" bigint NOT NULL,
	"made_where" text NOT NULL,
	"evicted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "results_lab_key_generation_pk" PRIMARY KEY("lab","key","generation")
);
--> statement-breakpoint
CREATE TABLE "cell_sessions" (
	"notebook" text NOT NULL,
	"cell" text NOT NULL,
	"lab" text NOT NULL,
	"session" jsonb NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "cell_sessions_notebook_cell_pk" PRIMARY KEY("notebook","cell")
);
--> statement-breakpoint
CREATE TABLE "cell_shown" (
	"notebook" text NOT NULL,
	"cell" text NOT NULL,
	"lab" text NOT NULL,
	"shown" jsonb NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "cell_shown_notebook_cell_pk" PRIMARY KEY("notebook","cell")
);
--> statement-breakpoint
CREATE TABLE "demands" (
	"id" text PRIMARY KEY NOT NULL,
	"notebook" text NOT NULL,
	"lab" text NOT NULL,
	"cell" text,
	"mode" text NOT NULL,
	"fresh" boolean DEFAULT false NOT NULL,
	"overrides" jsonb,
	"by" text NOT NULL,
	"at" bigint NOT NULL,
	"server" text,
	"seen_at" bigint
);
--> statement-breakpoint
CREATE TABLE "feed_events" (
	"notebook" text NOT NULL,
	"seq" bigint NOT NULL,
	"lab" text NOT NULL,
	"event" jsonb NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "feed_events_notebook_seq_pk" PRIMARY KEY("notebook","seq")
);
--> statement-breakpoint
CREATE TABLE "feed_heads" (
	"notebook" text PRIMARY KEY NOT NULL,
	"lab" text NOT NULL,
	"seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "run_askers" (
	"run" text NOT NULL,
	"asker" text NOT NULL,
	"notebook" text NOT NULL,
	"lab" text NOT NULL,
	"shows" boolean DEFAULT true NOT NULL,
	CONSTRAINT "run_askers_run_asker_pk" PRIMARY KEY("run","asker")
);
--> statement-breakpoint
CREATE TABLE "run_logs" (
	"run" text PRIMARY KEY NOT NULL,
	"lab" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"length" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "run_steps" (
	"run" text NOT NULL,
	"step" integer NOT NULL,
	"lab" text NOT NULL,
	"key" text NOT NULL,
	"generation" integer NOT NULL,
	"ms" bigint NOT NULL,
	CONSTRAINT "run_steps_run_step_pk" PRIMARY KEY("run","step")
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" text PRIMARY KEY NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "runs_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"lab" text NOT NULL,
	"notebook" text NOT NULL,
	"cell" text NOT NULL,
	"cell_name" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"generation" integer DEFAULT 0 NOT NULL,
	"plan" jsonb NOT NULL,
	"needs" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"files" jsonb NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"priority" integer DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"by" text NOT NULL,
	"queued_at" bigint NOT NULL,
	"started_at" bigint,
	"ended_at" bigint,
	"attempt" integer DEFAULT 0 NOT NULL,
	"lease_until" bigint,
	"kernel_token" text,
	"kernel" text,
	"step" integer DEFAULT 0 NOT NULL,
	"fraction_ppm" bigint,
	"note" text DEFAULT '' NOT NULL,
	"cancel_requested" boolean DEFAULT false NOT NULL,
	"detail" text
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"lab" text NOT NULL,
	"user_id" text NOT NULL,
	"notebook" text,
	"name" text NOT NULL,
	"metadata" jsonb NOT NULL,
	"size" bigint,
	"offset" bigint DEFAULT 0 NOT NULL,
	"blob" text NOT NULL,
	"lab_key" text NOT NULL,
	"wrapped_key" "bytea" NOT NULL,
	"digest" text,
	"finished" boolean DEFAULT false NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_settings" ADD CONSTRAINT "user_settings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blobs" ADD CONSTRAINT "blobs_lab_key_lab_keys_id_fk" FOREIGN KEY ("lab_key") REFERENCES "public"."lab_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_grants" ADD CONSTRAINT "dataset_grants_dataset_datasets_id_fk" FOREIGN KEY ("dataset") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_grants" ADD CONSTRAINT "dataset_grants_lab_granted_labs_id_fk" FOREIGN KEY ("lab_granted") REFERENCES "public"."labs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_versions" ADD CONSTRAINT "dataset_versions_dataset_datasets_id_fk" FOREIGN KEY ("dataset") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_versions" ADD CONSTRAINT "dataset_versions_blob_blobs_id_fk" FOREIGN KEY ("blob") REFERENCES "public"."blobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "datasets" ADD CONSTRAINT "datasets_lab_labs_id_fk" FOREIGN KEY ("lab") REFERENCES "public"."labs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_spans" ADD CONSTRAINT "document_spans_notebook_notebooks_id_fk" FOREIGN KEY ("notebook") REFERENCES "public"."notebooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_updates" ADD CONSTRAINT "document_updates_notebook_notebooks_id_fk" FOREIGN KEY ("notebook") REFERENCES "public"."notebooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_notebook_notebooks_id_fk" FOREIGN KEY ("notebook") REFERENCES "public"."notebooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_lab_labs_id_fk" FOREIGN KEY ("lab") REFERENCES "public"."labs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_inviter_id_users_id_fk" FOREIGN KEY ("inviter_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_lab_labs_id_fk" FOREIGN KEY ("lab") REFERENCES "public"."labs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_notebook_notebooks_id_fk" FOREIGN KEY ("notebook") REFERENCES "public"."notebooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notebook_access" ADD CONSTRAINT "notebook_access_notebook_notebooks_id_fk" FOREIGN KEY ("notebook") REFERENCES "public"."notebooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notebook_access" ADD CONSTRAINT "notebook_access_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notebook_access" ADD CONSTRAINT "notebook_access_lab_granted_labs_id_fk" FOREIGN KEY ("lab_granted") REFERENCES "public"."labs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notebook_datasets" ADD CONSTRAINT "notebook_datasets_notebook_notebooks_id_fk" FOREIGN KEY ("notebook") REFERENCES "public"."notebooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notebook_datasets" ADD CONSTRAINT "notebook_datasets_dataset_datasets_id_fk" FOREIGN KEY ("dataset") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notebooks" ADD CONSTRAINT "notebooks_lab_labs_id_fk" FOREIGN KEY ("lab") REFERENCES "public"."labs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notebooks" ADD CONSTRAINT "notebooks_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_agreements" ADD CONSTRAINT "publication_agreements_notebook_notebooks_id_fk" FOREIGN KEY ("notebook") REFERENCES "public"."notebooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_agreements" ADD CONSTRAINT "publication_agreements_dataset_datasets_id_fk" FOREIGN KEY ("dataset") REFERENCES "public"."datasets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_agreements" ADD CONSTRAINT "publication_agreements_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_tiles" ADD CONSTRAINT "publication_tiles_publication_publications_id_fk" FOREIGN KEY ("publication") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_notebook_notebooks_id_fk" FOREIGN KEY ("notebook") REFERENCES "public"."notebooks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "artifacts" ADD CONSTRAINT "artifacts_blob_blobs_id_fk" FOREIGN KEY ("blob") REFERENCES "public"."blobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cell_sessions" ADD CONSTRAINT "cell_sessions_notebook_notebooks_id_fk" FOREIGN KEY ("notebook") REFERENCES "public"."notebooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cell_shown" ADD CONSTRAINT "cell_shown_notebook_notebooks_id_fk" FOREIGN KEY ("notebook") REFERENCES "public"."notebooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demands" ADD CONSTRAINT "demands_notebook_notebooks_id_fk" FOREIGN KEY ("notebook") REFERENCES "public"."notebooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed_events" ADD CONSTRAINT "feed_events_notebook_notebooks_id_fk" FOREIGN KEY ("notebook") REFERENCES "public"."notebooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed_heads" ADD CONSTRAINT "feed_heads_notebook_notebooks_id_fk" FOREIGN KEY ("notebook") REFERENCES "public"."notebooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_askers" ADD CONSTRAINT "run_askers_run_runs_id_fk" FOREIGN KEY ("run") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_logs" ADD CONSTRAINT "run_logs_run_runs_id_fk" FOREIGN KEY ("run") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_steps" ADD CONSTRAINT "run_steps_run_runs_id_fk" FOREIGN KEY ("run") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_user" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verifications_identifier" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "api_keys_owner" ON "api_keys" USING btree ("reference_id");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_chain" ON "audit" USING btree ("lab","place");--> statement-breakpoint
CREATE INDEX "audit_lab" ON "audit" USING btree ("lab","id");--> statement-breakpoint
CREATE INDEX "blobs_lab_digest" ON "blobs" USING btree ("lab","digest");--> statement-breakpoint
CREATE INDEX "blobs_deleted" ON "blobs" USING btree ("deleted_at");--> statement-breakpoint
CREATE INDEX "lab_keys_lab" ON "lab_keys" USING btree ("lab");--> statement-breakpoint
CREATE INDEX "dataset_grants_lab" ON "dataset_grants" USING btree ("lab_granted");--> statement-breakpoint
CREATE INDEX "dataset_versions_digest" ON "dataset_versions" USING btree ("digest");--> statement-breakpoint
CREATE INDEX "dataset_versions_blob" ON "dataset_versions" USING btree ("blob");--> statement-breakpoint
CREATE INDEX "datasets_lab" ON "datasets" USING btree ("lab","updated_at");--> statement-breakpoint
CREATE INDEX "document_updates_notebook" ON "document_updates" USING btree ("notebook","seq");--> statement-breakpoint
CREATE INDEX "document_versions_notebook" ON "document_versions" USING btree ("notebook","at");--> statement-breakpoint
CREATE INDEX "invitations_lab" ON "invitations" USING btree ("lab");--> statement-breakpoint
CREATE UNIQUE INDEX "members_lab_user" ON "members" USING btree ("lab","user_id");--> statement-breakpoint
CREATE INDEX "members_user" ON "members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "links_notebook" ON "links" USING btree ("notebook");--> statement-breakpoint
CREATE UNIQUE INDEX "notebook_access_user" ON "notebook_access" USING btree ("notebook","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notebook_access_lab" ON "notebook_access" USING btree ("notebook","lab_granted");--> statement-breakpoint
CREATE INDEX "notebook_access_by_user" ON "notebook_access" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "notebook_access_by_lab" ON "notebook_access" USING btree ("lab_granted");--> statement-breakpoint
CREATE INDEX "notebook_datasets_dataset" ON "notebook_datasets" USING btree ("dataset");--> statement-breakpoint
CREATE INDEX "notebooks_lab" ON "notebooks" USING btree ("lab","updated_at");--> statement-breakpoint
CREATE INDEX "publication_agreements_open" ON "publication_agreements" USING btree ("notebook","dataset");--> statement-breakpoint
CREATE INDEX "publications_notebook" ON "publications" USING btree ("notebook");--> statement-breakpoint
CREATE INDEX "publications_lab" ON "publications" USING btree ("lab","at");--> statement-breakpoint
CREATE INDEX "artifacts_used" ON "artifacts" USING btree ("used_at");--> statement-breakpoint
CREATE INDEX "artifacts_blob" ON "artifacts" USING btree ("blob");--> statement-breakpoint
CREATE INDEX "result_inputs_digest" ON "result_inputs" USING btree ("lab","digest");--> statement-breakpoint
CREATE INDEX "result_outputs_digest" ON "result_outputs" USING btree ("lab","digest");--> statement-breakpoint
CREATE INDEX "results_run" ON "results" USING btree ("run");--> statement-breakpoint
CREATE INDEX "demands_notebook" ON "demands" USING btree ("notebook");--> statement-breakpoint
CREATE INDEX "feed_events_at" ON "feed_events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "run_askers_notebook" ON "run_askers" USING btree ("notebook");--> statement-breakpoint
CREATE UNIQUE INDEX "runs_one_per_key" ON "runs" USING btree ("lab","key","generation") WHERE state in ('queued', 'leased');--> statement-breakpoint
CREATE INDEX "runs_queue" ON "runs" USING btree ("priority","number") WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX "runs_leases" ON "runs" USING btree ("lease_until") WHERE state = 'leased';--> statement-breakpoint
CREATE INDEX "runs_notebook" ON "runs" USING btree ("notebook","number");--> statement-breakpoint
CREATE INDEX "runs_lab" ON "runs" USING btree ("lab","number");--> statement-breakpoint
CREATE INDEX "runs_ended" ON "runs" USING btree ("ended_at") WHERE state not in ('queued', 'leased');--> statement-breakpoint
CREATE INDEX "uploads_user" ON "uploads" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "uploads_updated" ON "uploads" USING btree ("updated_at");