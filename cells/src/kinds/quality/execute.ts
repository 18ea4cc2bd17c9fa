// Asks each rule that is on, and brings what they say together: of a matrix a verdict a sample, of a table a verdict a column, the
// worst that any rule has of it, and a table of all measures with the worst first.

import type { Assay, Column, Table } from "../../artifacts/artifact.ts";
import { sampleIds } from "../../artifacts/assay.ts";
import { categoryOf, identifies } from "../../artifacts/semantics.ts";
import { columnOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { Failure } from "../../base/failure.ts";
import type { Execute, ExecuteContext } from "../../contract/execute.ts";
import {
  type Concluded,
  type Level,
  type Measure,
  type QualityAnswer,
  type QualityRule,
  type QualitySubject,
  subjectOf,
  type ListedRule,
} from "../../contract/quality-rule.ts";
import type { z } from "zod";
import { askRule, askRuleOfTable } from "../../quality/parts/ask-rule.ts";
import { cellsLookSo, groupingOf, qualityData } from "../../quality/parts/quality-data.ts";
import { picturesOf } from "../../quality/parts/pictures/pictures.ts";
import { withoutMarks } from "../../quality/parts/without-marks.ts";
import { tableData } from "../../quality/parts/table-data.ts";
import { listedRules } from "../../quality-rules.ts";
import { measuresTable, numberedBy, type OfRule, worst } from "./measures-table.ts";
import type { QualitySpec } from "./spec.ts";
import { words } from "./words.ts";

type Says = "sex" | "outcome" | "group" | "batch";
const meanings = { sex: ["sex"], outcome: ["response", "event"], group: ["group"], batch: ["lab"] } as const;
type Chosen<S extends Says> = { readonly [says in S]: Column | null };

export const execute: Execute<QualitySpec> = async (spec, context) => {
  if (!spec.from) return err(words.failure("no-data", {}, { at: ["from"] }));
  const source = context.input(spec.from) as Table | Assay;
  return source.type === "table" ? ofTable(source, spec, context) : ofMatrix(source, spec, context);
};

async function ofMatrix(assay: Assay, spec: QualitySpec, context: ExecuteContext) {
  if (assay.sampleCount === 0 || assay.featureCount === 0) return err(words.failure("no-samples", {}, { at: ["from"] }));
  const columns = columnsSaid(spec, assay.samples, ["sex", "group", "batch"]);
  if (!columns.ok) return columns;
  const cells = spec.cells === "auto" ? undefined : spec.cells;
  const data = qualityData(assay, columns.value, cells);
  const { measures, found, rules } = await asked(
    spec,
    subjectOf(assay.scale),
    context,
    (listed, settings) => askRule(listed, data, settings),
    (rule) => data.isCells || rule.ofCells !== "only",
  );
  const ids = sampleIds(assay);
  const bySample = ids.map((): OfRule<"expression" | "genotypes">[] => []);
  for (const one of found) for (const sample of new Set(one.verdict.samples)) bySample[sample]?.push(one);
  const ofSample = bySample.map(levelOf);
  const body: JsonObject = {
    samples: assay.sampleCount,
    features: assay.featureCount,
    columns: columnsTold(spec, columns.value),
    ...(subjectOf(assay.scale) === "expression"
      ? { taken: { for: data.isCells ? "cells" : "samples", by: cells ? "chosen" : data.isCells ? cellsLookSo(assay) : null } }
      : {}),
    levels: counted(ofSample),
    rules,
    verdicts: found.map(({ rule, verdict }) => ({
      ...told(rule, verdict),
      samples: verdict.samples.map((sample) => ids[sample] ?? ""),
    })),
  };
  context.signal.throwIfAborted();
  const pictures = picturesOf(data);
  logged(context, ids, ofSample);
  const [named] = assay.samples.columns;
  return ok({
    out: measuresTable(named ? [named] : [], bySample, measures),
    report: { type: "report" as const, report: "quality", body: pictures ? { ...body, pictures } : body },
  });
}

async function ofTable(given: Table, spec: QualitySpec, context: ExecuteContext) {
  const table = withoutMarks(given, new Set([spec.outcome, spec.group, spec.batch].flatMap((name) => name ?? [])));
  if (table.rowCount === 0 || table.columns.length === 0) return err(words.failure("no-rows", {}, { at: ["from"] }));
  const columns = columnsSaid(spec, table, ["outcome", "group", "batch"]);
  if (!columns.ok) return columns;
  const data = tableData(table, columns.value);
  const { measures, found, rules } = await asked(spec, "table", context, (listed, settings) =>
    askRuleOfTable(listed, data, settings),
  );
  const names = table.columns.map(({ name }) => name);
  const byColumn = names.map((_, place) => found.filter(({ verdict }) => verdict.columns.includes(place)));
  const ofColumn = byColumn.map(levelOf);
  const body: JsonObject = {
    shape: [table.rowCount, table.columns.length],
    columns: columnsTold(spec, columns.value),
    levels: counted(ofColumn),
    rules,
    verdicts: found.map(({ rule, verdict }) => ({
      ...told(rule, verdict),
      columns: verdict.columns.map((place) => names[place] ?? ""),
      ...(verdict.rows ? { rows: numberedBy(verdict.rows) } : {}),
    })),
  };
  logged(context, names, ofColumn);
  return ok({
    out: measuresTable(
      [
        textColumn("column", names),
        textColumn(
          "type",
          table.columns.map(({ type }) => type),
          { semantic: "category" },
        ),
      ],
      byColumn,
      measures,
    ),
    report: { type: "report" as const, report: "table-quality", body },
  });
}

/** Every rule of the subject that is on, one after the other. */
async function asked<Of extends QualitySubject>(
  spec: QualitySpec,
  subject: Of,
  context: ExecuteContext,
  ask: (listed: ListedRule, settings: z.output<QualityRule["settings"]>) => Promise<QualityAnswer<Of>>,
  isAsked: (rule: QualityRule) => boolean = () => true,
) {
  const measures: Measure[] = [];
  const found: OfRule<Of>[] = [];
  const rules: JsonObject[] = [];
  const active = listedRules.filter(
    ({ rule }) => rule.of === subject && isAsked(rule) && !spec.off.some((name) => name === rule.name),
  );
  for (const [at, listed] of active.entries()) {
    const { rule } = listed;
    context.signal.throwIfAborted();
    context.progress(
      at / active.length,
      words.sentence("progress-rule", { title: { key: rule.words.key("title"), params: {} } }),
    );
    const answer = await ask(listed, rule.settings.parse(spec.thresholds[rule.name]));
    if ("lacks" in answer) {
      rules.push({ rule: rule.name, level: null, lacks: { ...answer.lacks } });
      continue;
    }
    measures.push(...answer.measures);
    found.push(...answer.verdicts.map((verdict) => ({ rule: rule.name, verdict })));
    const notes = (answer.notes ?? []).map((note) => ({ ...note }));
    const level = worst(answer.verdicts.map((verdict) => verdict.level));
    rules.push({ rule: rule.name, level, ...(notes.length > 0 ? { notes } : {}) });
  }
  return { measures, found, rules };
}

const levelOf = (said: readonly { readonly verdict: Concluded }[]): Level => worst(said.map(({ verdict }) => verdict.level));

const counted = (all: readonly Level[]): JsonObject => ({
  pass: all.filter((level) => level === "pass").length,
  warn: all.filter((level) => level === "warn").length,
  fail: all.filter((level) => level === "fail").length,
});

const told = (rule: string, { level, value, threshold, says, step }: Concluded): JsonObject => ({
  rule,
  level,
  value,
  threshold,
  says: { ...says },
  ...(step ? { step } : {}),
});

function logged(context: ExecuteContext, names: readonly string[], levels: readonly Level[]): void {
  for (const level of ["fail", "warn"]) {
    const of = names.filter((_, at) => levels[at] === level);
    if (of.length > 0) context.log(`${level}: ${of.slice(0, 20).join(", ")}`);
  }
}

const columnsTold = <S extends Says>(spec: QualitySpec, columns: Chosen<S>): JsonObject[] =>
  (Object.keys(columns) as S[]).map((says) => ({
    says,
    column: columns[says]?.name ?? null,
    guessed: spec[says] === null && columns[says] !== null,
  }));

/** As chosen, else the first whose meaning it is. */
function columnsSaid<S extends Says>(spec: QualitySpec, table: Table, wanted: readonly S[]): Result<Chosen<S>, Failure> {
  const said = {} as { [says in S]: Column | null };
  for (const says of wanted) {
    const chosen = spec[says];
    said[says] = null;
    if (chosen === "") continue;
    if (chosen === null) {
      const fitting = table.columns.filter((column) => fits(says, column));
      // One that is the same for all samples says nothing.
      said[says] = fitting.find((column) => groupingOf(column, table.rowCount).names.length > 1) ?? fitting[0] ?? null;
      continue;
    }
    const column = columnOf(table, chosen);
    const available = table.columns.map(({ name }) => name).slice(0, 12);
    if (!column) return err(words.failure("column-missing", { column: chosen, available }, { at: [says] }));
    said[says] = column;
  }
  return ok(said);
}

/** What somebody called an outcome is one, whatever its values mean. */
const fits = (says: Says, column: Column): boolean =>
  meanings[says].some((meaning) => meaning === column.semantic) ||
  (says === "outcome" && column.category === "outcome" && categoryOf(column) === "outcome" && !identifies(column));
