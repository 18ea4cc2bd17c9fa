// The smallest notebook with a cell of each kind, as its file is written: `genomecraft kinds` shows it beside the schema,
// which says what a cell may say and not how a file says it.

import type { KindName } from "@genomecraft/cells/kinds.ts";

const head = "---\nformat: 1\ntitle: Example\n---\n";
const samples = "```load samples\nfile: samples.csv\n```\n";
const counts = "```load counts\nfile: counts.csv\nsamples: =samples\n```\n";
const model =
  "```train model\nfrom: =counts\ntarget: sex\nalgorithm: {type: logistic}\nvalidation: {type: k-fold, folds: 3}\n```\n";
const notebook = (...blocks: readonly string[]): string => [head, ...blocks].join("\n");

export const kindExamples: { readonly [kind in KindName]: string } = {
  note: notebook(samples, "# Mice\n\n{{samples.rows}} mice, from [[samples]]. Prose between cells is a note.\n"),
  parameter: notebook("```parameter least\ncontrol: {type: slider, min: 0, max: 100}\nvalue: 10\nlabel: Reads at least\n```\n"),
  load: notebook(samples, counts),
  profile: notebook(samples, "```profile overview\nfrom: =samples\n```\n"),
  transform: notebook(
    samples,
    counts,
    "```parameter least\nvalue: 10\n```\n",
    "```transform kept\nfrom: =counts\nsteps:\n  - verb: filter-features\n    rule: {by: count, min: =least, samples: 3}\n  - verb: log-cpm\n```\n",
  ),
  query: notebook(samples, "```query per_sex mode=auto\nselect sex, count(*) as mice from samples group by sex\n```\n"),
  chart: notebook(samples, counts, '```chart by_sex\nfrom: =counts\nx: sex\n"y": Xist\ntitle: Xist by sex\n```\n'),
  reduce: notebook(samples, counts, "```reduce pca\nfrom: =counts\ncomponents: 5\n```\n"),
  train: notebook(samples, counts, model),
  predict: notebook(samples, counts, model, "```predict predicted\nmodel: =model\nfrom: =counts\n```\n"),
};
