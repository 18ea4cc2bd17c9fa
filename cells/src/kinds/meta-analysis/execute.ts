// Puts estimates of several studies together, each thing by itself, and draws one of them.

import type { Table } from "../../artifacts/artifact.ts";
import { integerColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { Semantic } from "../../artifacts/semantics.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import { canonicalJson } from "../../base/canonical-json.ts";
import { err, ok } from "../../base/result.ts";
import type { Execute } from "../../contract/execute.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { MetaBody } from "../../reports/meta-analysis/report.ts";
import { adjustedP } from "../../stats/adjusted-p.ts";
import type { MeasureOfArms } from "../../stats/meta/effect-of-arms.ts";
import { mantelHaenszel } from "../../stats/meta/mantel-haenszel.ts";
import { type MetaAnswer, type MetaMethod, metaAnalysis } from "../../stats/meta/meta-analysis.ts";
import { words as cardWords } from "./card-words.ts";
import { forestFigure } from "./forest-figure.ts";
import { effectColumns, errorColumn, readArms } from "./read-arms.ts";
import { readStudies, type Thing } from "./read-studies.ts";
import type { MetaAnalysisSpec } from "./spec.ts";
import { words } from "./words.ts";

interface Answered {
  readonly name: string;
  readonly thing: Thing;
  readonly answer: MetaAnswer;
}

const inMetafor = { reml: "REML", "dersimonian-laird": "DL", fixed: "FE", "mantel-haenszel": "MH" } as const;
const measureInR = { "odds-ratio": "OR", "risk-ratio": "RR", "risk-difference": "RD" } as const;
const wide = 1.959963984540054;
const short = (value: number): number => Number(value.toPrecision(3));
/** Fewer tell next to nothing of a variance between them. */
const fewStudies = 5;

export const execute: Execute<MetaAnalysisSpec> = async (spec, context) => {
  if (spec.studies.length === 0) return err(cardWords.failure("needs-studies", {}, { at: ["studies"] }));
  const again = spec.studies.findIndex(({ from }, at) =>
    spec.studies.slice(0, at).some((before) => canonicalJson(before.from) === canonicalJson(from)),
  );
  if (again >= 0) return err(words.failure("same-table", { n: again + 1 }, { at: ["studies", String(again), "from"] }));
  const tables = spec.studies.map(({ from, name }, at) => ({
    name: name || String(at + 1),
    table: context.input(from) as Table,
  }));
  const alike = tables.find(({ name }, at) => tables.slice(0, at).some((before) => before.name === name));
  if (alike && spec.study === "") return err(words.failure("same-name", { name: alike.name }, { at: ["studies"] }));
  if (spec.method === "mantel-haenszel" && spec.counts === null)
    return err(words.failure("needs-counts", {}, { at: ["method"], fix: { path: ["method"], value: "fixed" } }));
  const counted = spec.counts && readArms(tables, spec.counts);
  if (counted && !counted.ok) return counted;
  const arms = counted?.value ?? null;
  const read = arms
    ? readStudies(arms.tables, { ...spec, effect: effectColumns[arms.columns.measure], error: errorColumn })
    : readStudies(tables, spec);
  if (!read.ok) return read;
  const { names, counts, things, columns, semantic, said } = read.value;
  const withAlleles = arms ? [...things.values()].find(({ alleles }) => alleles !== null) : undefined;
  if (withAlleles) return err(words.failure("counts-of-alleles", {}, { at: ["counts"], fix: { path: ["counts"], value: null } }));
  if (names.length < 2) return err(words.failure("one-study", {}, { at: ["studies"] }));
  const found: Answered[] = [];
  let last = performance.now();
  let done = 0;
  let none = 0;
  for (const [name, thing] of things) {
    done++;
    if (performance.now() - last > 40) {
      context.progress(done / things.size);
      await new Promise((next) => setTimeout(next, 0));
      context.signal.throwIfAborted();
      last = performance.now();
    }
    if (thing.estimates.length < spec.least) continue;
    const answer =
      arms && spec.method === "mantel-haenszel"
        ? mantelHaenszel(
            thing.estimates.flatMap(({ table, row }) => arms.arms[table]?.[row] ?? []),
            arms.columns.measure,
          )
        : metaAnalysis(
            thing.estimates.map(({ value }) => value),
            thing.estimates.map(({ error }) => error),
            spec.method as MetaMethod,
          );
    if (!answer) none++;
    if (answer) found.push({ name, thing, answer });
  }
  if (found.length === 0 && none > 0) return err(words.failure("no-events", {}, { at: ["counts"] }));
  if (found.length === 0)
    return err(words.failure("none-shared", { least: spec.least, names: [...things.keys()].slice(0, 4) }, { at: ["by"] }));
  const drawn =
    spec.row === ""
      ? found.reduce((best, each) => (each.answer.logP < best.answer.logP ? each : best))
      : found.find(({ name }) => name === spec.row);
  if (!drawn) return err(words.failure("no-row", { row: spec.row }, { at: ["row"], fix: { path: ["row"], value: "" } }));
  const doubts: Sentence[] = [...(arms?.said ?? []), ...said];
  if (none > 0) doubts.push(words.sentence("without-events", { n: none }));
  if (arms) {
    if (columns.by !== "" && spec.by === "") doubts.push(words.sentence("guessed-by", { by: columns.by }));
  } else if (columns.by === "") doubts.push(words.sentence("guessed-one", { effect: columns.effect, error: columns.error }));
  else if (spec.by === "" || spec.effect === "" || spec.error === "") doubts.push(words.sentence("guessed", { ...columns }));
  if (isRandom(spec.method) && names.length < fewStudies) doubts.push(words.sentence("few-random", { n: names.length }));
  const unfinished = found.filter(({ answer }) => answer.isUnfinished).length;
  if (unfinished > 0) doubts.push(words.sentence("unfinished", { n: unfinished }));
  const says = sayDrawn(drawn, spec.method, { found, studies: names.length, measure: arms?.columns.measure ?? null });
  for (const sentence of [...says, ...doubts]) context.log(sentenceIn(sentence, "en"));
  const plain = ({ key, params }: Sentence): MetaBody["says"][number] => ({ key, params: { ...params } });
  const body: MetaBody = {
    method: spec.method,
    studies: names.map((name, at) => ({ name, rows: counts[at]?.rows ?? 0, used: counts[at]?.used ?? 0 })),
    answered: found.length,
    says: says.map(plain),
    inR: [
      callOfR(
        spec.method,
        columns,
        arms?.columns ?? null,
        columns.by === "" ? "d" : `subset(d, ${columns.by} == ${JSON.stringify(drawn.name)})`,
      ),
    ],
    doubts: doubts.map(plain),
  };
  const { answer, thing } = drawn;
  return ok({
    out: tableOfAnswers(found, columns.by || "estimate_of", semantic),
    forest: forestFigure(
      drawn.name,
      thing.estimates.map(({ study, value, error }) => ({ name: names[study] ?? "", estimate: value, error })),
      {
        method: inMetafor[spec.method],
        estimate: answer.estimate,
        error: answer.error,
      },
      thing.estimates.map(({ error }) => 1 / (error ** 2 + answer.tau2)),
      arms?.columns.measure ?? null,
    ),
    report: { type: "report", report: "meta-analysis", body: body as Json as JsonObject },
  });
};

function sayDrawn(
  { name, answer }: Answered,
  method: MetaAnalysisSpec["method"],
  {
    found,
    studies: all,
    measure,
  }: { readonly found: readonly Answered[]; readonly studies: number; readonly measure: MeasureOfArms | null },
): readonly Sentence[] {
  const { estimate, error, logP, studies, i2, tau2, q, qLogP } = answer;
  return [
    ...sayFound(found),
    words.sentence(`says-${method}`, { n: found.length, studies: all }),
    words.sentence(Math.exp(logP) < alpha ? "says-row" : "says-row-not", {
      row: name,
      estimate: short(estimate),
      lower: short(estimate - wide * error),
      upper: short(estimate + wide * error),
      p: short(Math.exp(logP)),
      studies,
    }),
    ...(measure === "odds-ratio" || measure === "risk-ratio"
      ? [
          words.sentence(`says-${measure}`, {
            ratio: short(Math.exp(estimate)),
            lower: short(Math.exp(estimate - wide * error)),
            upper: short(Math.exp(estimate + wide * error)),
          }),
        ]
      : measure
        ? [words.sentence("says-risk-difference")]
        : []),
    ...(studies > 1
      ? [
          words.sentence(!isRandom(method) ? "says-heterogeneity-fixed" : "says-heterogeneity", {
            i2: short(100 * i2),
            tau2: short(tau2),
            q: short(q),
            p: short(Math.exp(qLogP)),
          }),
        ]
      : []),
    ...(isRandom(method) && tau2 > 0 ? [sayPrediction(estimate, Math.hypot(error, Math.sqrt(tau2)))] : []),
  ];
}

/** `error`: of the mean and between studies, together. */
const sayPrediction = (estimate: number, error: number): Sentence =>
  words.sentence("says-prediction", { lower: short(estimate - wide * error), upper: short(estimate + wide * error) });

const isRandom = (method: MetaAnalysisSpec["method"]): boolean => method === "reml" || method === "dersimonian-laird";

/** Of counts metafor takes the four columns themselves. */
function callOfR(
  method: MetaAnalysisSpec["method"],
  { effect, error }: { readonly effect: string; readonly error: string },
  counts: MetaAnalysisSpec["counts"],
  data: string,
): string {
  if (!counts) return `metafor::rma(${effect}, sei = ${error}, method = "${inMetafor[method]}", data = ${data})`;
  const of = `measure = "${measureInR[counts.measure]}", ai = ${counts.events}, n1i = ${counts.total}, ci = ${counts.controlEvents}, n2i = ${counts.controlTotal}, data = ${data}`;
  return method === "mantel-haenszel"
    ? `metafor::rma.mh(${of}, drop00 = FALSE)`
    : `metafor::rma(${of}, method = "${inMetafor[method]}")`;
}

/** At which p values, adjusted for their number, and intervals are read. */
const alpha = 0.05;

/** Of one the row itself tells. */
function sayFound(found: readonly Answered[]): readonly Sentence[] {
  const n = found.length;
  if (n < 2) return [];
  const adjusted = adjustedP(
    found.map(({ answer }) => Math.exp(answer.logP)),
    "bh",
  );
  const passing = adjusted.filter((q) => q < alpha).length;
  if (passing === 0) return [words.sentence("says-none-found", { n })];
  const wrong = Math.round(passing * alpha);
  return [
    wrong === 0
      ? words.sentence("says-found-few", { found: passing, n })
      : words.sentence("says-found", { found: passing, n, false: wrong }),
  ];
}

function tableOfAnswers(found: readonly Answered[], by: string, semantic: Semantic | null): Table {
  const number = (name: string, of: (answer: MetaAnswer) => number) =>
    numberColumn(
      name,
      found.map(({ answer }) => of(answer)),
      { semantic: "number" },
    );
  const text = (name: string, of: (thing: Thing) => string | null, semantic: "chromosome" | "allele") =>
    textColumn(
      name,
      found.map(({ thing }) => of(thing)),
      { semantic },
    );
  const placed = found.some(({ thing }) => thing.place !== null);
  const alleles = found.some(({ thing }) => thing.alleles !== null);
  return tableOf(
    ...(placed
      ? [
          text("chromosome", ({ place }) => place?.[0] ?? null, "chromosome"),
          integerColumn(
            "position",
            found.map(({ thing }) => thing.place?.[1] ?? null),
            { semantic: "position", origin: 1 },
          ),
        ]
      : []),
    textColumn(
      ["chromosome", "position", "studies", "estimate", "se", "z", "p"].includes(by) ? "name" : by,
      found.map(({ name }) => name),
      { semantic: semantic ?? (placed || alleles ? "rsid" : "gene") },
    ),
    ...(alleles
      ? [
          text("effect_allele", (thing) => thing.alleles?.effect ?? null, "allele"),
          text("other_allele", (thing) => thing.alleles?.other ?? null, "allele"),
        ]
      : []),
    integerColumn(
      "studies",
      found.map(({ answer }) => answer.studies),
      { semantic: "count" },
    ),
    number("estimate", ({ estimate }) => estimate),
    number("se", ({ error }) => error),
    number("z", ({ statistic }) => statistic),
    numberColumn(
      "p",
      found.map(({ answer }) => Math.exp(answer.logP)),
      { semantic: "p-value" },
    ),
    numberColumn(
      "minus_log10_p",
      found.map(({ answer }) => 0 - answer.logP / Math.LN10),
      { semantic: "number", unit: "-log10 p" },
    ),
    number("q", ({ q }) => q),
    numberColumn(
      "q_p",
      found.map(({ answer }) => Math.exp(answer.qLogP)),
      { semantic: "p-value" },
    ),
    number("i2", ({ i2 }) => i2),
    number("tau2", ({ tau2 }) => tau2),
  );
}
