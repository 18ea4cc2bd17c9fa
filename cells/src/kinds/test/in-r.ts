// The call of R that gives the same: `d` is the table, `m` the matrix and `s` its samples.

import type { Shape, TestWork } from "../../contract/statistical-test.ts";
import type { TestSettings } from "../../statistical-tests.ts";
import type { TestSpec } from "./spec.ts";

interface AskedInR {
  readonly spec: TestSpec;
  readonly options: TestSettings;
  readonly work: TestWork;
  readonly shape: Shape;
  readonly levels: readonly string[];
  /** What is tested first; of several the same goes for each. */
  readonly value: string;
  readonly isMatrix: boolean;
  readonly isExact: boolean | null;
  readonly tests: number;
  /** Each two groups were compared. */
  readonly hasPairs: boolean;
}

export function callsOfR(asked: AskedInR): readonly string[] {
  const { spec, levels, shape, value, isMatrix } = asked;
  const sheet = isMatrix ? "s" : "d";
  const by = `${sheet}$${named(spec.by)}`;
  const values = isMatrix ? `m[${text(value)}, ]` : `d$${named(value)}`;
  const lines: string[] = [];
  if (spec.groups.length > 0 && shape !== "repeats" && shape !== "repeated-counts") {
    const list = `c(${levels.map(text).join(", ")})`;
    if (isMatrix) lines.push(`m <- m[, s$${named(spec.by)} %in% ${list}]`);
    lines.push(`${sheet} <- subset(${sheet}, ${named(spec.by)} %in% ${list})`, `${by} <- factor(${by}, ${list})`);
  }
  let [first, second] = [values, by];
  if ((shape === "repeats" || shape === "repeated-counts") && spec.pairs !== null) {
    const whose = `${sheet}$${named(spec.pairs)}`;
    const side = (level: string): string =>
      `(${values})[match(who, ifelse(${by} == ${text(level)}, as.character(${whose}), NA))]`;
    lines.push(`who <- intersect(${levels.map((level) => `${whose}[${by} == ${text(level)}]`).join(", ")})`);
    [first, second] = [side(levels[0] ?? ""), side(levels[1] ?? "")];
  }
  lines.push(asked.work.inR(asked.options, { first, second, isExact: asked.isExact }));
  const way = { bh: "BH", by: "BY", holm: "holm", bonferroni: "bonferroni" }[spec.adjust];
  const pairs = asked.hasPairs
    ? asked.work.pairsInR?.(asked.options, { first, second, isExact: asked.isExact, adjust: way })
    : undefined;
  if (pairs !== undefined) lines.push(pairs);
  if (asked.tests > 1) {
    lines.push(`# p: the p values of all ${asked.tests}, found so`, `p.adjust(p, "${way}")`);
  }
  return lines;
}

const named = (name: string): string =>
  /^[A-Za-z][A-Za-z0-9._]*$/.test(name) ? name : `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``;
const text = (value: string): string => JSON.stringify(value);
