// Names that differ only as programs write them. Expected names by R 4.2.2, make.names().

import { expect, test } from "vitest";
import { alikeNames, makeName } from "./alike-names.ts";

test.each([
  ["ctl-1", "ctl.1"],
  ["1day", "X1day"],
  ["X1day", "X1day"],
  ["_a", "X_a"],
  [".1a", "X.1a"],
  [".a", ".a"],
  ["-a", "X.a"],
  ["a b", "a.b"],
  ["a  b", "a..b"],
  ["a/b(c)%", "a.b.c.."],
  ["if", "if."],
  ["TRUE", "TRUE."],
  ["NA", "NA."],
  ["Müller 1", "Müller.1"],
  ["α-1", "α.1"],
  ["7157", "X7157"],
])("R makes of %s %s", (name, made) => {
  expect(makeName(name)).toBe(made);
});

test("names are alike through make.names, case and blanks, and only where nothing else is", () => {
  const pairs = (names: string[], others: string[]) => alikeNames(names, others).map(({ name, other }) => `${name}=${other}`);
  expect(pairs(["ctl.1", "X1day", "trt  2"], ["ctl-1", "1day", " TRT 2 "])).toEqual([
    "ctl.1=ctl-1",
    "X1day=1day",
    "trt  2=TRT 2",
  ]);
  expect(pairs(["ctl.1"], ["ctl-1", "ctl 1"])).toEqual([]);
  expect(pairs(["ctl.1", "CTL.1"], ["ctl-1"])).toEqual([]);
  expect(pairs(["ctl1"], ["ctl-1"])).toEqual([]);
});
