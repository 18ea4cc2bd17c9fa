// Association of variants with a trait: who is taken, which variants are tested, by which model, what came out and how far it may be
// believed.

import type { Assay, Table } from "../../artifacts/artifact.ts";
import { genotypeCalls } from "../../artifacts/genotype-calls.ts";
import { cellString, isMissing } from "../../artifacts/table.ts";
import { loadScan, modelOf } from "../../association-models.ts";
import type { Failure } from "../../base/failure.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { AssociationAnswer } from "../../contract/association-model.ts";
import type { Execute, ExecuteContext, Outputs } from "../../contract/execute.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { AssociationBody } from "../../reports/association/report.ts";
import { type Clump, clumps } from "../../stats/association/clump.ts";
import { inflation } from "../../stats/association/inflation.ts";
import { linkage } from "../../stats/linkage.ts";
import { componentsOfGenotypes, componentsOfTable } from "./execute-components.ts";
import { locusFigure, manhattanFigure, qqFigure, type Shown, spectrumFigure } from "./execute-figures.ts";
import { doubtOfRelatives } from "./execute-relatives.ts";
import {
  asCovariates,
  columnNamed,
  type Join,
  joinSamples,
  type NamedColumn,
  readTrait,
  takeKnown,
  type Trait,
} from "./read-samples.ts";
import { readGenotypes } from "./read-genotypes.ts";
import { onX, readSites, type Sites } from "./read-sites.ts";
import { sayResult, doubtsOfAnswer } from "./say-result.ts";
import type { AssociateSpec } from "./spec.ts";
import { type Answered, tableOfClumps, tableOfVariants } from "./table-of-variants.ts";
import { chooseVariants, type Chosen } from "./which-variants.ts";
import { words } from "./words.ts";

export const execute: Execute<AssociateSpec> = async (spec, context) => {
  if (!spec.from) return err(words.failure("no-data", {}, { at: ["from"] }));
  const assay = context.input(spec.from) as Assay;
  const genotypes = readGenotypes(assay);
  if (!genotypes.ok) return genotypes;
  const sites = readSites(assay, spec.sites ? (context.input(spec.sites) as Table) : null);
  if (!sites.ok) return sites;
  const people = await whoIsTaken(assay, sites.value, spec, context);
  if (!people.ok) return people;
  const { trait, taken } = people.value;
  const pause = turns(context);
  const twice = spec.sexChromosomes === "x-twice" ? sites.value.place.map((place) => (place === onX ? 1 : 0)) : null;
  const rows = genotypes.value.rows(taken.samples, twice);
  const chosen = await chooseVariants({
    rows,
    sites: sites.value,
    spec,
    equilibrium: people.value.equilibrium,
    pause: (share) => pause(share * 0.1),
  });
  if (chosen.tested.length === 0)
    return err(words.failure("none-left", { all: assay.featureCount, least: spec.minCount }, { at: ["minCount"] }));
  const doubts: Sentence[] = [...genotypes.value.said, ...sites.value.said, ...people.value.said, ...chosen.said];
  doubts.push(...ofSexes(spec, sites.value, genotypes.value.hasPloidy), ...ofAlleles(sites.value), ...ofEquilibrium(spec, trait));
  const model = modelOf(spec.model);
  if (!model.takesRelatives) doubts.push(...(await doubtOfRelatives(assay, taken.samples, () => pause(0.1))));
  const values = Float64Array.from(taken.samples, (sample) => trait.values[sample] as number);
  const work = await loadScan(spec.model);
  const answer = await work.scan({
    options: spec.model,
    samples: taken.samples.length,
    variants: assay.featureCount,
    read: (variant, into) => rows.read(variant, into),
    tested: chosen.tested,
    chromosomes: sites.value.chromosomes,
    forKinship: chosen.forKinship,
    trait: values,
    isBinary: trait.isBinary,
    covariates: taken.columns,
    pause: (share) => pause(0.1 + share * 0.75),
    say: (sentence) => doubts.push(sentence),
  });
  if (!answer.ok) return answer;
  const answered: Answered = { sites: sites.value, ...chosen, answer: answer.value };
  const threshold = spec.threshold === 0 ? 0.05 / chosen.tested.length : spec.threshold;
  const linked = linkageOf(assay, taken.samples, chosen.tested);
  const found = await clumpsOf(answered, spec, threshold, linked, (share) => pause(0.85 + share * 0.1));
  const body = bodyOf({ spec, assay, answered, chosen, trait, values, threshold, found }, doubts);
  const calls = work.calls(spec.model, {
    trait: spec.trait,
    covariates: spec.covariates,
    components: spec.pcs,
    minCount: spec.minCount,
    isBinary: trait.isBinary,
    hwe: spec.hwe,
    hweWithin: trait.isBinary || spec.ancestry !== "",
    takesX: spec.sexChromosomes === "x-twice",
  });
  const said = sayResult(body, trait.levels);
  const all = [...doubts, ...doubtsOfAnswer(body, model)];
  for (const sentence of [...said, ...all]) context.log(sentenceIn(sentence, "en"));
  const whole: AssociationBody = { ...body, says: said.map(plain), calls: [...calls], doubts: all.map(plain) };
  return outputsOf({ spec, answered, threshold, found, body: whole, linked });
};

const plain = ({ key, params }: Sentence): AssociationBody["says"][number] => ({ key, params: { ...params } });

/** Some turns a second are given back, whoever asks how often. */
function turns(context: ExecuteContext, doing?: Sentence): (share: number) => Promise<void> | null {
  let last = performance.now();
  const give = async (share: number): Promise<void> => {
    context.progress(share, doing);
    await new Promise((next) => setTimeout(next, 0));
    context.signal.throwIfAborted();
    last = performance.now();
  };
  return (share) => (performance.now() - last > 40 ? give(share) : null);
}

interface People {
  readonly trait: Trait;
  readonly taken: ReturnType<typeof takeKnown>;
  /** Places among those who are taken. */
  readonly equilibrium: readonly (readonly number[])[];
  readonly said: readonly Sentence[];
}

/** Fewer have no spread that is worth a word. */
const fewest = 10;

async function whoIsTaken(
  assay: Assay,
  sites: Sites,
  spec: AssociateSpec,
  context: ExecuteContext,
): Promise<Result<People, Failure>> {
  const table = spec.sheet ? (context.input(spec.sheet) as Table) : assay.samples;
  let join: Join | null = null;
  if (spec.sheet) {
    const joined = joinSamples(assay, table, "sheet");
    if (!joined.ok) return joined;
    join = joined.value;
  }
  const column = columnNamed(table, spec.trait, "trait");
  if (!column.ok) return column;
  const read = readTrait(column.value, join, assay.sampleCount, spec);
  if (!read.ok) return read;
  const { trait } = read.value;
  const said: Sentence[] = [...read.value.said];
  const { takes } = modelOf(spec.model);
  if (takes === "cases" && !trait.isBinary)
    return err(
      words.failure("not-cases", { trait: spec.trait }, { at: ["model"], fix: { path: ["model"], value: { type: "linear" } } }),
    );
  const named: NamedColumn[] = [];
  for (const name of spec.covariates) {
    if (name === spec.trait) return err(words.failure("trait-twice", { trait: name }, { at: ["covariates"] }));
    const found = columnNamed(table, name, "covariates");
    if (!found.ok) return found;
    const made = asCovariates(found.value, join, assay.sampleCount);
    if (!made.ok) return made;
    named.push(...made.value);
    // Of PLINK's files; of what was measured few are just -9.
    const nines = made.value.length === 1 && found.value.type !== "text" ? ninesIn(made.value[0]?.values) : 0;
    if (nines > 0) said.push(words.sentence("covariate-nines", { column: name, n: nines }));
  }
  const components = await readComponents(assay, sites, spec, context);
  if (!components.ok) return components;
  said.push(...components.value.said);
  named.push(...components.value.columns);
  const taken = takeKnown(trait.values, named);
  const n = taken.samples.length;
  const least = Math.max(fewest, taken.columns.length + 3);
  if (n < least) return err(words.failure("too-few", { n, least, all: assay.sampleCount }, { at: ["trait"] }));
  if (n < assay.sampleCount) said.push(words.sentence("left-out", { n: assay.sampleCount - n, all: assay.sampleCount }));
  if (taken.aliased.length > 0) said.push(words.sentence("aliased", { columns: [...taken.aliased] }));
  const known = Array.from(taken.samples, (sample) => trait.values[sample] as number);
  if (known.every((value) => value === known[0]))
    return err(words.failure("constant", { trait: spec.trait, value: known[0] ?? 0 }, { at: ["trait"] }));
  const equilibrium = groupsOfEquilibrium(table, join, spec, trait, taken.samples);
  if (!equilibrium.ok) return equilibrium;
  return ok({ trait, taken, equilibrium: equilibrium.value, said });
}

const ninesIn = (values: Float64Array = new Float64Array(0)): number =>
  values.reduce((sum, value) => sum + (value === -9 ? 1 : 0), 0);

async function readComponents(
  assay: Assay,
  sites: Sites,
  spec: AssociateSpec,
  context: ExecuteContext,
): Promise<ReturnType<typeof componentsOfTable>> {
  if (spec.pcs === 0) return ok({ columns: [], said: spec.components ? [words.sentence("components-unused")] : [] });
  if (spec.components) {
    const table = context.input(spec.components) as Table;
    const join = joinSamples(assay, table, "components");
    return join.ok ? componentsOfTable(table, spec.pcs, join.value, assay.sampleCount) : join;
  }
  const doing = words.sentence("progress-components");
  context.progress(0, doing);
  await new Promise((next) => setTimeout(next, 0));
  const pause = turns(context, doing);
  return componentsOfGenotypes(assay, sites, spec.pcs, () => pause(0));
}

/** Controls, in each population by itself where one is named. */
function groupsOfEquilibrium(
  table: Table,
  join: Join | null,
  { ancestry, hwe }: AssociateSpec,
  trait: Trait,
  samples: Int32Array,
): Result<readonly (readonly number[])[], Failure> {
  if (hwe === 0) return ok([]);
  const places = Array.from(samples.keys()).filter((at) => !trait.isBinary || trait.values[samples[at] as number] === 0);
  if (ancestry === "") return ok([places]);
  const column = columnNamed(table, ancestry, "ancestry");
  if (!column.ok) return column;
  const by = new Map<string, number[]>();
  for (const at of places) {
    const row = join ? (join[samples[at] as number] as number) : (samples[at] as number);
    if (row < 0 || isMissing(column.value, row)) continue;
    const name = cellString(column.value, row);
    const members = by.get(name);
    if (members) members.push(at);
    else by.set(name, [at]);
  }
  return ok([...by.values()]);
}

function ofSexes({ sexChromosomes, covariates }: AssociateSpec, { place }: Sites, hasPloidy: boolean): readonly Sentence[] {
  const isThere = place.includes(onX);
  if (!isThere || sexChromosomes !== "x-twice") return [];
  const said = [words.sentence(hasPloidy ? "x-twice" : "x-as-counted")];
  return covariates.some((name) => /sex|gender|^пол$/iu.test(name)) ? said : [...said, words.sentence("x-without-sex")];
}

function ofAlleles({ effect, other, effectColumn, isGuessed }: Sites): readonly Sentence[] {
  if (!effectColumn) return [words.sentence("no-alleles")];
  const said = [words.sentence(isGuessed ? "counted-elsewhere" : "counted", { column: effectColumn })];
  if (!effect || !other) return said;
  const pairs = new Set(["A/T", "T/A", "C/G", "G/C"]);
  let n = 0;
  effect.forEach((allele, at) => {
    if (pairs.has(`${allele}/${other[at]}`)) n++;
  });
  return n === 0 ? said : [...said, words.sentence("palindromes", { n, all: effect.length })];
}

function ofEquilibrium({ hwe, ancestry }: AssociateSpec, trait: Trait): readonly Sentence[] {
  if (hwe === 0 || ancestry !== "") return [];
  return [words.sentence(trait.isBinary ? "hwe-controls-together" : "hwe-together")];
}

type Linkage = (one: number, other: number) => number;

/** r² of two of `tested`, among those who are taken. */
function linkageOf(assay: Assay, samples: Int32Array, tested: Int32Array): Linkage {
  let calls: Int8Array | null = null;
  const members = Array.from(samples);
  return (one, other) => {
    calls ??= genotypeCalls(assay);
    const pair = { calls, samples: assay.sampleCount, members };
    return linkage(pair, tested[one] as number, tested[other] as number);
  };
}

async function clumpsOf(
  { sites, tested, answer }: Answered,
  { clump }: AssociateSpec,
  threshold: number,
  linked: Linkage,
  pause: (share: number) => Promise<void> | null,
): Promise<readonly Clump[]> {
  const { chromosomes } = sites;
  if (!chromosomes) return [];
  return clumps(
    {
      logP: answer.logP,
      chromosome: Int32Array.from(tested, (variant) => chromosomes[variant] as number),
      position: Float64Array.from(tested, (variant) => sites.positions[variant] as number),
      linkage: linked,
    },
    {
      logFirst: Math.log(Math.max(clump.first, threshold)),
      logSecond: Math.log(Math.max(clump.second, clump.first, threshold)),
      linkage: clump.linkage,
      within: clump.kb * 1000,
    },
    pause,
  );
}

interface Said {
  readonly spec: AssociateSpec;
  readonly assay: Assay;
  readonly answered: Answered;
  readonly chosen: Chosen;
  readonly trait: Trait;
  readonly values: Float64Array;
  readonly threshold: number;
  readonly found: readonly Clump[];
}

function bodyOf(
  { spec, assay, answered, chosen, trait, values, threshold, found }: Said,
  doubts: readonly Sentence[],
): AssociationBody {
  const { answer, sites, tested } = answered;
  const lead = leadOf(answer);
  const lambda = inflation(answer.logP);
  const hits = answer.logP.reduce((sum, value) => sum + (value < Math.log(threshold) ? 1 : 0), 0);
  const cases = trait.isBinary ? values.reduce((sum, value) => sum + value, 0) : null;
  return {
    trait: spec.trait,
    model: spec.model,
    n: values.length,
    cases,
    controls: cases === null ? null : values.length - cases,
    covariates: spec.covariates,
    components: spec.pcs,
    variants: assay.featureCount,
    tested: tested.length,
    answered: answer.logP.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0),
    lambda: Number.isFinite(lambda) ? lambda : null,
    threshold,
    hits,
    clumps: found.filter(({ lead: at }) => (answer.logP[at] as number) < Math.log(threshold)).length,
    build: sites.build,
    lead:
      lead < 0
        ? null
        : { id: sites.ids[tested[lead] as number] ?? "", logP: answer.logP[lead] as number, beta: answer.beta[lead] as number },
    fewest: chosen.carriers.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
    says: [],
    calls: [],
    doubts: doubts.map(plain),
  };
}

/** The smallest p; -1: nothing was answered. */
function leadOf({ logP }: AssociationAnswer): number {
  let lead = -1;
  for (let at = 0; at < logP.length; at++) if ((logP[at] as number) < (lead < 0 ? 1 : (logP[lead] as number))) lead = at;
  return lead;
}

interface Made {
  readonly spec: AssociateSpec;
  readonly answered: Answered;
  readonly threshold: number;
  readonly found: readonly Clump[];
  readonly body: AssociationBody;
  readonly linked: Linkage;
}

function outputsOf({ spec, answered, threshold, found, body, linked }: Made): Result<Outputs, Failure> {
  const { sites, tested, answer, frequency } = answered;
  const shown: Shown = {
    trait: spec.trait,
    sites,
    tested,
    surprise: answer.logP.map((value) => 0 - value / Math.LN10),
    frequency,
    threshold,
    lambda: body.lambda ?? Number.NaN,
    sizes: [body.n, body.fewest],
  };
  const manhattan = manhattanFigure(shown);
  const locus = locusOf(spec, answered, shown, linked);
  if (!locus.ok) return locus;
  return ok({
    out: tableOfVariants(answered),
    ...(manhattan ? { manhattan } : {}),
    qq: qqFigure(shown),
    ...(locus.value ? { locus: locus.value } : {}),
    spectrum: spectrumFigure(shown),
    clumps: tableOfClumps(answered, found),
    report: { type: "report", report: "association", body: body as Json as JsonObject },
  });
}

/** So many points beside a lead; the nearest ones. */
const mostInLocus = 4000;

function locusOf(
  { locus, locusKb }: AssociateSpec,
  { sites, tested, answer }: Answered,
  shown: Shown,
  linked: Linkage,
): Result<ReturnType<typeof locusFigure> | null, Failure> {
  const lead = locus === "" ? leadOf(answer) : tested.findIndex((variant) => sites.ids[variant] === locus);
  if (locus !== "" && lead < 0)
    return err(words.failure("no-locus", { id: locus }, { at: ["locus"], fix: { path: ["locus"], value: "" } }));
  const { chromosomes, positions } = sites;
  if (lead < 0 || !chromosomes) return ok(null);
  const here = tested[lead] as number;
  const away = (variant: number): number => Math.abs((positions[variant] as number) - (positions[here] as number));
  const places = Array.from(tested.keys())
    .filter((at) => {
      const variant = tested[at] as number;
      return chromosomes[variant] === chromosomes[here] && away(variant) <= locusKb * 1000 && !Number.isNaN(answer.logP[at]);
    })
    .sort((a, b) => away(tested[a] as number) - away(tested[b] as number))
    .slice(0, mostInLocus);
  if (places.length === 0) return ok(null);
  return ok(locusFigure(shown, { lead, places, linkage: Float64Array.from(places, (at) => linked(lead, at)) }));
}
