// Whether individuals are related, which regressions take for independent: by KING's kinship over an even part of the autosomal sites.

import type { Assay } from "../../artifacts/artifact.ts";
import { autosomalSites, genotypeCalls } from "../../artifacts/genotype-calls.ts";
import { takeSamples } from "../../artifacts/take-samples.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { kinship, planesOf } from "../../quality/relatedness/kinship.ts";
import { words } from "./words.ts";

/** Sites that are looked at, fewer than which tell nothing, and words of bits that are compared. */
const [mostSites, fewestSites, mostWork] = [4096, 1000, 4e8];
/** Between second and third degree (Manichaikul et al. 2010, table 1). */
const related = 0.0884;

export async function doubtOfRelatives(
  assay: Assay,
  samples: Int32Array,
  pause: () => Promise<void> | null,
): Promise<readonly Sentence[]> {
  const autosomal = autosomalSites(assay);
  const n = samples.length;
  const there = autosomal.reduce((sum, one) => sum + one, 0);
  if (n < 2 || there < fewestSites) return [];
  const pairs = (n * (n - 1)) / 2;
  const room = Math.min(mostSites, Math.floor(mostWork / pairs) * 32);
  if (room < fewestSites) return [words.sentence("relatives-unknown", { n })];
  const every = Math.max(1, Math.ceil(there / room));
  let nth = 0;
  const looked = autosomal.map((is) => (is === 1 && nth++ % every === 0 ? 1 : 0));
  const taken = n === assay.sampleCount ? assay : takeSamples(assay, samples);
  const planes = planesOf({ calls: () => genotypeCalls(taken), autosomal: looked, alleles: null }, n);
  let [found, het] = [0, 0];
  for (let first = 0; first < n; first++) {
    const turn = pause();
    if (turn) await turn;
    for (let second = first + 1; second < n; second++) {
      const value = kinship(planes, first, second, fewestSites / 2);
      if (Number.isNaN(value)) het++;
      else if (value > related) found++;
    }
  }
  if (het > pairs / 2) return [words.sentence("relatives-unknown", { n })];
  return found === 0 ? [] : [words.sentence("relatives", { n: found, kinship: related })];
}
