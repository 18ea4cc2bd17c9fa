// Samples of PLINK: the lines of a .fam, and the first six fields of a .ped (family, sample, father, mother, sex, phenotype).

import type { Column, Table } from "../../../artifacts/artifact.ts";
import { numberColumn, tableOf, textColumn } from "../../../artifacts/table.ts";
import type { Issue } from "../../../contract/format.ts";
import { uniqueNames } from "../delimited/read-delimited.ts";
import { numberOfText } from "../delimited/number-text.ts";
import { eachLine, textAt } from "./fields.ts";
import { words } from "./words.ts";

export interface SamplesOfPlink {
  readonly count: number;
  readonly table: Table;
  readonly issues: readonly Issue[];
}

export const sampleFields = 6;
export type SampleRow = readonly [family: string, sample: string, father: string, mother: string, sex: string, phenotype: string];

export async function readSamples(chunks: AsyncIterable<Uint8Array>, part: string): Promise<SamplesOfPlink> {
  const rows: SampleRow[] = [];
  await eachLine(chunks, part, [sampleFields], (fields) => {
    const [family, sample, father, mother, sex, phenotype] = [0, 1, 2, 3, 4, 5].map((field) => textAt(fields, field));
    rows.push([family ?? "", sample ?? "", father ?? "", mother ?? "", sex ?? "", phenotype ?? ""]);
  });
  return samplesOf(rows);
}

const known = (text: string): string | null => (text === "0" ? null : text);

/** Whether a sample of that name was in another family before. */
function isOther(families: Map<string, string>, name: string, family: string): boolean {
  const first = families.get(name);
  if (first === undefined) families.set(name, family);
  return first !== undefined && first !== family;
}

export function samplesOf(rows: readonly SampleRow[]): SamplesOfPlink {
  const issues: Issue[] = [];
  const note = (rule: "samples-repeat" | "sample-twice" | "cases", params: { readonly names?: readonly string[] } = {}): void =>
    void issues.push({
      rule,
      severity: rule === "cases" ? "note" : "warning",
      line: null,
      field: null,
      message: words.sentence(rule, params),
    });
  const own = rows.map(([, sample]) => sample);
  const families = new Map<string, string>();
  const inSeveral = new Set(own.filter((name, at) => isOther(families, name, rows[at]?.[0] ?? "")));
  if (inSeveral.size > 0) note("samples-repeat", { names: [...inSeveral].slice(0, 20) });
  const called = inSeveral.size > 0 ? rows.map(([family, sample]) => `${family}_${sample}`) : own;
  const seen = new Set<string>();
  const twice = new Set(called.filter((name) => seen.has(name) || !seen.add(name)));
  if (twice.size > 0) note("sample-twice", { names: [...twice].slice(0, 20) });
  const { names } = uniqueNames(called);
  const phenotype = phenotypeOf(rows.map((row) => row[5]));
  if (phenotype.type === "text" && phenotype.dictionary.includes("case")) note("cases");
  const table = tableOf(
    textColumn("sample", names, { semantic: "sample" }),
    textColumn(
      "family",
      rows.map((row) => known(row[0])),
      { semantic: "identifier" },
    ),
    textColumn(
      "father",
      rows.map((row) => known(row[2])),
      { semantic: "identifier" },
    ),
    textColumn(
      "mother",
      rows.map((row) => known(row[3])),
      { semantic: "identifier" },
    ),
    textColumn(
      "sex",
      rows.map((row) => (row[4] === "1" ? "male" : row[4] === "2" ? "female" : null)),
      { semantic: "sex" },
    ),
    phenotype,
  );
  return { count: rows.length, table, issues };
}

/** 1 and 2 are control and case where nothing else stands there; 0 and -9 are missing there, -9 among other numbers. */
function phenotypeOf(texts: readonly string[]): Column {
  const isNothing = (text: string): boolean => text === "-9" || text === "NA" || text === "nan";
  const values = new Set(texts.filter((text) => !isNothing(text)));
  if ([...values].every((text) => text === "0" || text === "1" || text === "2"))
    return textColumn(
      "phenotype",
      texts.map((text) => (text === "1" ? "control" : text === "2" ? "case" : null)),
      {
        semantic: "category",
      },
    );
  const numbers = texts.map((text) => (isNothing(text) ? null : numberOfText(text)));
  return numbers.some((value, at) => value === null && !isNothing(texts[at] as string))
    ? textColumn(
        "phenotype",
        texts.map((text) => (isNothing(text) ? null : text)),
      )
    : numberColumn("phenotype", numbers, { semantic: "number" });
}
