// Autosomal sites of which no two near ones go together, as plink1.9 --indep-pairwise keeps them: chromosome by chromosome, in the order
// of positions, by founders. Sites elsewhere stay. What is kept is a list of sites, and later data are given the same.

import type { Assay, Column } from "../../artifacts/artifact.ts";
import { equilibriumGroups } from "../../artifacts/equilibrium-groups.ts";
import { autosomalSites, genotypeCalls } from "../../artifacts/genotype-calls.ts";
import { cellJson, cellString, isMissing } from "../../artifacts/table.ts";
import { atOnce } from "../../stats/at-once.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { unlinkedSites } from "../../stats/linkage.ts";
import { keepsFeatures } from "../parts/features-of-state.ts";
import { needCount, needNumber, refuse } from "../parts/step-scope.ts";
import type { pruneLd } from "./step.ts";
import { words } from "./words.ts";

export const { fitted, apply } = keepsFeatures(unlinked);

/** Words of bits that are looked at: some minutes of work. */
const mostWork = 2e11;

function unlinked(step: OptionsOf<typeof pruneLd>, assay: Assay, scope: StepScope): readonly number[] {
  const window = needCount(scope, step.window, ["window"], 2);
  const moved = needCount(scope, step.step, ["step"], 1);
  const most = needNumber(scope, step.most, ["most"], 0);
  const at = scope.index + 1;
  if (step.unit === "sites" && moved > window) refuse(scope, words, "too-far", { window, moved }, ["step"]);
  if (most > 1) refuse(scope, words, "out-of-range", { value: most }, ["most"]);
  if (assay.scale !== "dosage") refuse(scope, words, "no-genotypes");
  // As plink2 has it: what a window of bases passes over where it is moved by several sites depends on how dense they are.
  if (step.unit === "kb" && moved !== 1)
    refuse(scope, words, "kb-step", { moved }, ["step"], { fix: { path: ["steps", scope.index, "step"], value: 1 } });
  const { chromosomes, others, position } = placesOf(assay, at, scope);
  if (step.unit === "kb" && !position) refuse(scope, words, "kb-no-positions", {}, ["unit"]);
  const placesIn = (sites: readonly number[]): Float64Array | null =>
    step.unit === "kb" && position ? Float64Array.from(sites, (site) => placeOf(position, site)) : null;
  const founders = equilibriumGroups(assay.samples, null, null).groups[0]?.members ?? [];
  const everybody = Array.from({ length: assay.sampleCount }, (_, sample) => sample);
  if (founders.length === 0 && everybody.length > 0) scope.say(words.sentence("all-children", { step: at }));
  const members = founders.length > 0 ? founders : everybody;
  const pairs = chromosomes.reduce((sum, sites) => sum + pairsIn(sites.length, window, placesIn(sites)), 0);
  const work = pairs * (members.length / 32);
  if (work > mostWork)
    refuse(scope, words, "too-much", { window, sites: assay.featureCount, samples: members.length }, ["window"]);
  const calls = { calls: genotypeCalls(assay), samples: assay.sampleCount, members };
  const kept = chromosomes.flatMap((sites) => {
    const places = placesIn(sites);
    const pruning = places ? { window: 1000 * window, places, step: moved, most } : { window, step: moved, most };
    return atOnce(unlinkedSites(calls, sites, pruning), () => scope.signal.throwIfAborted());
  });
  return [...kept, ...others].sort((a, b) => a - b);
}

interface Places {
  /** Of each autosome its sites in the order of their positions. */
  readonly chromosomes: readonly (readonly number[])[];
  readonly others: readonly number[];
  /** Null: no column says positions of chromosomes. */
  readonly position: Column | null;
}

/** Pairs of sites that may be compared. */
function pairsIn(count: number, window: number, places: Float64Array | null): number {
  if (!places) return count * Math.min(window, count);
  let [pairs, end] = [0, 0];
  for (let start = 0; start < count; start++) {
    end = Math.max(end, start);
    while (end < count && (places[end] as number) <= (places[start] as number) + 1000 * window) end++;
    pairs += end - start;
  }
  return pairs;
}

function placesOf(assay: Assay, at: number, scope: StepScope): Places {
  const { features, featureCount } = assay;
  const all = Array.from({ length: featureCount }, (_, site) => site);
  const column = features.columns.find(({ semantic }) => semantic === "chromosome");
  if (!column) {
    scope.say(words.sentence("no-places", { step: at }));
    return { chromosomes: [all], others: [], position: null };
  }
  const autosomal = autosomalSites(assay);
  const isOther = (site: number): boolean => autosomal[site] === 0 || isMissing(column, site);
  const byName = new Map<string, number[]>();
  const others = all.filter(isOther);
  for (const site of all) {
    if (isOther(site)) continue;
    const name = cellString(column, site);
    const sites = byName.get(name);
    if (sites) sites.push(site);
    else byName.set(name, [site]);
  }
  if (others.length > 0) scope.say(words.sentence("others", { step: at, n: others.length }));
  const position = features.columns.find(({ semantic }) => semantic === "position" || semantic === "start");
  if (!position) {
    scope.say(words.sentence("no-positions", { step: at }));
    return { chromosomes: [...byName.values()], others, position: null };
  }
  const sorted = [...byName.values()].map((sites) => inOrder(sites, position));
  if (sorted.some((sites) => sites.some((site, nth) => nth > 0 && site < (sites[nth - 1] as number))))
    scope.say(words.sentence("not-sorted", { step: at }));
  return { chromosomes: sorted, others, position };
}

const placeOf = (position: Column, site: number): number =>
  isMissing(position, site) ? Number.POSITIVE_INFINITY : Number(cellJson(position, site));

/** Sites without a position come last; equal ones stay in their order. */
function inOrder(sites: readonly number[], position: Column): readonly number[] {
  const keyed = sites.map((site) => [placeOf(position, site), site] as const);
  return keyed.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x - y)).map(([, site]) => site);
}
