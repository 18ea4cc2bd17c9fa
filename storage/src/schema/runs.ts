// Runs with their leases, who asked for them, demands that outlive a restart, and what the run feed has said.

import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { instant, keyFormatColumn, labColumn, sourceSetColumn } from "./columns.ts";
import { notebooks } from "./notebooks.ts";

/** What a kernel must have: absent members ask for nothing. */
export interface RunNeeds {
  /** Bytes. */
  readonly memory?: number;
  /** GPUs. */
  readonly gpu?: number;
  /** Programs by name. */
  readonly software?: readonly string[];
  /** Only kernels of this lab; those of the server are no lab's. */
  readonly lab?: string;
  /** Only kernels at this site. */
  readonly site?: string;
}

export const runs = pgTable(
  "runs",
  {
    id: text("id").primaryKey(),
    /** Order of asking. */
    number: bigint("number", { mode: "number" }).generatedAlwaysAsIdentity(),
    lab: labColumn(),
    notebook: text("notebook").notNull(),
    cell: text("cell").notNull(),
    cellName: text("cell_name").notNull(),
    kind: text("kind").notNull(),
    /** Key of the first step that is known, what stands behind it, and the generation that is asked for: at most one run at work on it. */
    key: text("key").notNull(),
    sourceSet: sourceSetColumn(),
    generation: integer("generation").notNull().default(0),
    plan: jsonb("plan").$type<unknown>().notNull(),
    needs: jsonb("needs").$type<RunNeeds>().notNull().default({}),
    /** digest -> blob and size of each file that the plan may read. */
    files: jsonb("files").$type<{ readonly [digest: string]: { readonly blob: string; readonly size: number } }>().notNull(),
    /** Digests of the data sets' files that the plan descends from: who may see its log and progress. */
    sources: jsonb("sources").$type<readonly string[]>().notNull().default([]),
    priority: integer("priority").notNull().default(0),
    /** queued, leased, done, lost, cancelled. */
    state: text("state").notNull().default("queued"),
    by: text("by").notNull(),
    queuedAt: instant("queued_at").notNull(),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
    attempt: integer("attempt").notNull().default(0),
    /** Put back once already, because others waited: never again. */
    yielded: boolean("yielded").notNull().default(false),
    leaseUntil: instant("lease_until"),
    /** Id of the token, and the name that the kernel gives itself. */
    kernelToken: text("kernel_token"),
    kernel: text("kernel"),
    step: integer("step").notNull().default(0),
    fraction: bigint("fraction_ppm", { mode: "number" }),
    note: text("note").notNull().default(""),
    cancelRequested: boolean("cancel_requested").notNull().default(false),
    detail: text("detail"),
  },
  (table) => [
    uniqueIndex("runs_one_per_key")
      .on(table.lab, table.key, table.sourceSet, table.generation)
      .where(sql`state in ('queued', 'leased')`),
    index("runs_queue").on(table.priority, table.number).where(sql`state = 'queued'`),
    index("runs_leases").on(table.leaseUntil).where(sql`state = 'leased'`),
    index("runs_notebook").on(table.notebook, table.number),
    index("runs_lab").on(table.lab, table.number),
    index("runs_ended").on(table.endedAt).where(sql`state not in ('queued', 'leased')`),
  ],
);

/** Who wants a run: without anybody it is cancelled. */
export const runAskers = pgTable(
  "run_askers",
  {
    run: text("run")
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    /** One for each that waits: a notebook's scheduler, a verification. */
    asker: text("asker").notNull(),
    notebook: text("notebook").notNull(),
    lab: labColumn(),
    /** What comes out is put on show in the notebook. */
    shows: boolean("shows").notNull().default(true),
  },
  (table) => [primaryKey({ columns: [table.run, table.asker] }), index("run_askers_notebook").on(table.notebook)],
);

/** Steps of a run that have ended, so that whoever joins it later learns of them. */
export const runSteps = pgTable(
  "run_steps",
  {
    run: text("run")
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    step: integer("step").notNull(),
    lab: labColumn(),
    key: text("key").notNull(),
    sourceSet: sourceSetColumn(),
    generation: integer("generation").notNull(),
    ms: bigint("ms", { mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.run, table.step] })],
);

export const runLogs = pgTable("run_logs", {
  run: text("run")
    .primaryKey()
    .references(() => runs.id, { onDelete: "cascade" }),
  lab: labColumn(),
  text: text("text").notNull().default(""),
  /** Characters written in all; `text` keeps the last ones. */
  length: bigint("length", { mode: "number" }).notNull().default(0),
});

/** What people want to be fresh, until it is or they take it back. Mode "watch": a server has the notebook open. */
export const demands = pgTable(
  "demands",
  {
    id: text("id").primaryKey(),
    notebook: text("notebook")
      .notNull()
      .references(() => notebooks.id, { onDelete: "cascade" }),
    lab: labColumn(),
    cell: text("cell"),
    mode: text("mode").notNull(),
    fresh: boolean("fresh").notNull().default(false),
    overrides: jsonb("overrides").$type<{ readonly [cell: string]: unknown }>(),
    by: text("by").notNull(),
    at: instant("at").notNull(),
    /** Of a watch: the server that has it open, and when it last said so. */
    server: text("server"),
    seenAt: instant("seen_at"),
  },
  (table) => [index("demands_notebook").on(table.notebook)],
);

/** The number of the last event of each notebook; its row lock gives events their order. */
export const feedHeads = pgTable("feed_heads", {
  notebook: text("notebook")
    .primaryKey()
    .references(() => notebooks.id, { onDelete: "cascade" }),
  lab: labColumn(),
  seq: bigint("seq", { mode: "number" }).notNull(),
});

/** The last events, for servers that were told of a number; snapshots come from cell_sessions. */
export const feedEvents = pgTable(
  "feed_events",
  {
    notebook: text("notebook")
      .notNull()
      .references(() => notebooks.id, { onDelete: "cascade" }),
    seq: bigint("seq", { mode: "number" }).notNull(),
    lab: labColumn(),
    event: jsonb("event").$type<unknown>().notNull(),
    sources: jsonb("sources").$type<readonly string[]>().notNull().default([]),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.notebook, table.seq] }), index("feed_events_at").on(table.at)],
);

/** The state of every cell as last said: what a client gets on connecting. */
export const cellSessions = pgTable(
  "cell_sessions",
  {
    notebook: text("notebook")
      .notNull()
      .references(() => notebooks.id, { onDelete: "cascade" }),
    cell: text("cell").notNull(),
    lab: labColumn(),
    session: jsonb("session").$type<unknown>().notNull(),
    /** Digests of the data sets' files behind what is on show. */
    sources: jsonb("sources").$type<readonly string[]>().notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.notebook, table.cell] })],
);

/** What is on show for a cell, also while it is stale. */
export const cellShown = pgTable(
  "cell_shown",
  {
    notebook: text("notebook")
      .notNull()
      .references(() => notebooks.id, { onDelete: "cascade" }),
    cell: text("cell").notNull(),
    lab: labColumn(),
    shown: jsonb("shown").$type<unknown>().notNull(),
    /** Digests of the data sets' files behind the cell when it came to show this. */
    sources: jsonb("sources").$type<readonly string[]>().notNull().default([]),
    keyFormat: keyFormatColumn(),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.notebook, table.cell] })],
);
