// A column that a few words make text is mended where its file is loaded, and nowhere where it is not clear which file that is.

import { expect, test } from "vitest";
import { missingNumbers } from "@genomecraft/cells/base/known-missing.ts";
import type { Digest } from "@genomecraft/cells/base/ids.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import { cellOf, idOf, notebookOf } from "@genomecraft/cells/testing/notebook-of.ts";
import { applyOperation } from "@genomecraft/cells/notebook/apply-operation.ts";
import { dependencyGraph } from "@genomecraft/cells/notebook/dependency-graph.ts";
import type { Notebook } from "@genomecraft/cells/notebook/notebook.ts";
import { missingWhereLoaded } from "./missing-where-loaded.ts";

const load = (name: string, more: JsonObject = {}) =>
  cellOf(name, "load", { file: { name: `${name}.csv`, digest: "a".repeat(64), size: 1 }, ...more });
const chart = (from: string) =>
  cellOf("chart", "chart", { from: { ref: idOf(from) }, chart: { type: "point" }, x: "ct", y: "v" });
/** `columns`: what each cell has on show. */
const asked = (
  of: Notebook,
  columns: { readonly [name: string]: readonly string[] },
  failed = "chart",
  params: JsonObject = { column: "ct", missingWords: ["n.d."] },
) =>
  missingWhereLoaded(
    {
      graph: dependencyGraph(of, kindOf),
      results: {
        of: (asking) => {
          const names = columns[asking.replace("cell_", "")];
          const shown = names?.map((name) => ({ name, type: "text" as const }));
          return shown
            ? { out: { digest: "d" as Digest, summary: { type: "table", shape: [3, shown.length], columns: shown } } }
            : null;
        },
      },
    },
    idOf(failed),
    { params },
  );
const joined = (other: string) =>
  cellOf("both", "transform", {
    from: { ref: idOf("ct") },
    steps: [{ id: "a", verb: "join", with: { ref: idOf(other) }, how: "left", on: [{ left: "id", right: "id" }] }],
  });

test("S-7: the words are added to those that are missing anyway, in the load behind the cell that failed", () => {
  const before = notebookOf(load("ct"), chart("ct"));
  const found = asked(before, { ct: ["id", "ct", "v"] });
  expect(found?.words).toEqual(["n.d."]);
  const now = applyOperation(before, found?.operation ?? expect.fail("nothing"), kindOf);
  if (!now.ok) throw new Error(now.error.reason);
  const { missing } = now.value.cells[0]?.spec ?? {};
  expect(missing).toEqual([...[...missingNumbers].filter((word) => word !== ""), "n.d."]);
  expect(dependencyGraph(now.value, kindOf).cells.get(idOf("ct"))?.problem).toBeNull();
});

test("words that were set are kept, and those alone", () => {
  const found = asked(notebookOf(load("ct", { missing: ["-999"] }), chart("ct")), { ct: ["ct"] });
  expect(found?.operation).toEqual({ type: "set-spec", cell: idOf("ct"), path: ["missing"], value: ["-999", "n.d."] });
});

test("of two files behind the cell the one that holds the column is mended", () => {
  const of = notebookOf(load("ct"), load("plan"), joined("plan"), chart("both"));
  expect(asked(of, { ct: ["id", "v"], plan: ["id", "ct"] })?.operation).toMatchObject({ cell: idOf("plan") });
  expect(asked(of, { ct: ["id", "ct"], plan: ["id"] })?.operation).toMatchObject({ cell: idOf("ct") });
});

test("where both hold it, or neither does and there are two, nothing is offered", () => {
  const of = notebookOf(load("ct"), load("plan"), joined("plan"), chart("both"));
  expect(asked(of, { ct: ["id", "ct"], plan: ["id", "ct"] })).toBeNull();
  expect(asked(of, {})).toBeNull();
});

test("a column that was renamed on the way is mended in the only file there is", () => {
  const renamed = cellOf("renamed", "transform", {
    from: { ref: idOf("ct") },
    steps: [{ id: "a", verb: "rename", columns: [{ from: "Ct (dRn)", to: "ct" }] }],
  });
  expect(asked(notebookOf(load("ct"), renamed, chart("renamed")), { ct: ["Ct (dRn)"] })?.operation).toMatchObject({
    cell: idOf("ct"),
  });
});

test("another file of the notebook is not touched, and neither is one whose cell is in the bin or broken", () => {
  const of = notebookOf(load("other"), load("ct"), chart("ct"));
  expect(asked(of, { other: ["ct"], ct: ["ct"] })?.operation).toMatchObject({ cell: idOf("ct") });
  expect(asked(notebookOf({ ...load("ct"), deletedAt: "2026-01-01T00:00:00.000Z" } as never, chart("ct")), {})).toBeNull();
  expect(asked(notebookOf(load("ct", { decimal: "semicolon" }), chart("ct")), {})).toBeNull();
});

test("of any other failure nothing is offered", () => {
  const of = notebookOf(load("ct"), chart("ct"));
  for (const params of [{ column: "ct" }, { column: "ct", missingWords: "n.d." }, { column: "ct", missingWords: [1] }])
    expect(asked(of, { ct: ["ct"] }, "chart", params)).toBeNull();
});
