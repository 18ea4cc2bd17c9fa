// What notebooks say: read whole, changed by operations, as text, in versions. The shapes of operations are those of
// cells/src/notebook/operation.ts.

import { z } from "zod";
import { anyJson, cellId, instant, givenName } from "./fields.ts";

const json = anyJson;
const spec = z.record(z.string(), json);
const mode = z.enum(["auto", "manual", "off"]);
const order = z.string().min(1).max(200);
const cell = cellId;
const field = z.string().min(1).max(80);
const item = z.looseObject({ id: z.string().min(1).max(80) });
const path = z.array(z.union([z.string(), z.number().int().nonnegative()])).max(32);
const tile = z.object({ cell, x: z.number().int(), y: z.number().int(), w: z.number().int(), h: z.number().int() });
const before = z.string().nullable();
/** Absent removes the value. */
const value = json.optional();

export const operation = z.discriminatedUnion("type", [
  z.object({ type: z.literal("add-cell"), id: cell, kind: z.string().max(40), name: z.string().max(200), spec, order, mode }),
  z.object({ type: z.literal("duplicate-cell"), cell, id: cell, name: z.string().max(200), order }),
  z.object({ type: z.literal("move-cell"), cell, order }),
  z.object({ type: z.literal("rename-cell"), cell, name: z.string().max(200) }),
  z.object({ type: z.literal("delete-cell"), cell, at: instant }),
  z.object({ type: z.literal("restore-cell"), cell }),
  z.object({ type: z.literal("set-mode"), cell, mode }),
  z.object({ type: z.literal("set-spec"), cell, path, value }),
  z.object({ type: z.literal("replace-spec"), cell, spec }),
  z.object({
    type: z.literal("edit-text"),
    cell,
    field,
    splice: z.object({
      at: z.number().int().nonnegative(),
      remove: z.number().int().nonnegative(),
      insert: z.string().max(1_000_000),
    }),
  }),
  z.object({ type: z.literal("add-item"), cell, field, item, before }),
  z.object({ type: z.literal("move-item"), cell, field, item: z.string(), before }),
  z.object({ type: z.literal("remove-item"), cell, field, item: z.string() }),
  z.object({ type: z.literal("set-item"), cell, field, item: z.string(), path, value }),
  z.object({ type: z.literal("set-title"), title: givenName(200) }),
  z.object({ type: z.literal("set-layout"), tiles: z.array(tile).max(500) }),
  z.object({ type: z.literal("set-tile"), tile }),
  z.object({ type: z.literal("remove-tile"), cell }),
]);
export const postOperations = z.object({ operations: z.array(operation).min(1).max(1_000) });

const notebookCell = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  spec,
  specVersion: z.number(),
  mode,
  order: z.string(),
  deletedAt: instant.nullable(),
});
export const notebookDocument = z.object({
  id: z.string().optional(),
  title: z.string(),
  cells: z.array(notebookCell),
  layout: z.object({ tiles: z.array(tile.extend({ cell: z.string() })) }),
});
export type NotebookDocument = z.infer<typeof notebookDocument>;

export const postImport = z.object({ text: z.string().max(8_000_000), mode: z.enum(["replace", "append"]) });
export const imported = z.object({ cellCount: z.number() });

export const versionList = z.object({
  versions: z.array(
    z.object({ id: z.string(), name: z.string().nullable(), by: z.object({ id: z.string(), name: z.string() }), at: instant }),
  ),
});
export type VersionList = z.infer<typeof versionList>;
export const postVersion = z.object({ name: givenName(200) });
export const newVersion = z.object({ id: z.string() });
