// Notebooks as things with an owner and rights; what they say lives in the update log (documents.ts).

import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { users } from "./accounts.ts";
import { instant, labColumn } from "./columns.ts";
import { datasets } from "./datasets.ts";
import { labs } from "./labs.ts";

export const notebooks = pgTable(
  "notebooks",
  {
    id: text("id").primaryKey(),
    lab: labColumn().references(() => labs.id),
    /** Copy of the document's title, for lists. */
    title: text("title").notNull(),
    /** Born with the document; changes only when its history was replaced. */
    epoch: text("epoch").notNull(),
    cellCount: integer("cell_count").notNull().default(0),
    /** Cells in its bin; null where nobody has counted since they are counted. */
    cellsInBin: integer("cells_in_bin"),
    createdBy: text("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    /** In the bin since. */
    deletedAt: instant("deleted_at"),
    /** Came with the demonstration. */
    example: boolean("example").notNull().default(false),
    /** What an example looks like in lists until something of it was computed or changed here: marks of a thumbnail. */
    picture: jsonb("picture"),
  },
  (table) => [index("notebooks_lab").on(table.lab, table.updatedAt)],
);

/**
 * Who may do what with a notebook: exactly one of user and labGranted is set, or neither where an address was let in that
 * nobody signs in with. Roles: owner, editor, runner, viewer.
 */
export const notebookAccess = pgTable(
  "notebook_access",
  {
    id: text("id").primaryKey(),
    notebook: text("notebook")
      .notNull()
      .references(() => notebooks.id, { onDelete: "cascade" }),
    lab: labColumn(),
    user: text("user_id").references(() => users.id, { onDelete: "cascade" }),
    labGranted: text("lab_granted").references(() => labs.id, { onDelete: "cascade" }),
    role: text("role").notNull(),
    /** The link by which the person came: when it is over, hers is the role that she had before, or none. */
    link: text("link"),
    roleBefore: text("role_before"),
    /** The address by which somebody let the person in; until she has come, no more is said of her. */
    email: text("email"),
    enteredAt: instant("entered_at"),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("notebook_access_user").on(table.notebook, table.user),
    uniqueIndex("notebook_access_lab").on(table.notebook, table.labGranted),
    uniqueIndex("notebook_access_email").on(table.notebook, table.email),
    index("notebook_access_by_user").on(table.user),
    index("notebook_access_by_lab").on(table.labGranted),
  ],
);

/** The notebooks that a person marked as her favourites; nobody else is told. */
export const notebookStars = pgTable(
  "notebook_stars",
  {
    user: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    notebook: text("notebook")
      .notNull()
      .references(() => notebooks.id, { onDelete: "cascade" }),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.user, table.notebook] }), index("notebook_stars_notebook").on(table.notebook)],
);

/** Links that let a signed-in person into a notebook; the token is kept as its sha256 only. */
export const links = pgTable(
  "links",
  {
    id: text("id").primaryKey(),
    notebook: text("notebook")
      .notNull()
      .references(() => notebooks.id, { onDelete: "cascade" }),
    lab: labColumn(),
    role: text("role").notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    /** The address itself under the lab's key, so that the owner can copy it again. */
    sealedToken: text("sealed_token").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at"),
  },
  (table) => [index("links_notebook").on(table.notebook)],
);

/** By which links the person of an entry came: what each of them shows she sees while it is open. */
export const cameBy = pgTable(
  "came_by",
  {
    access: text("access")
      .notNull()
      .references(() => notebookAccess.id, { onDelete: "cascade" }),
    link: text("link")
      .notNull()
      .references(() => links.id, { onDelete: "cascade" }),
    lab: labColumn(),
  },
  (table) => [primaryKey({ columns: [table.access, table.link] }), index("came_by_link").on(table.link)],
);

/**
 * Data sets of which those whom an entry or a link lets in see results, in that notebook and nowhere else; exactly one of
 * access and link is set. They go with the entry, the link and the data set.
 */
export const guestResults = pgTable(
  "guest_results",
  {
    access: text("access").references(() => notebookAccess.id, { onDelete: "cascade" }),
    link: text("link").references(() => links.id, { onDelete: "cascade" }),
    dataset: text("dataset")
      .notNull()
      .references(() => datasets.id, { onDelete: "cascade" }),
    /** Whose data they are. */
    lab: labColumn(),
    grantedBy: text("granted_by").notNull(),
    grantedAt: instant("granted_at").notNull(),
  },
  (table) => [
    uniqueIndex("guest_results_access").on(table.access, table.dataset),
    uniqueIndex("guest_results_link").on(table.link, table.dataset),
    index("guest_results_dataset").on(table.dataset),
    check("guest_results_one", sql`(${table.access} is null) <> (${table.link} is null)`),
  ],
);

/** Who asked to see results of a data set in a notebook. Gone once they are shown; kept where that was refused. */
export const resultAsks = pgTable(
  "result_asks",
  {
    notebook: text("notebook")
      .notNull()
      .references(() => notebooks.id, { onDelete: "cascade" }),
    dataset: text("dataset")
      .notNull()
      .references(() => datasets.id, { onDelete: "cascade" }),
    by: text("by")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Whose data they are. */
    lab: labColumn(),
    at: instant("at").notNull(),
    refused: boolean("refused").notNull().default(false),
    /** Who refused it. */
    answeredBy: text("answered_by"),
  },
  (table) => [primaryKey({ columns: [table.notebook, table.dataset, table.by] }), index("result_asks_dataset").on(table.dataset)],
);

/** Data sets that a notebook may use, by grant of someone who may share them. Runs act with these. */
export const notebookDatasets = pgTable(
  "notebook_datasets",
  {
    notebook: text("notebook")
      .notNull()
      .references(() => notebooks.id, { onDelete: "cascade" }),
    dataset: text("dataset")
      .notNull()
      .references(() => datasets.id, { onDelete: "cascade" }),
    lab: labColumn(),
    grantedBy: text("granted_by").notNull(),
    grantedAt: instant("granted_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.notebook, table.dataset] }), index("notebook_datasets_dataset").on(table.dataset)],
);
