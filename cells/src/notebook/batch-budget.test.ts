import * as Y from "yjs";
import { expect, test } from "vitest";
import type { CellId } from "../base/ids.ts";
import { kindOf } from "../kinds.ts";
import { newBatchBudget } from "./batch-budget.ts";
import type { Operation } from "./operation.ts";
import { keysBetween } from "./order-key.ts";
import { readNotebook } from "./y-read.ts";
import { newNotebookDoc } from "./y-shape.ts";
import { writeOperations } from "./y-write.ts";

const keys = keysBetween(null, null, 2_000);
const idAt = (at: number): CellId => `cell_${at}` as CellId;
const note = (at: number, text: string): Operation => ({
  type: "add-cell",
  id: idAt(at),
  kind: "note",
  name: "",
  spec: { text },
  order: keys[at] as string,
  mode: "manual",
});
const holding = (...operations: readonly Operation[]): Y.Doc => {
  const doc = newNotebookDoc();
  expect(writeOperations(doc, operations, kindOf, "x").ok).toBe(true);
  return doc;
};
const done = (doc: Y.Doc, operations: readonly Operation[]): true | number => {
  const before = JSON.stringify(readNotebook(doc, kindOf));
  const written = writeOperations(doc, operations, kindOf, "x", newBatchBudget());
  if (written.ok) return true;
  expect(written.error.reason).toBe("notebook.batch-large");
  // All or none.
  expect(JSON.stringify(readNotebook(doc, kindOf))).toBe(before);
  return (written.error.params as { readonly done: number }).done;
};
const times = (count: number, make: (at: number) => Operation): readonly Operation[] =>
  Array.from({ length: count }, (_, at) => make(at));
const rename = (cell: number, name: string): Operation => ({ type: "rename-cell", cell: idAt(cell), name });
const copy = (of: number, at: number): Operation => ({
  type: "duplicate-cell",
  cell: idAt(of),
  id: idAt(at),
  name: "",
  order: keys[at] as string,
});
const edit = (cell: number): Operation => ({
  type: "edit-text",
  cell: idAt(cell),
  field: "text",
  splice: { at: 0, remove: 0, insert: "a" },
});
const parameter: Operation = { ...note(0, ""), kind: "parameter", name: "a", spec: {} } as Operation;

test("what programs send is done: a thousand small operations in a notebook of two thousand cells", () => {
  const large = holding(...times(1_999, (at) => note(at, "a")));
  expect(
    done(
      large,
      times(1_000, (at) => ({ type: "set-title", title: `t${at}` })),
    ),
  ).toBe(true);
  expect(
    done(
      large,
      times(100, (at) => rename(at, `n${at}`)),
    ),
  ).toBe(true);
  expect(
    done(
      holding(),
      times(1_000, (at) => note(at, "some text")),
    ),
  ).toBe(true);
  expect(
    done(
      holding(note(0, "a".repeat(10_000))),
      times(1_000, () => edit(0)),
    ),
  ).toBe(true);
});

test.each([
  ["renames in a large notebook", times(1_999, (at) => note(at, "a")), times(1_000, (at) => rename(at, `n${at}`))],
  [
    "renames that a long text follows",
    [parameter, note(1, "{{a.rows}}".repeat(10_000))],
    times(100, (at) => rename(0, `n${at}`)),
  ],
  [
    "a rename behind long texts that came with it",
    [parameter],
    [...times(8, (at) => note(at + 1, "{{a.rows}} ".repeat(20_000))), ...times(2, (at) => rename(0, `n${at}`))],
  ],
  ["copies of a long text", [note(0, "a".repeat(900_000))], times(50, (at) => copy(0, at + 1))],
  ["letters typed in a long text", [note(0, "a".repeat(900_000))], times(1_000, () => edit(0))],
])("%s are refused whole, and it is said how many could be done together (O-7)", (_, there, asked) => {
  const doc = holding(...there);
  const most = done(doc, asked);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThan(asked.length);
  expect(done(doc, asked.slice(0, most as number))).toBe(true);
});

test("one operation alone is always done (O-7)", () => {
  const text = "{{a.rows}} ".repeat(9_000).padEnd(999_000, "b");
  expect(done(holding(parameter, note(1, text), note(2, text), note(3, text)), [rename(0, "b")])).toBe(true);
});
