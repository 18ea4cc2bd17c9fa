// The smallest notebook with a cell of a kind, as its file is written: `genomecraft kinds` shows it beside the schema, which
// says what a cell may say and not how a file says it. Kinds put theirs together of these.

const head = "---\nformat: 1\ntitle: Example\n---\n";
export const samplesCell = "```load samples\nfile: samples.csv\n```\n";
/** Of each how long it was followed, how that ended, its sex and its weight. */
export const followedCell = "```load followed\nfile: follow-up.csv\n```\n";
/** Mutations of a few tumours, a row each. */
export const mutationsCell = "```load mutations\nfile: mutations.maf\n```\n";
export const countsCell = "```load counts\nfile: counts.csv\nsamples: =samples\n```\n";
export const modelCell =
  "```train model\nfrom: =counts\ntarget: sex\nalgorithm: {type: logistic}\nvalidation: {type: k-fold, folds: 3}\n```\n";
export const expressionModelCell = "```differential model\nfrom: =counts\ndesign:\n  formula: ~ sex\n```\n";
export const exampleNotebook = (...blocks: readonly string[]): string => [head, ...blocks].join("\n");
