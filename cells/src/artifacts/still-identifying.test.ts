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
const meanings = (...columns: readonly Column[]) => meaningsBy("", ...columns);
const meaningsBy = (text: string, ...columns: readonly Column[]) =>
  stillIdentifying(tableOf(...columns), [read], text).columns.map(({ semantic }) => semantic);

describe("names of individuals that were written anew tell them apart as before", () => {
  test.each([
    ["under another name", ids],
    ["in capitals", ids.map((id) => id.toUpperCase())],
    ["with other signs", ids.map((id) => ` ${id.replace("-", "_")}`)],
    ["some of them", ids.slice(0, 4)],
    ["each twice", [...ids, ...ids]],
    ["with something before them", ids.map((id) => `z${id}`)],
    ["among other values of their rows", ids.map((id, at) => `${id}|${"ab"[at % 2]}|${at / 8}`)],
  ])("%s", (_title, texts) => expect(meanings(textColumn("gene", texts))).toEqual(["identifier"]));

  test.each([
    ["groups", ids.map((_, at) => `group ${at % 3}`)],
    ["one name among other texts", [...ids.slice(0, 1), "usual", "rare"]],
    ["nothing", []],
  ])("not %s", (_title, texts) => expect(meanings(textColumn("gene", texts))).toEqual([undefined]));

  test("numbers of few digits are no names, though identifiers are numbers", () => {
    const numbered = tableOf({ ...textColumn("id", ["1", "2", "3", "4"]), semantic: "identifier" as const });
    const made = tableOf(textColumn("n", ["1", "2", "3"]));
    expect(stillIdentifying(made, [numbered], "")).toEqual(made);
  });

  test("what was taken over means what it meant", () => {
    const [, group] = read.columns;
    const made = tableOf(...(group ? [group] : []));
    expect(stillIdentifying(made, [read], "")).toBe(made);
  });

  test.each([
    ["reverse(id)", ids.map((id) => [...id].reverse().join(""))],
    ["md5(id)", ids.map((_, at) => `${(at + 1) * 7919}f3a9`)],
    ['right("id", 3)', ids.map((id) => id.slice(-3))],
    ["translate(id, 'MOUS-x', '')", ids.map((id) => id.slice(5, 7))],
    [`right("id", 3) /* ${ids.map((id) => id.slice(-3)).join(" ")} */`, ids.map((id) => id.slice(-3))],
    ["reverse(columns(*))", ids.map((id) => [...id].reverse().join(""))],
  ])("made of them by %s", (text, texts) =>
    expect(meaningsBy(`select ${text} as k from t`, textColumn("k", texts))).toEqual(["identifier"]),
  );

  test.each([
    ["left(id, 4)", ids.map(() => "MOUS")],
    ["case when id < 'MOUS-10' then 'first ten' else 'others' end", ids.map((_, at) => (at < 10 ? "first ten" : "others"))],
    ['"group" || \' of \' || "group", id', ids.map((_, at) => `${"ab"[at % 2]} of ${"ab"[(at + 1) % 2]}`)],
  ])("but not groups made of them by %s", (text, texts) =>
    expect(meaningsBy(`select ${text} as k from t`, textColumn("k", texts))).toEqual([undefined]),
  );
});
