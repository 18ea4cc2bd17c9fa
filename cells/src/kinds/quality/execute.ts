// Asks each rule that is on, and brings what they say together: a verdict a sample, the worst that any rule has of it, and a table
// of all measures with the worst samples first.

import type { Assay, Column, Table } from "../../artifacts/artifact.ts";
import { sampleIds } from "../../artifacts/assay.ts";
import { columnOf, numberColumn, tableOf, takeRows, textColumn, uniquelyNamed } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { Failure } from "../../base/failure.ts";
import type { Execute } from "../../contract/execute.ts";
import { type Level, levels, subjectOf, type Measure, type QualityColumns, type Verdict } from "../../contract/quality-rule.ts";
import { picturesOf } from "../../quality/parts/pictures/pictures.ts";
import { askRule } from "../../quality/parts/ask-rule.ts";
import { groupingOf, qualityData } from "../../quality/parts/quality-data.ts";
import { listedRules } from "../../quality-rules.ts";
import type { QualitySpec } from "./spec.ts";
import { words } from "./words.ts";

type Says = "sex" | "group" | "batch";
const meanings = { sex: ["sex"], group: ["group"], batch: ["lab"] } as const;

interface OfRule {
  readonly rule: string;
  readonly verdict: Verdict;
}

export const execute: Execute<QualitySpec> = async (spec, context) => {
  if (!spec.from) return err(words.failure("no-data", {}, { at: ["from"] }));
  const assay = context.input(spec.from) as Assay;
  if (assay.sampleCount === 0 || assay.featureCount === 0) return err(words.failure("no-samples", {}, { at: ["from"] }));
  const columns = columnsSaid(spec, assay);
  if (!columns.ok) return columns;
  const data = qualityData(assay, columns.value);
  const measures: Measure[] = [];
  const found: OfRule[] = [];
  const rules: JsonObject[] = [];
  const subject = subjectOf(assay.scale);
  const active = listedRules.filter(
    ({ rule }) =>
      rule.of === subject && (data.isCells || rule.ofCells !== "only") && !spec.off.some((name) => name === rule.name),
  );
  for (const [at, listed] of active.entries()) {
    const { rule } = listed;
    context.signal.throwIfAborted();
    context.progress(
      at / active.length,
      words.sentence("progress-rule", { title: { key: rule.words.key("title"), params: {} } }),
    );
    const settings = rule.settings.parse(spec.thresholds[rule.name]);
    const answer = await askRule(listed, data, settings);
    if ("lacks" in answer) {
      rules.push({ rule: rule.name, level: null, lacks: { ...answer.lacks } });
      continue;
    }
    measures.push(...answer.measures);
    found.push(...answer.verdicts.map((verdict) => ({ rule: rule.name, verdict })));
    rules.push({ rule: rule.name, level: worst(answer.verdicts.map(({ level }) => level)) });
  }
  const ids = sampleIds(assay);
  const bySample = ids.map((): OfRule[] => []);
  for (const one of found) for (const sample of new Set(one.verdict.samples)) bySample[sample]?.push(one);
  const ofSample = bySample.map((said) => worst(said.map(({ verdict }) => verdict.level)));
  const body: JsonObject = {
    samples: assay.sampleCount,
    features: assay.featureCount,
    columns: (Object.keys(meanings) as Says[]).map((says) => ({
      says,
      column: columns.value[says]?.name ?? null,
      guessed: spec[says] === null && columns.value[says] !== null,
    })),
    levels: {
      pass: ofSample.filter((level) => level === "pass").length,
      warn: ofSample.filter((level) => level === "warn").length,
      fail: ofSample.filter((level) => level === "fail").length,
    },
    rules,
    verdicts: found.map(({ rule, verdict: { samples, says, step, ...rest } }) => ({
      rule,
      ...rest,
      samples: samples.map((sample) => ids[sample] ?? ""),
      says: { ...says },
      ...(step ? { step } : {}),
    })),
  };
  context.signal.throwIfAborted();
  const pictures = picturesOf(data);
  for (const level of ["fail", "warn"]) {
    const names = ids.filter((_, sample) => ofSample[sample] === level);
    if (names.length > 0) context.log(`${level}: ${names.slice(0, 20).join(", ")}`);
  }
  return ok({
    out: tableOfSamples(assay, ofSample, bySample, measures),
    report: { type: "report", report: "quality", body: pictures ? { ...body, pictures } : body },
  });
};

const worst = (all: readonly Level[]): Level => levels[Math.max(0, ...all.map((level) => levels.indexOf(level)))] ?? "pass";

/** As chosen, else the first whose meaning it is. */
function columnsSaid(spec: QualitySpec, { samples }: Assay): Result<QualityColumns, Failure> {
  const said: { [says in Says]: Column | null } = { sex: null, group: null, batch: null };
  for (const says of Object.keys(meanings) as Says[]) {
    const chosen = spec[says];
    if (chosen === "") continue;
    if (chosen === null) {
      const fitting = samples.columns.filter(({ semantic }) => meanings[says].some((meaning) => meaning === semantic));
      // One that is the same for all samples says nothing.
      said[says] = fitting.find((column) => groupingOf(column, samples.rowCount).names.length > 1) ?? fitting[0] ?? null;
      continue;
    }
    const column = columnOf(samples, chosen);
    const available = samples.columns.map(({ name }) => name).slice(0, 12);
    if (!column) return err(words.failure("column-missing", { column: chosen, available }, { at: [says] }));
    said[says] = column;
  }
  return ok(said);
}

function tableOfSamples(
  assay: Assay,
  ofSample: readonly Level[],
  bySample: readonly (readonly OfRule[])[],
  measures: readonly Measure[],
): Table {
  const [ids] = assay.samples.columns;
  const columns = [
    ...(ids ? [ids] : []),
    textColumn("verdict", ofSample, { semantic: "category" }),
    ...(bySample.some((said) => said.length > 0)
      ? [
          textColumn(
            "rules",
            bySample.map((said) => [...new Set(said.map(({ rule }) => rule))].join(", ") || null),
          ),
        ]
      : []),
    ...measures.map(({ name, values, unit }) => numberColumn(name, values, unit === undefined ? {} : { unit })),
  ];
  // Samples may be named by a column that is called like a measure.
  const table = tableOf(...uniquelyNamed(columns, "_"));
  const order = [...ofSample.keys()].sort(
    (a, b) =>
      levels.indexOf(ofSample[b] as Level) - levels.indexOf(ofSample[a] as Level) ||
      (bySample[b]?.length ?? 0) - (bySample[a]?.length ?? 0) ||
      a - b,
  );
  return takeRows(table, order);
}
