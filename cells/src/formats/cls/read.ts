// A CLS file as a table: a row for each position, with its class (or with the numbers of each profile).

import type { Column, Table } from "../../artifacts/artifact.ts";
import { integerColumn, numberColumn, textColumn } from "../../artifacts/table.ts";
import type { Read } from "../../contract/format.ts";
import { doubt } from "../parts/doubts/of-matrices.ts";
import { uniqueNames } from "../parts/delimited/read-delimited.ts";
import { contentOf } from "../parts/matrices/whole-assay.ts";
import { words } from "./words.ts";

interface Line {
  readonly text: string;
  readonly line: number;
}

export const read: Read = async (task) => {
  const text = new TextDecoder().decode(await task.bytes()).replace(/^\ufeff/, "");
  const lines = text
    .split(/\r?\n/)
    .map((each, at): Line => ({ text: each.trim(), line: at + 1 }))
    .filter((each) => each.text !== "");
  const columns = /^#numeric/i.test(lines[0]?.text ?? "") ? profiles(lines) : [classes(lines)];
  const [first] = columns;
  const rowCount = first ? (first.type === "text" ? first.codes.length : first.values.length) : 0;
  const position = integerColumn(
    "position",
    Array.from({ length: rowCount }, (_, at) => at + 1),
    { semantic: "identifier" },
  );
  const table: Table = { type: "table", rowCount, columns: [position, ...columns] };
  const issue = { ...doubt(words.sentence("by-position")), severity: "note" as const };
  return contentOf(table, [issue], [issue.message]);
};

const fields = (text: string): readonly string[] => text.split(/\s+/).filter((each) => each !== "");

/** The label that is used first is the class that is named first, and so on, as the documentation has it; a name is its own label. */
function classes(lines: readonly Line[]): Column {
  const [head, named, labelled] = lines;
  if (!head || !named || !labelled) return words.fail("cut", { line: lines.at(-1)?.line ?? 1 });
  const [samples, count] = fields(head.text).map(Number);
  const names = fields(named.text.replace(/^#/, ""));
  if (names.length !== count)
    words.fail("count-differs", {
      told: count ?? 0,
      found: names.length,
      line: named.line,
      what: { ...words.sentence("classes") },
    });
  const labels = fields(labelled.text);
  if (labels.length !== samples)
    words.fail("count-differs", {
      told: samples ?? 0,
      found: labels.length,
      line: labelled.line,
      what: { ...words.sentence("samples") },
    });
  const areNames = labels.every((label) => names.includes(label));
  const order = [...new Set(labels)];
  if (!areNames && order.length > names.length)
    words.fail("class-unknown", { line: labelled.line, label: order[names.length] ?? "" });
  const nameOf = (label: string): string => (areNames ? label : (names[order.indexOf(label)] as string));
  return textColumn("class", labels.map(nameOf), { semantic: "category" });
}

function profiles(lines: readonly Line[]): readonly Column[] {
  const named: string[] = [];
  const numbers: number[][] = [];
  for (const { text, line } of lines.slice(1)) {
    if (text.startsWith("#")) {
      named.push(text.slice(1).trim());
      numbers.push([]);
      continue;
    }
    for (const each of fields(text)) {
      const value = Number(each);
      if (!Number.isFinite(value)) words.fail("no-number", { line, found: each.slice(0, 60) });
      numbers.at(-1)?.push(value);
    }
  }
  const [first] = numbers;
  if (!first || first.length === 0) return words.fail("cut", { line: lines.at(-1)?.line ?? 1 });
  const { names } = uniqueNames(named);
  for (const [at, each] of numbers.entries())
    if (each.length !== first.length)
      words.fail("count-differs", {
        told: first.length,
        found: each.length,
        line: lines.filter(({ text }) => text.startsWith("#"))[at + 1]?.line ?? 1,
        what: { ...words.sentence("samples") },
      });
  return numbers.map((each, at) => numberColumn(names[at] as string, each));
}
