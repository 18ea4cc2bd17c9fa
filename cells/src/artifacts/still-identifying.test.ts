import { describe, expect, test } from "vitest";
import type { Column } from "./artifact.ts";
import { stillIdentifying } from "./still-identifying.ts";
import { numberColumn, tableOf, textColumn } from "./table.ts";

const ids = Array.from({ length: 40 }, (_, at) => `MOUS-${String(at).padStart(2, "0")}x`);
const read = tableOf(
  { ...textColumn("id", ids), semantic: "identifier" },
  textColumn(
    "group",
    ids.map((_, at) => "ab"[at % 2] ?? ""),
  ),
  numberColumn(
    "v",
    ids.map((_, at) => at),
  ),
);
const meanings = (...columns: readonly Column[]) =>
  stillIdentifying(tableOf(...columns), [read]).columns.map(({ semantic }) => semantic);

describe("names of individuals that were written anew tell them apart as before", () => {
  test.each([
    ["under another name", ids],
    ["in capitals", ids.map((id) => id.toUpperCase())],
    ["with other signs", ids.map((id) => ` ${id.replace("-", "_")}`)],
    ["some of them", ids.slice(0, 4)],
    ["each twice", [...ids, ...ids]],
  ])("%s", (_title, texts) => expect(meanings(textColumn("gene", texts))).toEqual(["identifier"]));

  test.each([
    ["groups", ids.map((_, at) => `group ${at % 3}`)],
    ["one name among other texts", [...ids.slice(0, 1), "usual", "rare"]],
    ["nothing", []],
  ])("not %s", (_title, texts) => expect(meanings(textColumn("gene", texts))).toEqual([undefined]));

  test("numbers of few digits are no names, though identifiers are numbers", () => {
    const numbered = tableOf({ ...textColumn("id", ["1", "2", "3", "4"]), semantic: "identifier" as const });
    const made = tableOf(textColumn("n", ["1", "2", "3"]));
    expect(stillIdentifying(made, [numbered])).toBe(made);
  });

  test("what was taken over means what it meant", () => {
    const [, group] = read.columns;
    const made = tableOf(...(group ? [group] : []));
    expect(stillIdentifying(made, [read])).toBe(made);
  });
});
