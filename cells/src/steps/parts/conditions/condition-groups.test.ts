// A form shows lines and groups of lines, and writes back what it read.

import { expect, test } from "vitest";
import { fromConditionForm, toConditionForm } from "./condition-groups.ts";
import type { Condition } from "./condition.ts";

const line = (column: string): Condition => ({ column, is: "=", value: 1 });

test.each<[string, Condition]>([
  ["lines", { any: [line("a"), line("b")] }],
  ["a group among lines", { all: [line("a"), { any: [line("b"), line("c")] }, line("d")] }],
  ["groups of both kinds, one of them still empty", { any: [{ all: [line("a")] }, { any: [] }] }],
])("%s come back as they were", (_what, where) => {
  const form = toConditionForm(where);
  expect(form && fromConditionForm(form)).toEqual(where);
});

test("a single condition is one line of all", () => {
  expect(toConditionForm(line("a"))).toEqual({ holds: "all", items: [line("a")] });
});

test("groups in groups have no form", () => {
  expect(toConditionForm({ all: [{ any: [line("a"), { all: [line("b")] }] }] })).toBeNull();
});
