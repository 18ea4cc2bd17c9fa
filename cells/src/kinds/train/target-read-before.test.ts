// Features that were chosen with the help of the target are told, wherever that was behind the model.

import { expect, test } from "vitest";
import { targetReadBefore } from "./target-read-before.ts";

const query = (name: string, sql: string) => ({ name, spec: { sql } });
const steps = (name: string, ...of: { readonly [option: string]: string | boolean | string[] }[]) => ({
  name,
  spec: { steps: of },
});

test("SQL that names the target is told, words that only hold it are not", () => {
  const cells = [
    query("chosen", "select feature from long group by feature order by abs(corr(value, Class)) desc limit 50"),
    query("wide", "select * from long where subclass = 1"),
  ];
  expect(targetReadBefore("class", cells)).toEqual(["chosen"]);
});
test("steps that compute with it are told; a filter of classes, a step that is off and another column are not", () => {
  const cells = [
    steps("means", { verb: "summarise", by: ["class"] }),
    steps("two_classes", { verb: "filter", where: "class != 'unclear'" }),
    steps("off", { verb: "rank", column: "class", off: true }),
    steps("other", { verb: "derive", name: "x", formula: "log2(reads + 1)" }),
    { name: "loaded", spec: { file: { name: "class.csv" } } },
  ];
  expect(targetReadBefore("class", cells)).toEqual(["means"]);
});
test("categories as means of the target are told, other ways to make numbers of them are not", () => {
  const encode = (name: string, as: { readonly by: string; readonly target?: string }) => ({
    name,
    spec: { steps: [{ verb: "encode", columns: ["lab"], as }] },
  });
  expect(
    targetReadBefore("class", [encode("means", { by: "target", target: "class" }), encode("plain", { by: "one-hot" })]),
  ).toEqual(["means"]);
});
test("a name with signs is a name, and no target is no doubt", () => {
  expect(targetReadBefore("ER+ (IHC)", [query("q", 'select "ER+ (IHC)" from t')])).toEqual(["q"]);
  expect(targetReadBefore("", [query("q", "select 1")])).toEqual([]);
});
