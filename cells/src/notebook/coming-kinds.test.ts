// A browser reads a document before the specs of its kinds are there: by their cards.

import { expect, test } from "vitest";
import type { CellId } from "../base/ids.ts";
import type { KindOf, ShapeOf } from "../contract/kind-of.ts";
import { cardOf } from "../kind-cards.ts";
import { kindOf } from "../kinds.ts";
import { message, messageIfAny, wordsAreComing } from "../messages/catalogue.ts";
import { applyOperation } from "./apply-operation.ts";
import { dependencyGraph } from "./dependency-graph.ts";
import type { Cell, Notebook } from "./notebook.ts";
import { keyBetween } from "./order-key.ts";
import { newNotebookDoc } from "./y-shape.ts";
import { readNotebook } from "./y-read.ts";
import { seedNotebook } from "./y-write.ts";
import { receivedKey } from "../base/failure.ts";

const cell = (name: string, kind: string, spec: Cell["spec"], order: string): Cell => ({
  id: `cell_${name}` as CellId,
  kind,
  name,
  aliases: [],
  spec: { ...kindOf(kind)?.empty, ...spec },
  specVersion: 1,
  mode: "auto",
  order,
  deletedAt: null,
});
const counts = cell("counts", "load", {}, "a0");
const kept = cell("kept", "transform", { from: { ref: counts.id }, steps: [{ id: "s1", verb: "head", rows: 3 }] }, "a1");
const rows = cell("rows", "query", { sql: "select * from kept" }, "a2");
const notebook: Notebook = { title: "", cells: [counts, kept, rows], layout: { tiles: [] } };
/** The kinds but for some, of which the cards alone are there. */
const without =
  (...coming: readonly string[]): ShapeOf =>
  (kind) =>
    coming.includes(kind) ? cardOf(kind) : kindOf(kind);
const onlyCards: ShapeOf = cardOf;

test("a document reads by cards as it reads by kinds: text, lists and all", () => {
  const doc = newNotebookDoc();
  seedNotebook(doc, notebook, kindOf as KindOf);
  const byKinds = readNotebook(doc, kindOf);
  expect(readNotebook(doc, onlyCards).cells).toEqual(byKinds.cells);
  expect(byKinds.cells.map(({ name }) => name)).toEqual(["counts", "kept", "rows"]);
});

test("nothing is wrong with a cell whose kind is on the way; what its fields refer to is known, and the rest when it has come", () => {
  const before = dependencyGraph(notebook, onlyCards);
  for (const { problem, missing, kind } of before.cells.values()) expect([problem, missing, kind]).toEqual([null, null, null]);
  expect(before.dependents.get(counts.id)).toEqual([kept.id]);
  expect(before.dependents.get(kept.id)).toEqual([]);
  const after = dependencyGraph(notebook, kindOf);
  expect(after.cells.get(counts.id)?.missing).toBe("file");
  expect(after.dependents.get(kept.id)).toEqual([rows.id]);
});

test("a kind that nobody has is said to be unknown at once", () => {
  const odd = { ...counts, kind: "volcano" };
  expect(dependencyGraph({ ...notebook, cells: [odd] }, onlyCards).cells.get(odd.id)?.problem?.reason).toBe(
    "notebook.kind-unknown",
  );
});

test("a rename waits for the kinds in whose text the name may stand, so that none is left behind", () => {
  const rename = { type: "rename-cell", cell: kept.id, name: "filtered" } as const;
  expect(applyOperation(notebook, rename, without("query"))).toMatchObject({
    ok: false,
    error: { reason: "notebook.kind-coming", params: { kind: "query" } },
  });
  // A kind without text does not hinder it.
  const done = applyOperation(notebook, rename, without("load", "transform"));
  expect(done.ok && done.value.cells.find(({ id }) => id === rows.id)?.spec["sql"]).toBe("select * from filtered");
});

test("a cell is added when its kind is there", () => {
  const add = {
    type: "add-cell",
    id: "cell_new" as CellId,
    kind: "chart",
    name: "",
    spec: {},
    order: keyBetween(null, null),
    mode: "auto",
  } as const;
  expect(applyOperation(notebook, add, without("chart"))).toMatchObject({ ok: false, error: { reason: "notebook.kind-coming" } });
  expect(applyOperation(notebook, add, kindOf).ok).toBe(true);
});

test("while words are on their way nothing is said where they will stand; later an unknown key is shown as itself", () => {
  wordsAreComing(true);
  expect(message(receivedKey("load.no-such-key"), {}, "en")).toBe("");
  wordsAreComing(false);
  expect(message(receivedKey("load.no-such-key"), {}, "en")).toBe("load.no-such-key");
  expect(messageIfAny("load.no-such-key", {}, "en")).toBeNull();
});
