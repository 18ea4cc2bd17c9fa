// Totals, means and remarks below a table. Sums and counts of what is left by pandas (read_csv with skipfooter).

import { describe, expect, test } from "vitest";
import type { Table } from "../../artifacts/artifact.ts";
import { fixInWords } from "../../messages/settings/setting-in-words.ts";
import { inspectFile } from "../../files/inspect.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { loadText } from "../../testing/load-text.ts";
import { workbookOf } from "../../testing/workbook-of.ts";

const total = "sample,reads,genes\na,10,1\nb,20,2\nc,30,4\n";
const notes = "\nNote: genes with padj < 0.05 are significant,,\nSource: lab X,,\n";

describe.each([
  ["a total", `${total}Total,60,7\n`, 3, 5],
  ["a mean and its deviation", `${total}Mean,20,2.3\nSD,10,1.5\n`, 3, 5],
  ["a total in Russian", `${total}Итого:,60,7\n`, 3, 5],
  ["remarks below an empty line", `${total}${notes}`, 3, 6],
  ["remarks that say so", `${total}* p < 0.05,,\n`, 3, 5],
  ["a total, and remarks", `${total}Total,60,7\n${notes}`, 3, 5],
  ["a total behind an empty first cell", "plate,sample,n\n1,a,10\n2,b,20\n,Total,30\n", 2, 4],
])("%s below a table", (_title, text, kept, line) => {
  test("stays, is told with its line, on the card as with the cell, and a click leaves it out", async () => {
    const { out, findings } = await loadText("x.csv", text);
    const rows = text.split("\n").filter((each) => each !== "").length - 1;
    expect(out).toMatchObject({ type: "table", rowCount: rows });
    const finding = findings.find(({ rule }) => rule === "rows-below");
    expect(finding?.message.params).toMatchObject({ count: rows - kept, line });
    const { issues } = await inspectFile(bytesAsSource(new TextEncoder().encode(text)), "x.csv");
    expect(issues.map(({ message, fix }) => ({ message, fix }))).toContainEqual({
      message: finding?.message,
      fix: finding?.fix,
    });
    if (!finding?.fix) throw new Error("no click");
    expect(fixInWords(finding.fix, "en")).toBe("Leave these rows out");
    const left = await loadText("x.csv", text, { summaryRows: "leave-out-of-tables" });
    expect(left.out).toMatchObject({ rowCount: kept });
    expect(left.findings.map(({ rule }) => rule)).toEqual(["rows-left-out"]);
    expect(left.logged).toMatch(/left out, as chosen/);
    const settings = { summaryRows: "leave-out-of-tables" } as const;
    expect((await inspectFile(bytesAsSource(new TextEncoder().encode(text)), "x.csv", { settings })).shape).toEqual([
      kept,
      text.split("\n")[0]?.split(",").length,
    ]);
  });
});

test.each([
  ["levels that stand in other rows, too", "year,group,n\n1,Total,5\n1,f,2\n2,Total,7\n2,f,3\n3,Total,9\n"],
  ["a sample that is called Max", "sample,n\nAnn,1\nBen,2\nMax,3\n"],
  ["a person of whom nothing else is known", "name,n,m\nAnn,1,2\nBen,2,3\nAnn Smith,,\n"],
  ["texts alone", "gene,note\nA,x\nB,y\nTotal,z\n"],
])("%s: nothing is told", async (_title, text) => {
  const { findings } = await loadText("x.csv", text, { read: "table" });
  expect(findings.filter(({ rule }) => rule === "rows-below")).toEqual([]);
});

test("in Excel they are told by the rows that it shows; rows of programs that count are left out by the same click", async () => {
  const rows = [
    ["gene", "n"],
    ["a", 1],
    ["b", 2],
    ["c", 3],
    [null, null],
    ["Significant at five per cent", null],
  ];
  const { findings } = await loadText("x.xlsx", workbookOf({ s: rows }));
  expect(findings.find(({ rule }) => rule === "rows-below")?.message.params).toMatchObject({ count: 1, line: 6 });
  const htseq = "gene,n\nA,1\nB,3\n__no_feature,9\n";
  expect((await loadText("h.csv", htseq, { read: "table" })).findings.map(({ fix }) => fix?.value)).toEqual([
    "leave-out-of-tables",
  ]);
  const { out } = await loadText("h.csv", htseq, { read: "table", summaryRows: "leave-out-of-tables" });
  expect((out as Table).rowCount).toBe(2);
});

const cages = "cage,week1,week2,Total\nC1,2,19,21\nC2,8,13,21\nC3,11,10,21\nTotal,21,42,63\n";

test("rows that were left out as chosen are told with the result, with the setting that keeps them", async () => {
  const { out, findings } = await loadText("cages.csv", cages, { read: "table", summaryRows: "leave-out-of-tables" });
  expect((out as Table).rowCount).toBe(3);
  expect(findings.find(({ rule }) => rule === "rows-left-out")).toMatchObject({
    message: { params: { count: 1, lines: [5] } },
    fix: { path: ["summaryRows"], value: "keep" },
  });
  const kept = await loadText("cages.csv", cages, { read: "table", summaryRows: "keep" });
  expect((kept.out as Table).rowCount).toBe(4);
  expect(kept.findings.map(({ rule }) => rule)).not.toContain("rows-left-out");
});

test("a column of a table that is the sum of the others is told, and stays", async () => {
  const { out, findings } = await loadText("cages.csv", cages, { read: "table" });
  expect((out as Table).columns.map(({ name }) => name)).toEqual(["cage", "week1", "week2", "Total"]);
  expect(findings.find(({ rule }) => rule === "sum-in-table")?.message.params).toEqual({ count: 1, columns: ["Total"] });
  const other = await loadText("x.csv", "cage,week1,week2,Total\nC1,2,19,30\nC2,8,13,21\n", { read: "table" });
  expect(other.findings.map(({ rule }) => rule)).not.toContain("sum-in-table");
});
