// Mutations of a cohort: reads the records, matches them to who was sequenced, counts, and draws and says what came out.

import type { Artifact, Table } from "../../artifacts/artifact.ts";
import type { Failure } from "../../base/failure.ts";
import { nearestNames } from "../../base/nearest-name.ts";
import type { JsonObject } from "../../base/json.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { Execute, ExecuteContext, Outputs } from "../../contract/execute.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { columnOf } from "../../artifacts/table.ts";
import type { MutationsBody } from "../../reports/mutations/report.ts";
import { inOrderOfClasses } from "../../stats/mutations/mutation-classes.ts";
import { substitutionClasses } from "../../stats/mutations/substitutions.ts";
import { medianOf } from "../../stats/quantiles.ts";
import { words as cardWords } from "./card-words.ts";
import { type Cohort, cohortOf, type GeneCounts, shownGenes } from "./execute-cohort.ts";
import { lollipopFigure } from "./execute-lollipop.ts";
import { oncoprintFigure } from "./execute-oncoprint.ts";
import { pairsFigure } from "./execute-pairs-figure.ts";
import { proteinOf } from "./execute-protein.ts";
import { type Doubt, type MutationRecord, noColumn, recordsOf } from "./execute-records.ts";
import { samplesOf } from "./execute-samples.ts";
import { inR, whatWasFound } from "./execute-says.ts";
import { summaryFigure } from "./execute-summary.ts";
import { callsTable, genesTable, mutationMatrix, pairsOf, pairsTable, samplesTable } from "./execute-tables.ts";
import type { MutationsSpec } from "./spec.ts";
import { words } from "./words.ts";

export const execute: Execute<MutationsSpec> = async (spec, context) => {
  if (!spec.from) return err(cardWords.failure("needs-from", {}, { at: ["from"] }));
  const settings = settingsOf(spec, context);
  if (!settings.ok) return settings;
  const { megabases, top, gene: wanted, proteinLength } = settings.value;
  const doubts: Doubt[] = [];
  const records = recordsOf(context.input(spec.from) as Table, spec, doubts);
  if (!records.ok) return records;
  await turn(context, 0.3);
  const sheet = spec.samples ? (context.input(spec.samples) as Table) : null;
  const samples = samplesOf(records.value, sheet, spec, doubts);
  if (!samples.ok) return samples;
  for (const [at, name] of spec.tracks.entries()) {
    if (!sheet) return err(words.failure("tracks-without-sheet", {}, { at: ["tracks"], fix: { path: ["tracks"], value: [] } }));
    if (!columnOf(sheet, name)) return err(noColumn(name, sheet, ["tracks", String(at)]));
  }
  const cohort = cohortOf(records.value, samples.value, spec, megabases);
  await turn(context, 0.5);
  const genes = namedGenes(cohort, spec, doubts);
  if (!genes.ok) return genes;
  const shown = shownGenes(cohort, spec.genes, top);
  const drawn = geneOf(cohort, wanted, doubts);
  const domains = spec.domains ? (context.input(spec.domains) as Table) : null;
  const protein = proteinOf(domains, drawn.name, { length: proteinLength, doubts });
  if (!protein.ok) return protein;
  const lollipop = drawn.counts ? lollipopFigure(cohort, drawn.counts, protein.value) : null;
  if (drawn.counts && !lollipop)
    doubts.push(words.sentence(records.value.columns.change === null ? "no-change-column" : "no-places", { gene: drawn.name }));
  if (cohort.sequenced < 2) doubts.push(words.sentence("one-sample"));
  let last = performance.now();
  const pairs = await pairsOf(cohort, cohort.sequenced < 2 ? [] : shown, (share) => {
    if (performance.now() - last < 40) return null;
    return turn(context, 0.5 + 0.3 * share).then(() => void (last = performance.now()));
  });
  await turn(context, 0.8);
  sizesSaid(cohort, megabases, doubts);
  const body = bodyOf({ cohort, shown, spec, megabases, gene: drawn.counts && lollipop ? drawn.name : null, doubts });
  const says = whatWasFound(body, pairs);
  const triangle = pairsFigure(pairs);
  const whole: MutationsBody = { ...body, says: says.map(({ key, params }) => ({ key, params: { ...params } })) };
  for (const sentence of [...says, ...doubts]) context.log(sentenceIn(sentence, "en"));
  return ok({
    out: samplesTable(cohort, shown, spec, megabases),
    oncoprint: oncoprintFigure({ cohort, shown, tracks: spec.tracks, burden: spec.burden }),
    ...(lollipop ? { lollipop } : {}),
    summary: summaryFigure(cohort, whole),
    genes: genesTable(cohort),
    pairs: pairsTable(pairs),
    ...(triangle ? { triangle } : {}),
    calls: callsTable(cohort),
    matrix: mutationMatrix(cohort),
    report: { type: "report", report: "mutations", body: whole as JsonObject },
  } satisfies Outputs as { readonly [port: string]: Artifact });
};

async function turn(context: ExecuteContext, done: number): Promise<void> {
  context.progress(done);
  await new Promise((next) => setTimeout(next, 0));
  context.signal.throwIfAborted();
}

interface Settings {
  readonly megabases: number | null;
  readonly top: number;
  readonly gene: string;
  readonly proteinLength: number | null;
}

function settingsOf(spec: MutationsSpec, context: ExecuteContext): Result<Settings, Failure> {
  const number = (field: "megabases" | "top" | "proteinLength", isWhole: boolean): Result<number | null, Failure> => {
    const value = context.valueOf(spec[field]);
    if (value === null && field !== "top") return ok(null);
    if (typeof value !== "number" || !(value > 0) || !Number.isFinite(value) || (isWhole && !Number.isInteger(value)))
      return err(words.failure(`bad-${field}`, { value }, { at: [field] }));
    return ok(value);
  };
  const [megabases, top, proteinLength] = [number("megabases", false), number("top", true), number("proteinLength", true)];
  if (!megabases.ok) return megabases;
  if (!top.ok) return top;
  if (!proteinLength.ok) return proteinLength;
  const gene = context.valueOf(spec.gene);
  if (gene !== null && typeof gene !== "string") return err(words.failure("bad-gene", { value: gene }, { at: ["gene"] }));
  return ok({
    megabases: megabases.value,
    top: Math.min(100, top.value ?? 1),
    proteinLength: proteinLength.value,
    gene: gene ?? "",
  });
}

/** Genes that were named and are not mutated are said; where none of them is, there is nothing to draw. */
function namedGenes(cohort: Cohort, spec: MutationsSpec, doubts: Doubt[]): Result<null, Failure> {
  const names = cohort.genes.map(({ name }) => name);
  const there = new Set(names);
  const absent = spec.genes.filter((name) => !there.has(name));
  if (absent.length === 0) return ok(null);
  const near = absent.flatMap((name) => nearestNames(name, names, 1)).slice(0, 3);
  if (absent.length === spec.genes.length)
    return err(
      words.failure(
        near.length > 0 ? "no-such-genes-near" : "no-such-genes",
        { genes: absent.slice(0, 8), near },
        {
          at: ["genes"],
          fix: { path: ["genes"], value: near.length > 0 ? near : [] },
        },
      ),
    );
  doubts.push(words.sentence("absent-genes", { genes: absent.slice(0, 12) }));
  return ok(null);
}

interface Drawn {
  readonly name: string;
  readonly counts: GeneCounts | null;
}

/** A parameter turns it: a gene without a mutation is no failure. */
function geneOf({ genes }: Cohort, wanted: string, doubts: Doubt[]): Drawn {
  const [first] = genes;
  if (wanted === "") return { name: first?.name ?? "", counts: first ?? null };
  const counts = genes.find(({ name }) => name === wanted) ?? null;
  if (!counts) doubts.push(words.sentence("gene-not-mutated", { gene: wanted }));
  return { name: wanted, counts };
}

function sizesSaid({ of, hyper }: Cohort, megabases: number | null, doubts: Doubt[]): void {
  if (megabases === null) doubts.push(words.sentence("no-size"));
  const n = of.filter(({ isHyper }) => isHyper).length;
  if (n === 0) return;
  const from = Number(hyper.from.toPrecision(3));
  doubts.push({ ...words.sentence(hyper.by === "size" ? "hyper-size" : "hyper-others", { n, from }), rows: [n] });
}

interface Told {
  readonly cohort: Cohort;
  readonly shown: readonly GeneCounts[];
  readonly spec: MutationsSpec;
  readonly megabases: number | null;
  readonly gene: string | null;
  readonly doubts: readonly Doubt[];
}

function bodyOf({ cohort, shown, spec, megabases, gene, doubts }: Told): MutationsBody {
  const { records, samples, sequenced, of } = cohort;
  const counted = records.list.filter(({ isCounted }) => isCounted);
  const tallied = (
    list: readonly MutationRecord[],
    nameOf: (record: MutationRecord) => string,
  ): { name: string; n: number; samples: number }[] => {
    const found = new Map<string, string[]>();
    for (const record of list) {
      const name = nameOf(record);
      if (name === "") continue;
      const ids = found.get(name);
      if (ids) ids.push(record.sample);
      else found.set(name, [record.sample]);
    }
    return [...found]
      .map(([name, ids]) => ({ name, n: ids.length, samples: new Set(ids).size }))
      .sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1));
  };
  const burdens = of.flatMap(({ all, counted: own }, at) =>
    samples.isSequenced[at] === 1 ? [spec.burden === "all" ? all : own] : [],
  );
  const median = burdens.length === 0 ? null : medianOf(Float64Array.from(burdens));
  return {
    by: records.by,
    samples: samples.ids.length,
    sequenced,
    mutated: cohort.mutated,
    variants: records.list.length,
    counted: counted.length,
    classes: inOrderOfClasses(records.classes).filter((name) => name !== ""),
    byClass: tallied(counted, (record) => record.class),
    byType: tallied(counted, ({ type }) => type),
    bySubstitution: substitutionClasses.map((name) => ({
      name,
      n: of.reduce((sum, { bySubstitution }) => sum + bySubstitution[name], 0),
      samples: of.filter(({ bySubstitution }) => bySubstitution[name] > 0).length,
    })),
    transitions: of.reduce((sum, { transitions }) => sum + transitions, 0),
    transversions: of.reduce((sum, { transversions }) => sum + transversions, 0),
    genes: shown.map(({ name, calls }) => ({ name, samples: calls.length, share: calls.length / sequenced })),
    burden: { median, perMb: median === null || megabases === null ? null : median / megabases, megabases },
    hypermutated: of.filter(({ isHyper }) => isHyper).length,
    gene,
    says: [],
    inR: inR({ cohort, shown, gene, spec, megabases }),
    doubts: doubts.map(({ key, params, rows }) => ({ key, params: { ...params }, ...(rows ? { rows: [...rows] } : {}) })),
  };
}
