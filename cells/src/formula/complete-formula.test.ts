import { expect, test } from "vitest";
import { completeFormula } from "./complete-formula.ts";
import { parseFormula } from "./parse-formula.ts";
import { formulaColumn, formulaMeant } from "./quote-columns.ts";

const columns = [
  "mean area",
  "mean radius",
  "area",
  "padj",
  "log2FoldChange",
  "n (%)",
  "in",
  "in situ",
  "a`b",
  "2h",
  "p.value",
  "белок",
];
/** The text with `|` where the caret stands: what it becomes with the first hit, or null. */
const completed = (typed: string): string | null => {
  const caret = typed.indexOf("|");
  const text = typed.replace("|", "");
  const found = completeFormula(text, caret, { columns });
  const [hit] = found?.hits ?? [];
  return found && hit ? text.slice(0, found.from) + hit.insert + text.slice(found.to) : null;
};
const labels = (text: string): readonly string[] =>
  completeFormula(text, text.length, { columns })?.hits.map((hit) => hit.label) ?? [];

test("a column that is begun is completed, in backticks where it has to stand in them", () => {
  expect(completed("pa|")).toBe("padj");
  expect(completed("PADJ|")).toBe("padj");
  expect(completed("mean|")).toBe("`mean area`");
  expect(completed("mean r|")).toBe("`mean radius`");
  expect(completed("log2(mean a|)")).toBe("log2(`mean area`)");
  expect(completed("`mean area` / me|")).toBe("`mean area` / `mean area`");
  expect(completed("n (|")).toBe("`n (%)`");
  expect(completed("`a`|")).toBeNull();
  expect(completed("2h|")).toBe("`2h`");
  expect(completed("p.v|")).toBe("p.value");
  expect(completed("бе|")).toBe("белок");
});

test("behind an open backtick a column follows, and the backtick that stands there already is not doubled", () => {
  expect(completed("`mean r|")).toBe("`mean radius`");
  expect(completed("`mean r|`")).toBe("`mean radius`");
  expect(completed("1 + `ar|")).toBe("1 + `area`");
});

test("within a word nothing is offered, whose end would be left over", () => {
  for (const text of ["me|an", "`mean r|adius`", "ab|solute", "log2(ar|ea)"]) expect(completed(text), text).toBeNull();
});

test("columns stand before functions, what is typed whole before what only holds it", () => {
  expect(labels("area")).toEqual(["area", "mean area"]);
  expect(labels("log2")[0]).toBe("log2FoldChange");
  expect(labels("log2")).toContain("log2");
  expect(completed("abs|")).toBe("abs(");
  expect(completed("ab|(padj)")).toBe("abs(padj)");
  expect(labels("is_mis")).toEqual(["is_missing"]);
});

test("nothing is offered inside a text, in a number, for a word of formulas and for what is whole", () => {
  for (const text of [`x = "mea|`, `x = "mea|"`, "x > 1|", "x > 2|", "padj < 0.05 and|", "padj|", "mean area |", "1 + |", "|"])
    expect(completed(text), text).toBeNull();
});

test("where nothing is typed the columns are listed for who asks", () => {
  expect(completeFormula("", 0, { columns, asked: true })?.hits.map((hit) => hit.label)).toEqual(columns.slice(0, 8));
  expect(completeFormula("1 + ", 4, { columns, asked: true })?.hits[0]?.insert).toBe("`mean area`");
});

test("every column's name as it is written in can be read, and is that column", () => {
  for (const name of [...columns, "missing", "True", "e\u0301t", "µ"]) {
    const read = parseFormula(formulaColumn(name));
    expect(read.ok && read.value.type === "column" ? read.value.name : null, name).toBe(name);
  }
});

test("what was typed without backticks and cannot be read otherwise gets them; what can be read stays", () => {
  expect(formulaMeant("mean area / mean radius", columns)).toBe("`mean area` / `mean radius`");
  expect(formulaMeant("padj < 0.05", columns)).toBe("padj < 0.05");
  expect(formulaMeant("mean area /", columns)).toBe("mean area /");
  expect(formulaMeant('area = "mean area', columns)).toBe('area = "mean area');
});
