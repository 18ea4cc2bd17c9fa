// Several people in one notebook, cut off from each other at random. GENOMECRAFT_RUNS sets the number of runs (1,000 when
// absent); GENOMECRAFT_SEED replays one.

import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { CellId } from "../base/ids.ts";
import type { JsonObject } from "../base/json.ts";
import { applyOperation } from "./apply-operation.ts";
import { dependencyGraph } from "./dependency-graph.ts";
import { kindOfForTests as kindOf } from "../testing/kinds-for-tests.ts";
import type { Cell, Notebook } from "./notebook.ts";
import type { Operation } from "./operation.ts";
import { keyAt } from "./order-key.ts";
import type { ListItem } from "./spec-value.ts";
import { newNotebookDoc } from "./y-shape.ts";
import { readNotebook } from "./y-read.ts";
import { writeOperation } from "../testing/write-operation.ts";
import { textOf } from "./y-write.ts";
import { newNotebookUndo, type NotebookUndo } from "./y-undo.ts";

const runs = Number(process.env.GENOMECRAFT_RUNS ?? 1000);
const firstSeed = Number(process.env.GENOMECRAFT_SEED ?? 1);

/** Mulberry32: a small seeded generator, uniform in [0, 1). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Editor {
  readonly letter: string;
  readonly doc: Y.Doc;
  readonly undo: NotebookUndo;
}

const lists = (cell: Cell): readonly ListItem[] =>
  Array.isArray(cell.spec.steps) ? (cell.spec.steps as readonly ListItem[]) : [];

/** Something that one of them might do now; often sensible, sometimes refused. */
function anyOperation(notebook: Notebook, letter: string, random: () => number, serial: number): Operation {
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const cell = pick(notebook.cells);
  const order = keyAt(notebook.cells, Math.floor(random() * (notebook.cells.length + 1)));
  const id = `cell_${letter}${serial}` as CellId;
  if (!cell || random() < 0.15) {
    const kind = pick(["note", "transform", "query", "parameter"]) as string;
    const specs: { readonly [kind: string]: JsonObject } = {
      note: { text: letter },
      transform: { from: cell ? { ref: cell.id } : null, steps: [{ id: "s1", verb: letter }] },
      query: { sql: `select 1 from ${cell?.name || "nothing"}` },
      parameter: { control: { type: "number" }, value: serial },
    };
    return {
      type: "add-cell",
      id,
      kind,
      name: kind === "note" ? "" : `n${serial % 7}`,
      spec: specs[kind] as JsonObject,
      order,
      mode: "auto",
    };
  }
  const steps = lists(cell);
  const field = cell.kind === "note" ? "text" : "sql";
  const text = String(cell.spec[field] ?? "");
  const at = Math.floor(random() * (text.length + 1));
  const step = pick(steps)?.id ?? "s1";
  const before = random() < 0.4 ? null : (pick(steps)?.id ?? null);
  const choices: readonly Operation[] = [
    { type: "edit-text", cell: cell.id, field, splice: { at, remove: 0, insert: letter.repeat(1 + Math.floor(random() * 3)) } },
    {
      type: "edit-text",
      cell: cell.id,
      field,
      splice: { at, remove: Math.min(text.length - at, Math.floor(random() * 3)), insert: random() < 0.5 ? "🧬" : "" },
    },
    { type: "move-cell", cell: cell.id, order },
    { type: "delete-cell", cell: cell.id, at: serial },
    { type: "restore-cell", cell: cell.id },
    { type: "rename-cell", cell: cell.id, name: random() < 0.1 ? "" : `n${Math.floor(random() * 9)}` },
    { type: "set-mode", cell: cell.id, mode: pick(["auto", "manual", "off"] as const) ?? "auto" },
    { type: "set-spec", cell: cell.id, path: ["rows"], value: random() < 0.3 ? undefined : serial },
    { type: "set-spec", cell: cell.id, path: ["steps", step, "column"], value: random() < 0.3 ? undefined : letter },
    { type: "set-spec", cell: cell.id, path: ["control"], value: { type: "number", min: serial } },
    {
      type: "replace-spec",
      cell: cell.id,
      spec: { ...cell.spec, ...(cell.kind === "transform" ? { steps: [...steps].reverse() } : {}) },
    },
    { type: "add-item", cell: cell.id, field: "steps", item: { id: `${letter}${serial}`, verb: letter }, before },
    { type: "add-item", cell: cell.id, field: "steps", item: { id: `${letter}${serial}`, verb: letter }, before },
    { type: "move-item", cell: cell.id, field: "steps", item: step, before },
    { type: "remove-item", cell: cell.id, field: "steps", item: step },
    { type: "set-item", cell: cell.id, field: "steps", item: step, path: ["order"], value: serial },
    { type: "set-title", title: `${letter}${serial}` },
    { type: "set-tile", tile: { cell: cell.id, x: serial % 6, y: Math.floor(random() * 4), w: 6, h: 2 } },
    { type: "remove-tile", cell: cell.id },
    { type: "duplicate-cell", cell: cell.id, id, name: cell.name === "" ? "" : `d${serial}`, order },
  ];
  return pick(choices) as Operation;
}

const sync = (from: Y.Doc, to: Y.Doc): void => Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), "sync");
/** Once is enough: the last one that sends has been sent everything before. */
const syncAll = (editors: readonly Editor[]): void => {
  for (const from of editors) for (const to of editors) if (from !== to) sync(from.doc, to.doc);
};

/** As `toEqual`, whose own way of comparing took a fifth of the time of all runs: it is asked when they differ. */
function expectSame(found: unknown, expected: unknown, where: () => string): void {
  if (!isDeepStrictEqual(found, expected)) expect(found, where()).toEqual(expected);
}

/** How often each letter stands in all the text that people typed, the bin included. */
function letterCounts(notebook: Notebook): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const cell of notebook.cells)
    if (cell.kind === "note") for (const letter of String(cell.spec.text)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

function simulate(seed: number, steps: number): void {
  const random = randomFrom(seed);
  const editors = ["a", "b", "c", "d", "e"].map((letter, index): Editor => {
    const doc = newNotebookDoc();
    doc.clientID = seed * 10 + index + 1;
    return { letter, doc, undo: newNotebookUndo(doc, letter, () => 1) };
  });
  const created = new Set<string>();
  for (let serial = 1; serial <= steps; serial++) {
    const editor = editors[Math.floor(random() * editors.length)] as Editor;
    const before = readNotebook(editor.doc, kindOf);
    const choice = random();
    if (choice < 0.12) {
      editor.undo.undo();
      const after = letterCounts(readNotebook(editor.doc, kindOf));
      for (const [letter, count] of letterCounts(before)) {
        if (letter !== editor.letter && "abcde".includes(letter)) {
          expect(
            after.get(letter) ?? 0,
            `seed ${seed}, step ${serial}: ${editor.letter} undid text of ${letter}`,
          ).toBeGreaterThanOrEqual(count);
        }
      }
    } else if (choice < 0.16) editor.undo.redo();
    else {
      const operation = anyOperation(before, editor.letter, random, serial);
      const expected = applyOperation(before, operation, kindOf);
      const done = writeOperation(editor.doc, operation, kindOf, editor.letter);
      const now = readNotebook(editor.doc, kindOf);
      if (expected.ok) {
        expectSame(done.ok, true, () => `seed ${seed}, step ${serial}`);
        expectSame(now, expected.value, () => `seed ${seed}, step ${serial}: ${JSON.stringify(operation)}`);
        if (operation.type === "add-cell" || operation.type === "duplicate-cell") created.add(operation.id);
      } else {
        expectSame(done, expected, () => `seed ${seed}, step ${serial}`);
        if (now !== before) expect(now).toBe(before);
      }
      if (random() < 0.3) editor.undo.endStep();
    }
    if (random() < 0.25) {
      const other = editors[Math.floor(random() * editors.length)] as Editor;
      if (other !== editor) sync(editor.doc, other.doc);
      if (random() < 0.5 && other !== editor) sync(other.doc, editor.doc);
    }
  }
  syncAll(editors);
  const first = readNotebook((editors[0] as Editor).doc, kindOf);
  for (const { doc } of editors) expectSame(readNotebook(doc, kindOf), first, () => `seed ${seed}: everybody sees the same`);
  expect(first.cells.map((cell) => cell.id).sort(), `seed ${seed}: no cell lost or doubled`).toEqual([...created].sort());
  for (const cell of first.cells) {
    expect(kindOf(cell.kind), `seed ${seed}: no undo takes a cell apart`).not.toBeNull();
    const ids = lists(cell).map((item) => item.id);
    expect(new Set(ids).size, `seed ${seed}: no step doubled`).toBe(ids.length);
  }
  // A document loaded anew, read without any memory of it, says the same.
  const loaded = newNotebookDoc();
  sync((editors[0] as Editor).doc, loaded);
  expectSame(readNotebook(loaded, kindOf), first, () => `seed ${seed}: loaded anew`);
  dependencyGraph(first, kindOf);
  for (const { undo } of editors) undo.destroy();
}

describe("five people in one notebook, often cut off from each other", () => {
  it(`what each does is what the reducer says; all end up with the same; nothing is lost, doubled, or undone by another (D-4, O-1, O-5), ${runs} runs`, () => {
    for (let seed = firstSeed; seed < firstSeed + runs; seed++) simulate(seed, 60);
  }, 600_000);

  it("a cell that one deletes while another types keeps what was typed (D-3)", () => {
    const [ann, ben] = [newNotebookDoc(), newNotebookDoc()] as const;
    const add: Operation = {
      type: "add-cell",
      id: "cell_n" as CellId,
      kind: "note",
      name: "",
      spec: { text: "x" },
      order: "V000",
      mode: "auto",
    };
    writeOperation(ann, add, kindOf, "ann");
    sync(ann, ben);
    writeOperation(ann, { type: "delete-cell", cell: "cell_n" as CellId, at: 1 }, kindOf, "ann");
    textOf(ben, "cell_n" as CellId, "text")?.insert(1, " and more");
    sync(ann, ben);
    sync(ben, ann);
    writeOperation(ann, { type: "restore-cell", cell: "cell_n" as CellId }, kindOf, "ann");
    expect(readNotebook(ann, kindOf).cells[0]).toMatchObject({ deletedAt: null, spec: { text: "x and more" } });
  });

  it("two renames at once leave a name, and the other resolves still (D-6)", () => {
    const [ann, ben] = [newNotebookDoc(), newNotebookDoc()] as const;
    const id = "cell_t" as CellId;
    const add: Operation = { type: "add-cell", id, kind: "transform", name: "kept", spec: {}, order: "V000", mode: "auto" };
    writeOperation(ann, add, kindOf, "ann");
    sync(ann, ben);
    writeOperation(ann, { type: "rename-cell", cell: id, name: "alpha" }, kindOf, "ann");
    writeOperation(ben, { type: "rename-cell", cell: id, name: "beta" }, kindOf, "ben");
    sync(ann, ben);
    sync(ben, ann);
    const cell = readNotebook(ann, kindOf).cells[0] as Cell;
    expect([cell.name, ...cell.aliases].sort()).toEqual(["alpha", "beta", "kept"]);
  });
});
