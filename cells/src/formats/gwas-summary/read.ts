// Summary statistics as a table, its columns under their own names with their meanings. Read as the delimited text that it is.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { moreOf, textColumn, textsOf } from "../../artifacts/table.ts";
import type { Issue, Read } from "../../contract/format.ts";
import { numberOfText } from "../parts/delimited/number-text.ts";
import { readAsDelimited } from "../parts/delimited/read-as-delimited.ts";
import { buildOfRows } from "../parts/intervals/build-of-rows.ts";
import { withSemantics } from "../parts/meanings/semantic-type.ts";
import { plainName } from "./format.ts";
import { programOf, type Role, roleOf } from "./programs.ts";
import { words } from "./words.ts";

export const read: Read = async (task) => {
  const file = await readAsDelimited({ ...task, matrix: "table" }, task.settings.delimiter);
  if (file.content.shape !== "table") return file;
  const { table: plain } = file.content;
  const program = programOf(plain.columns.map(({ name }) => plainName(name)));
  const taken = new Set<Role>();
  const meant: Table = {
    ...plain,
    columns: plain.columns.map((column) => {
      const role = roleOf(plainName(column.name));
      // Of two columns of places (as reported and harmonised) the first counts.
      const isFirst = role !== null && !taken.has(role);
      if (role !== null) taken.add(role);
      return role === null ? column : withRole(column, role, isFirst);
    }),
  };
  const built = buildOfRows(meant, file.lineOf, task.settings.build, null);
  const effect = plain.columns.find(({ name }) => plainName(name) === program?.effect)?.name;
  const said = [
    ...file.said,
    ...(program && program.title !== "" ? [words.sentence("program", { program: program.title })] : []),
    ...(effect === undefined ? [] : [words.sentence("effect-allele", { column: effect })]),
    ...built.said,
  ];
  const alleles = meant.columns.filter(({ semantic }) => semantic === "allele").map(({ name }) => name);
  const unsaid = effect === undefined && alleles.length > 1 && hasEffect(plain) ? [effectUnsaid(alleles)] : [];
  return {
    ...file,
    content: { shape: "whole", artifact: withSemantics(built.table) },
    said,
    issues: [...file.issues, ...unsaid, ...built.issues, ...texts(meant, file.lineOf), ...zeroes(meant, file.lineOf)],
  };
};

const hasEffect = ({ columns }: Table): boolean => columns.some(({ name }) => roleOf(plainName(name)) === "effect");

/** Read for the other allele every effect has the wrong sign. */
const effectUnsaid = (alleles: readonly string[]): Issue => ({
  rule: "effect-unsaid",
  severity: "warning",
  line: null,
  field: alleles[0] ?? null,
  message: words.sentence("effect-unsaid", { columns: alleles }),
});

/** Places and alleles are texts, whatever they look like. */
function withRole(column: Column, role: Role, isFirst: boolean): Column {
  switch (role) {
    case "chromosome":
      return isFirst ? asText({ ...column, semantic: "chromosome" }) : asText({ ...column, semantic: "category" });
    case "position":
      if (column.type !== "int32" && column.type !== "float64") return column;
      return isFirst ? { ...column, semantic: "position", origin: 1 } : { ...column, semantic: "number" };
    case "allele":
      return asText({ ...column, semantic: "allele" });
    case "variant":
      return isFirst && column.type === "text" ? { ...column, semantic: "identifier" } : column;
    case "p-value":
      return column.type === "text" ? column : { ...column, semantic: "p-value" };
    case "count":
      return column.type === "text" ? column : { ...column, semantic: "count" };
    case "log-p":
      return column.type === "text" ? column : { ...column, semantic: "number", unit: "-log10 p" };
    default:
      return column.type === "text" ? column : { ...column, semantic: "number" };
  }
}

function asText(column: Column): Column {
  if (column.type === "text") return column;
  const texts = textsOf(column).map((text, row) => (column.valid?.[row] === 0 ? null : text));
  return textColumn(column.name, texts, moreOf(column));
}

const numeric: ReadonlySet<Role | null> = new Set<Role>(["p-value", "log-p", "effect", "se", "frequency"]);

/** A column of effects or ps that is text keeps whoever reads it from computing: which value made it so. */
function texts(table: Table, lineOf: (row: number) => number): readonly Issue[] {
  return table.columns.flatMap((column): Issue[] => {
    if (column.type !== "text" || !numeric.has(roleOf(plainName(column.name)))) return [];
    const { codes, dictionary, valid } = column;
    const isNone = dictionary.map((text) => numberOfText(text) === null);
    let count = 0;
    let first = -1;
    for (let row = 0; row < table.rowCount; row++) {
      if (valid?.[row] === 0 || !isNone[codes[row] as number]) continue;
      count++;
      if (first < 0) first = row;
    }
    if (first < 0) return [];
    const line = lineOf(first);
    const value = (dictionary[codes[first] as number] as string).slice(0, 60);
    const message = words.sentence("texts", { column: column.name, count, line, value });
    return [{ rule: "texts", severity: "warning", line, field: column.name, message }];
  });
}

/** A p of 0 is one that is too small for the program that wrote it, or for a number of 64 bits. */
function zeroes(table: Table, lineOf: (row: number) => number): readonly Issue[] {
  return table.columns.flatMap((column): Issue[] => {
    if (column.semantic !== "p-value" || column.type === "text") return [];
    let count = 0;
    let first = -1;
    for (let row = 0; row < table.rowCount; row++) {
      if (column.values[row] !== 0 || column.valid?.[row] === 0) continue;
      count++;
      if (first < 0) first = row;
    }
    if (first < 0) return [];
    const line = lineOf(first);
    const message = words.sentence("p-zero", { column: column.name, count, line });
    return [{ rule: "p-zero", severity: "warning", line, field: column.name, message }];
  });
}
