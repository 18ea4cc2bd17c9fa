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
    ["one of them", ids.slice(7, 8).map((id) => `${id}-ab`)],
    ["with something before them", ids.map((id) => `z${id}`)],
    ["among other values of their rows", ids.map((id, at) => `${id}|${"ab"[at % 2]}|${at / 8}`)],
  ])("%s", (_title, texts) => expect(meanings(textColumn("gene", texts))).toEqual(["identifier"]));

  test.each([
    ["groups", ids.map((_, at) => `group ${at % 3}`)],
    ["one name among other texts", [...ids.slice(0, 1), "usual", "rare"]],
    ["nothing", []],
  ])("not %s", (_title, texts) => expect(meanings(textColumn("gene", texts))).toEqual([undefined]));

  test("of a table of one individual, and in texts as long as a read", () => {
    const one = tableOf({ ...textColumn("read", ["Zread77"]), semantic: "identifier" as const });
    const made = stillIdentifying(tableOf(textColumn("w", ["Zread77-Zgroup"])), [one], "");
    expect(made.columns[0]?.semantic).toBe("identifier");
    const reads = ["ACGT".repeat(60), "TTGA".repeat(60), "CCGA".repeat(60)];
    const sequences = tableOf({ ...textColumn("seq", reads), semantic: "sequence" as const });
    const longer = tableOf(
      textColumn(
        "w",
        reads.map((read) => `n ${read.toLowerCase()}`),
      ),
    );
    expect(stillIdentifying(longer, [sequences], "").columns[0]?.semantic).toBe("identifier");
  });

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

describe("values of a row side by side tell it apart as its name does", () => {
  const n = ids.map((_, at) => at);
  test.each([
    ["\"a\" || '|' || v || '|' || w", n.map((at) => `${at * 3}|${at / 8}|${at % 7}`)],
    ["of few rows alone, so that many charts would show them all", [`12|34.5|7`]],
    ["two", n.map((at) => `${at % 3}-${at % 2}`)],
    ["with letters between them", n.map((at) => `x${at * 3}y${at % 7}z`)],
    ["in a row, without anything between", n.map((at) => `${String(at * 3).padStart(4, "0")}${String(at).padStart(4, "0")}`)],
    ["beside a group", n.map((at) => `${"ab"[at % 2]}: ${at} of ${at * 2}`)],
    ["one for each row", n.map((at) => `v ${at / 8}`)],
  ])("%s", (text, texts) => {
    expect(meaningsBy(text, textColumn("k", texts))).toEqual(["identifier"]);
    // Whether or not the rows have names: these may have been left out before.
    const [, , v] = read.columns;
    expect(stillIdentifying(tableOf(textColumn("k", texts)), [tableOf(...(v ? [v] : []))], text).columns[0]?.semantic).toBe(
      "identifier",
    );
  });

  const levels = tableOf(
    textColumn("level", ["high", "low", "3 mg", "10 mg"]),
    textColumn("sex", ["male", "female", "male", "female"]),
  );
  test.each([
    ["two groups together", "level || '|' || sex", ["high|male", "low|female", "3 mg|male", "10 mg|female"]],
    ["decades of years", "floor(v / 10) || '0s'", n.slice(0, 40).map((at) => `${Math.floor(at / 10)}0s`)],
    ["ranges that are written in the query", "case when v < 10 then '0-9' else '10-19' end", ["0-9", "10-19"]],
    ["a year", "year(d)::varchar", ["2024", "2025"]],
    ["values in capitals", "upper(level)", ["HIGH", "LOW", "3 MG"]],
  ])("%s are groups", (_title, text, texts) =>
    expect(stillIdentifying(tableOf(textColumn("k", texts)), [read, levels], text).columns[0]?.semantic).toBeUndefined(),
  );

  test("names of columns that became values are none of a row", () => {
    const wide = tableOf(numberColumn("2024-01", [1, 2]), numberColumn("2024-02", [3, 4]));
    const long = tableOf(textColumn("name", ["2024-01", "2024-02"]), numberColumn("value", [1, 3]));
    expect(stillIdentifying(long, [wide], "fold").columns[0]?.semantic).toBeUndefined();
  });

  test("in a large study parts of names that are more than a dozen are a list of names, not plates", () => {
    const many = Array.from({ length: 2_000 }, (_, at) => `BC${String(at).padStart(5, "0")}q`);
    const study = tableOf({ ...textColumn("id", many), semantic: "identifier" });
    const by = (count: number) =>
      stillIdentifying(
        tableOf(
          textColumn(
            "k",
            Array.from({ length: count }, (_, at) => `q${"abcdefghijklmnopqrst"[at]}cb`),
          ),
        ),
        [study],
        "reverse(id)",
      ).columns[0]?.semantic;
    expect([by(11), by(13)]).toEqual([undefined, "identifier"]);
  });
});
