// Numbers at the heads of columns are short, in the reader's language.

import { expect, test } from "vitest";
import { formatShort } from "./ColumnHead.tsx";

test.each([
  [13_000, "13\u202fk", "13\u202fтыс."],
  [1_234_567, "1.2\u202fM", "1,2\u202fмлн"],
  [9_990, "9\u2009990", "9\u2009990"],
])("%d", (value, en, ru) => {
  expect([formatShort(value, "en"), formatShort(value, "ru")]).toEqual([en, ru]);
});
