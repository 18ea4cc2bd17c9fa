// Which column of a sheet names the samples. Rows as R 4.2.2 finds them: sheet[match(colnames(m), sheet$sample), ].

import { expect, test } from "vitest";
import { sampleColumn } from "./sample-columns.ts";
import { tableOf, textColumn } from "./table.ts";

const names = ["S1", "S2", "S3", "S4"];
const mates = textColumn("mate", ["S2", "S1", "S4", "S3"]);
const own = (name: string) => textColumn(name, ["S1", "S2", "S3", "S4"]);

test("of two columns that match equally well the one that is called sample is taken, and the other is told", () => {
  for (const columns of [
    [mates, own("sample")],
    [own("sample"), mates],
  ]) {
    const choice = sampleColumn(names, tableOf(...columns), { enough: 0.5 });
    expect(choice).toMatchObject({ found: "one", match: { column: "sample" }, instead: [{ column: "mate", matched: 4 }] });
    expect(choice?.found === "one" && [...choice.match.rowOf]).toEqual([0, 1, 2, 3]);
  }
});

test("where names do not decide nobody does, unless both give the same rows or one is chosen", () => {
  const several = sampleColumn(names, tableOf(mates, own("id")), { enough: 0.5 });
  expect(several).toMatchObject({ found: "several", columns: [{ column: "mate" }, { column: "id" }] });
  expect(sampleColumn(names, tableOf(own("library"), own("id")), { enough: 0.5 })).toMatchObject({ found: "one", instead: [] });
  const chosen = sampleColumn(names, tableOf(mates, own("id")), { enough: 0.5, column: "id" });
  expect(chosen).toMatchObject({ found: "one", match: { column: "id" } });
});

test("a column called sample that matches fewer than another, and otherwise, is not passed over in silence", () => {
  const some = textColumn("sample", ["S1", "S2", "S3", "S5"]);
  expect(sampleColumn(names, tableOf(mates, some), { enough: 0.5 })).toMatchObject({ found: "several" });
});

test("a name in two rows is told; twice a name that is not asked for is nothing", () => {
  const twice = textColumn("sample", ["S1", "S2", "S3", "S4", "S2"]);
  expect(sampleColumn(names, tableOf(twice), { enough: 0.5 })).toMatchObject({
    found: "repeated",
    match: { column: "sample", repeated: { name: "S2", rows: [1, 4] } },
  });
  const others = textColumn("sample", ["S1", "S2", "S3", "S4", "x", "x"]);
  expect(sampleColumn(names, tableOf(others), { enough: 0.5 })).toMatchObject({ found: "one" });
  // One control for all says nothing of rows.
  const control = textColumn("control", ["S1", "S1", "S1", "S1"]);
  expect(sampleColumn(names, tableOf(control), { enough: 0.5 })).toBeNull();
});
