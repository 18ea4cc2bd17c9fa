// Feature views: which output of which cell a data set of the feature store is made of, again and again.

import { boolean, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { labColumn } from "./columns.ts";
import { datasets } from "./datasets.ts";

export const featureViews = pgTable(
  "feature_views",
  {
    dataset: text("dataset")
      .primaryKey()
      .references(() => datasets.id, { onDelete: "cascade" }),
    lab: labColumn(),
    /** No reference: a view outlives the notebook that it was made in, and says so. */
    notebook: text("notebook").notNull(),
    cell: text("cell").notNull(),
    port: text("port").notNull(),
    /** The column that says whose features a row holds. */
    entity: text("entity").notNull(),
    /** What such an entity is: sample, patient, gene, variant or a word of the lab's own. */
    entityNoun: text("entity_noun").notNull(),
    /** The column that says since when they hold. */
    time: text("time"),
    /** A new version of a data set that its notebook loads is loaded there, and the view is made of it. */
    keepsUp: boolean("keeps_up").notNull().default(false),
    /** From where drift is told, by measure; what is not named is the product's. */
    thresholds: jsonb("thresholds").$type<{ readonly [measure: string]: number }>().notNull().default({}),
    /** How far back the newest event may lie when somebody looks; null: as far as it may. */
    fresh: jsonb("fresh").$type<{ readonly most: number; readonly unit: "hours" | "days" }>(),
    /** What drifted and who of its lab has looked at it, by version. */
    acknowledged: jsonb("acknowledged")
      .$type<
        readonly {
          readonly version: number;
          readonly why: string;
          readonly by: string;
          readonly at: number;
          readonly stale: boolean;
        }[]
      >()
      .notNull()
      .default([]),
    /** The version that later ones are held to; null: the one before. */
    baseline: integer("baseline"),
  },
  (table) => [index("feature_views_notebook").on(table.notebook)],
);
