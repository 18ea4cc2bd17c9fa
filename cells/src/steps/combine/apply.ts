// Samples of all matrices side by side, in the order of the labs; features in the order of the first, then of the others. What each
// lab says of its samples stays.

import type { Assay, Column } from "../../artifacts/artifact.ts";
import { denseData, sampleIds } from "../../artifacts/assay.ts";
import { equalSamples } from "../../artifacts/equal-samples.ts";
import { moreOf, takeColumnRows, textColumn, uniquelyNamed } from "../../artifacts/table.ts";
import type { Apply, OptionsOf, StepScope } from "../../contract/step.ts";
import { stackTables } from "../parts/stack-tables.ts";
import { refuse, tableWith } from "../parts/step-scope.ts";
import { takeFeatures } from "../parts/take-features.ts";
import { withoutEffects } from "../parts/without-effects.ts";
import { words as shared } from "../words.ts";
import { needOneGenome, needOneKind, type Joined, joinedFeatures } from "./features.ts";
import { type Lab, needOneScale } from "./one-scale.ts";
import type { combine } from "./step.ts";
import { sideBySide } from "./values.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof combine>;

/** Numbers in which equal samples are looked for: with them all of a sparse matrix are written out. */
const mostCompared = 300_000_000;
/** Features in common: in fewer, samples are alike by chance. */
const fewest = 10;

export const apply: Apply<typeof combine> = {
  assay(step, own, scope) {
    const labs = labsOf(step, own, scope);
    needOneScale(labs, step.scales === "any", scope);
    needOneKind(labs, scope);
    const joined = joinedFeatures(labs, step, scope);
    needOneGenome(labs, joined, scope);
    if (labs.some(({ assay }) => assay.layers)) scope.say(words.sentence("layers", { step: scope.index + 1 }));
    const features = featuresOf(labs, joined, scope);
    const samples = samplesOf(labs, step, scope);
    const values = sideBySide(labs, joined, scope);
    const scales = new Set(labs.map(({ assay }) => assay.scale));
    const nouns = new Set(labs.map(({ assay }) => assay.featureNoun).filter((noun) => noun !== "feature"));
    const [noun] = nouns;
    const { layers: _layers, ...rest } = own;
    const gone = labs.flatMap(({ assay }) => assay.withoutEffectsOf ?? []);
    const joinedOnes: Assay = {
      ...rest,
      values,
      featureCount: joined.ids.length,
      sampleCount: labs.reduce((sum, { assay }) => sum + assay.sampleCount, 0),
      features: tableWith(scope, features, joined.ids.length),
      samples: tableWith(
        scope,
        samples,
        labs.reduce((sum, { assay }) => sum + assay.sampleCount, 0),
        ["column"],
      ),
      scale: scales.size === 1 ? own.scale : "unknown",
      featureNoun: nouns.size === 1 ? (noun ?? "feature") : own.featureNoun,
    };
    const answer = gone.length > 0 ? withoutEffects(joinedOnes, gone) : joinedOnes;
    sayEqual(labs, joined, answer, scope);
    return answer;
  },
};

function labsOf(step: Options, own: Assay, scope: StepScope): readonly Lab[] {
  if (step.others.length === 0) return refuse(scope, shared, "nothing-chosen", { field: "others" }, ["others"]);
  const given = [step.lab, ...step.others.map(({ lab }) => lab)].map((name) => name.trim());
  const names = given.map((name, at) => (name === "" ? String(at + 1) : name));
  const unnamed = names.filter((_, at) => given[at] === "");
  if (unnamed.length > 0 && (step.column !== "" || step.names === "prefix"))
    scope.say(words.sentence("unnamed", { step: scope.index + 1, names: unnamed }));
  return [
    { name: names[0] ?? "", assay: own },
    ...step.others.map(({ cell }, at) => {
      const name = names[at + 1] ?? "";
      const assay = scope.input(cell);
      if (assay.type !== "assay") return refuse(scope, words, "not-a-matrix", { lab: name }, ["others", at, "cell"]);
      return { name, assay };
    }),
  ];
}

/** What the first matrix that has a feature says of it. */
function featuresOf(labs: readonly Lab[], { ids, first }: Joined, scope: StepScope): readonly Column[] {
  const { columns } = stackTables(
    labs.map(({ assay }) => assay.features),
    ({ column, first: one, second, table }) =>
      refuse(scope, words, "units-differ", unitsParams(labs, column, one, second, table), ["others"]),
  );
  const [own, ...others] = columns;
  return [
    textColumn(own?.name ?? "feature", ids, own ? moreOf(own) : {}),
    ...others.map((column) => takeColumnRows(column, first)),
  ];
}

const unitsParams = (labs: readonly Lab[], column: string, first: string, second: string, table: number) => ({
  column,
  first,
  second,
  here: labs[0]?.name ?? "",
  there: labs[table]?.name ?? "",
});

function samplesOf(labs: readonly Lab[], step: Options, scope: StepScope): readonly Column[] {
  const number = scope.index + 1;
  const { columns, partly, asText } = stackTables(
    labs.map(({ assay }) => assay.samples),
    ({ column, first, second, table }) =>
      refuse(scope, words, "units-differ", unitsParams(labs, column, first, second, table), ["others"]),
  );
  if (partly.length > 0) scope.say(words.sentence("partly", { step: number, names: partly }));
  if (asText.length > 0) scope.say(words.sentence("as-text", { step: number, names: asText, n: asText.length }));
  if (step.column !== "" && columns.some(({ name }) => name === step.column))
    return refuse(scope, words, "column-there", { column: step.column }, ["column"], {
      fix: { path: ["steps", scope.index, "column"], value: "" },
    });
  const names = labs.flatMap(({ assay }) => sampleIds(assay));
  const labOf = labs.flatMap(({ assay, name }) => new Array<string>(assay.sampleCount).fill(name));
  const [own, ...others] = columns;
  const lab = step.column === "" ? [] : [textColumn(step.column, labOf, { semantic: "lab" })];
  const clashes = names.length - new Set(names).size;
  if (step.names === "refuse") {
    if (clashes > 0)
      return refuse(scope, words, "clash", { n: clashes }, ["names"], {
        fix: { path: ["steps", scope.index, "names"], value: "prefix" },
      });
    return own ? [own, ...others, ...lab] : lab;
  }
  const prefixed = names.map((name, at) => `${labOf[at]}_${name}`);
  if (new Set(prefixed).size < prefixed.length) return refuse(scope, words, "clash-still", {}, ["others"]);
  const more = own ? moreOf(own) : {};
  return uniquelyNamed(
    [textColumn(own?.name ?? "sample", prefixed, more), ...others, ...lab, textColumn("name_in_lab", names, more)],
    "_",
  );
}

/** Samples that came to two labs, or from one to both. */
function sayEqual(labs: readonly Lab[], { places }: Joined, whole: Assay, scope: StepScope): void {
  const shared = Int32Array.from(whole.features.rowCount === 0 ? [] : (places[0] as Int32Array).keys()).filter((at) =>
    places.every((place) => (place[at] as number) >= 0),
  );
  if (shared.length < fewest) return;
  if (shared.length * whole.sampleCount > mostCompared)
    return scope.say(words.sentence("equal-unlooked", { step: scope.index + 1 }));
  const labOf = labs.flatMap(({ assay }, at) => new Array<number>(assay.sampleCount).fill(at));
  const compared = shared.length === whole.featureCount ? whole : takeFeatures(whole, shared);
  const values = denseData(compared);
  const isFlat = (sample: number): boolean => {
    for (let at = sample; at < values.length; at += compared.sampleCount)
      if (!Object.is(values[at], values[sample])) return false;
    return true;
  };
  let n = 0;
  for (const [sample, other] of equalSamples(compared).entries())
    if (other !== sample && labOf[other] !== labOf[sample] && !isFlat(sample)) n++;
  if (n > 0) scope.say(words.sentence("equal", { step: scope.index + 1, n }));
}
