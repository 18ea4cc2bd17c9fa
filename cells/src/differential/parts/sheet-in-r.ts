// The sheet of samples in R: factors with their groups in the order of the model, since R would sort them, and take numbers as numbers.

import type { AskedInR } from "../../contract/differential-method.ts";

const plain = /^(?:[A-Za-z]|\.(?!\d))[\w.]*$/;
/** What R reads as something else than a name. */
const reserved = new Set(["if", "else", "repeat", "while", "function", "for", "next", "break", "in", "TRUE", "FALSE", "NULL"]);

/** sheet$donor, sheet[["donor id"]] */
export const columnInR = (name: string): string =>
  plain.test(name) && !reserved.has(name) ? `sheet$${name}` : `sheet[[${JSON.stringify(name)}]]`;

/** A line a factor of the design, the group that others are compared with first. */
export const factorsInR = ({ factors }: Pick<AskedInR, "factors">): readonly string[] =>
  factors.map(({ name, levels }) => {
    const column = columnInR(name);
    return `${column} <- factor(${column}, levels = c(${levels.map((level) => JSON.stringify(level)).join(", ")}))`;
  });

/** Samples without a value in these columns are left out of the sheet and of the matrix. */
export function leftOutInR({ leftOut }: Pick<AskedInR, "leftOut">, matrix: string): readonly string[] {
  if (leftOut.length === 0) return [];
  return [
    `kept <- complete.cases(sheet[, c(${leftOut.map((name) => JSON.stringify(name)).join(", ")}), drop = FALSE])`,
    "sheet <- sheet[kept, , drop = FALSE]",
    `${matrix} <- ${matrix}[, kept]`,
  ];
}

const quoted = /`(?<inside>(?:[^`]|``)+)`/gu;
const unquoted = (inside: string): string => inside.replaceAll("``", "`");

interface PlainNames {
  /** What makes a column of each. */
  readonly lines: readonly string[];
  /** The plain name of a column. */
  of(name: string): string;
  /** c("time", "Day8", "Day0") by them. */
  grouped(groups: string): string;
  /** A formula by them. */
  within(formula: string): string;
}

/** For what a formula has in backticks plain names: DESeq2 takes no others. */
export function plainNamesInR(formula: string): PlainNames {
  const bare = formula.replace(quoted, "");
  const found = new Map<string, string>();
  for (const { groups } of formula.matchAll(quoted)) {
    const name = unquoted(groups?.["inside"] ?? "");
    if (found.has(name)) continue;
    let made = name.replace(/[^A-Za-z0-9._]/gu, ".").replace(/^(?![A-Za-z])/u, "X");
    while (bare.includes(made) || [...found.values()].includes(made)) made += ".";
    found.set(name, made);
  }
  const of = (name: string): string => found.get(name) ?? name;
  return {
    lines: [...found].map(([name, made]) => `${columnInR(made)} <- ${columnInR(name)}`),
    of,
    grouped: (groups) => groups.replace(/(?<=^c\()"(?:[^"\\]|\\.)*"/u, (name) => JSON.stringify(of(JSON.parse(name) as string))),
    within: (text) => text.replace(quoted, (_, inside: string) => of(unquoted(inside))),
  };
}
