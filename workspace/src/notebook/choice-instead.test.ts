// A number of a control is compared with texts: one click makes the control a choice of the column's values.

import { expect, test } from "vitest";
import type { Digest } from "@genomecraft/cells/base/ids.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import { applyOperation } from "@genomecraft/cells/notebook/apply-operation.ts";
import { dependencyGraph } from "@genomecraft/cells/notebook/dependency-graph.ts";
import { cellOf, idOf, notebookOf } from "@genomecraft/cells/testing/notebook-of.ts";
import { choiceInstead } from "./choice-instead.ts";

const where = { column: "group", is: "between", value: { ref: idOf("ages") } };
const notebook = notebookOf(
  cellOf("data", "load", { file: { name: "a.csv", digest: "a".repeat(64), size: 1 } }),
  cellOf("ages", "parameter", { control: { type: "range", min: 0, max: 90 }, value: [10, 20] }),
  cellOf("kept", "transform", { from: { ref: idOf("data") }, steps: [{ id: "s", verb: "filter", where }] }),
);
const asked = (columns: readonly string[], more: object = {}) =>
  choiceInstead(
    {
      graph: dependencyGraph(notebook, kindOf),
      results: {
        at: () => ({
          digest: "d" as Digest,
          summary: { type: "table", shape: [3, 2], columns: columns.map((name) => ({ name, type: "text" as const })) },
        }),
      },
    },
    idOf("kept"),
    { at: ["steps", 0, "where", "value"], params: { column: "group", textColumn: true, ...more } },
  );

test("the range becomes a choice of the column, and the condition asks for the value that is chosen", () => {
  const found = asked(["group", "age"]);
  expect(found?.name).toBe("ages");
  let after = notebook;
  for (const operation of found?.operations ?? []) {
    const done = applyOperation(after, operation, kindOf);
    if (!done.ok) return expect.fail(JSON.stringify(done.error));
    after = done.value;
  }
  expect(after.cells.find(({ name }) => name === "ages")?.spec).toMatchObject({
    control: { type: "choice", column: "group" },
    from: { ref: idOf("data") },
    value: null,
  });
  expect(JSON.stringify(after.cells.find(({ name }) => name === "kept")?.spec)).toContain('"is":"="');
  for (const cell of dependencyGraph(after, kindOf).cells.values()) expect(cell.problem, cell.cell.name).toBeNull();
});

test("not where the column is none of the data, or where texts are not what is in the way", () => {
  expect(asked(["age"])).toBeNull();
  expect(asked(["group"], { textColumn: false })).toBeNull();
});
