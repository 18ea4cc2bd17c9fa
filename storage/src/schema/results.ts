// Results by key: the graph from raw file to published pixel. A row never changes; "run without cache" makes a new
// generation. Equal results that were made of other data sets stand beside each other: rights follow what a result was
// made of, and no cell is answered out of data that do not stand behind it. Artifacts are content by digest, encrypted
// with the lab's key.

import { boolean, index, integer, jsonb, pgTable, primaryKey, real, text } from "drizzle-orm/pg-core";
import { byteCount, instant, keyFormatColumn, labColumn, sourceSetColumn } from "./columns.ts";
import { blobs } from "./blobs.ts";

export const results = pgTable(
  "results",
  {
    lab: labColumn(),
    key: text("key").notNull(),
    sourceSet: sourceSetColumn(),
    generation: integer("generation").notNull().default(0),
    keyFormat: keyFormatColumn(),
    kind: text("kind").notNull(),
    /** port -> OutputRef; null for a failure that follows from the inputs. */
    outputs: jsonb("outputs").$type<unknown>(),
    failure: jsonb("failure").$type<unknown>(),
    ms: real("ms").notNull(),
    /** Version of the kind and spec as it entered the key; inputs by slot: {cell, digest}. */
    made: jsonb("made").$type<unknown>().notNull(),
    /** The spec as it was run, for verification. */
    spec: jsonb("spec").$type<unknown>().notNull(),
    /** Digests of the data sets' files behind the cell that asked for it. */
    sources: jsonb("sources").$type<readonly string[]>().notNull().default([]),
    run: text("run").notNull(),
    notebook: text("notebook").notNull(),
    cell: text("cell").notNull(),
    cellName: text("cell_name").notNull(),
    by: text("by").notNull(),
    at: instant("at").notNull(),
    /** Kernel that made it. */
    where: text("made_where").notNull(),
    /** A part of it was not kept: to be made again. */
    evicted: boolean("evicted").notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.lab, table.key, table.sourceSet, table.generation] }),
    index("results_run").on(table.run),
  ],
);

/** digest -> result that gave it. */
export const resultOutputs = pgTable(
  "result_outputs",
  {
    lab: labColumn(),
    digest: text("digest").notNull(),
    key: text("key").notNull(),
    sourceSet: sourceSetColumn(),
    generation: integer("generation").notNull(),
    port: text("port").notNull(),
    type: text("type").notNull(),
    /** Travels inside the result: no artifact needs to be stored. */
    inline: boolean("inline").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.lab, table.key, table.sourceSet, table.generation, table.port] }),
    index("result_outputs_digest").on(table.lab, table.digest),
  ],
);

/** result -> what it was made from: an artifact's digest, or a file's. */
export const resultInputs = pgTable(
  "result_inputs",
  {
    lab: labColumn(),
    key: text("key").notNull(),
    sourceSet: sourceSetColumn(),
    generation: integer("generation").notNull(),
    slot: text("slot").notNull(),
    digest: text("digest").notNull(),
    /** Name of the file where it is one. */
    file: text("file"),
  },
  (table) => [
    primaryKey({ columns: [table.lab, table.key, table.sourceSet, table.generation, table.slot] }),
    index("result_inputs_digest").on(table.lab, table.digest),
  ],
);

/**
 * What is kept of outputs. Rows of one digest stand beside each other, one for each set of data sets for which somebody put
 * these bytes: whoever asks gets them only where one of the rows was put for data that stand behind what is asked for.
 */
export const artifacts = pgTable(
  "artifacts",
  {
    lab: labColumn(),
    digest: text("digest").notNull(),
    blob: text("blob")
      .notNull()
      .references(() => blobs.id),
    size: byteCount("size").notNull(),
    at: instant("at").notNull(),
    usedAt: instant("used_at").notNull(),
    sourceSet: sourceSetColumn(),
    /** Digests of the data sets' files behind the results for which it was put. */
    sources: jsonb("sources").$type<readonly string[]>().notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.lab, table.digest, table.sourceSet] }),
    index("artifacts_used").on(table.usedAt),
    index("artifacts_blob").on(table.blob),
  ],
);
