// Whether neighbouring sites of genotypes go together, as they do where nobody pruned them.

import type { Assay } from "../artifacts/artifact.ts";
import { autosomalSites, genotypeCalls } from "../artifacts/genotype-calls.ts";
import { linkedSites } from "../artifacts/raw-values.ts";
import { cellJson } from "../artifacts/table.ts";
import type { Sentence } from "../messages/sentence.ts";
import { linkage } from "../stats/linkage.ts";

/** Pairs that are looked at, evenly over the sites; fewer tell nothing. */
const mostPairs = 1000;
const fewestPairs = 50;
/** Shares of pairs above an r² of 0.2: of sites that were pruned none is. */
const usualShare = 0.05;

export function doubtsOfLinkage(assay: Assay): readonly Sentence[] {
  const { features, featureCount, sampleCount: samples } = assay;
  const chromosome = features.columns.find(({ semantic }) => semantic === "chromosome");
  if (!chromosome || featureCount < fewestPairs) return [];
  const autosomal = autosomalSites(assay);
  const every = Math.max(1, Math.floor(featureCount / mostPairs));
  const pairs: number[] = [];
  for (let site = 0; site + 1 < featureCount; site += every)
    if (
      autosomal[site] === 1 &&
      cellJson(chromosome, site) !== null &&
      cellJson(chromosome, site) === cellJson(chromosome, site + 1)
    )
      pairs.push(site);
  const calls = { calls: genotypeCalls(assay), samples, members: Array.from({ length: samples }, (_, at) => at) };
  const told = pairs.map((site) => linkage(calls, site, site + 1)).filter((value) => !Number.isNaN(value));
  const share = told.filter((value) => value > 0.2).length / told.length;
  return told.length >= fewestPairs && share > usualShare ? [linkedSites(share, told.length)] : [];
}
