// A batch that was taken away before a lab is left out.

import { expect, test } from "vitest";
import type { CellId } from "../../base/ids.ts";
import { train } from "./spec.ts";

const behind = (verb: string, off = false) => [
  { id: "cell_a" as CellId, name: "corrected", spec: { steps: [{ verb, off, batch: "lab" }] } },
];
const spec = (type: "k-fold" | "leave-one-out", prepare: { readonly ref: string } | null = null) =>
  train.schema.parse({
    from: { ref: "cell_a" },
    prepare,
    target: "class",
    validation: type === "k-fold" ? { type, folds: 5 } : { type, column: "lab" },
  });

test.each(["combat", "remove-batch"])("%s is refused before a lab is left out, and told before folds", (verb) => {
  expect(train.refuses?.(spec("leave-one-out"), behind(verb))).toMatchObject({
    reason: "learn.batch-taken-before",
    params: { cells: ["corrected"], column: "lab" },
    at: ["validation"],
  });
  expect(train.refuses?.(spec("k-fold"), behind(verb))).toBeNull();
  expect(train.doubts?.(spec("k-fold"), behind(verb), [])).toMatchObject([{ key: "learn.doubt-batch-taken" }]);
});

test("other steps, one that is off, and what is done within the folds are not", () => {
  expect(train.refuses?.(spec("leave-one-out"), behind("scale"))).toBeNull();
  expect(train.refuses?.(spec("leave-one-out"), behind("combat", true))).toBeNull();
  expect(train.refuses?.(spec("leave-one-out", { ref: "cell_a" }), behind("combat"))).toBeNull();
});
