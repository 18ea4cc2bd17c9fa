// What is to be said of a file of variants that was read: what was decided, with its alternative, and what is odd.

import type { FileContent, Fix, Issue } from "../../../contract/format.ts";
import type { JsonObject } from "../../../base/json.ts";
import type { KeyOf } from "../../../messages/define-words.ts";
import type { Genotypes } from "./genotypes.ts";
import type { VcfHeader } from "./header.ts";
import type { Sites } from "./sites.ts";
import { words } from "./words.ts";

export interface VariantsRead {
  readonly header: VcfHeader;
  readonly sites: Sites;
  readonly genotypes: Genotypes | null;
  readonly records: number;
  readonly comments: { readonly line: number; readonly count: number };
  /** Lines above the header that are none of a VCF. */
  readonly stray: readonly string[];
  readonly emptyLayers: readonly string[];
  readonly repeatedSamples: readonly string[];
  readonly hasBuild: boolean;
  readonly ofOneCopy: OfOneCopy;
}

export function issuesOfVariants(read: VariantsRead): Pick<FileContent, "issues" | "said"> {
  const { header, sites, genotypes, comments } = read;
  const issues: Issue[] = [];
  const say = (
    severity: Issue["severity"],
    rule: KeyOf<typeof words>,
    params: JsonObject,
    more: { readonly line?: number; readonly field?: string; readonly fix?: Fix } = {},
  ): void => {
    const { line = null, field = null, fix } = more;
    issues.push({ rule, severity, line, field, message: words.sentence(rule, params), ...(fix ? { fix } : {}) });
  };
  const at = (found: { readonly line: number }) => ({ line: found.line });
  const { blocks, split, open, repeated } = sites;
  if (read.stray.length > 0) say("warning", "stray", { count: read.stray.length, found: (read.stray[0] ?? "").slice(0, 60) });
  if (blocks.count > 0 && sites.keepsBlocks) say("note", "blocks-kept", { count: blocks.count }, at(blocks));
  else if (blocks.count > 0)
    say("note", "blocks-left-out", { ...blocks }, { ...at(blocks), fix: { path: ["blocks"], value: "keep" } });
  if (open.count > 0) say("note", "any-alternative", { count: open.count }, at(open));
  if (split.count > 0) say("note", "split", { records: split.count, line: split.line }, at(split));
  if (repeated.count > 0) say("warning", "names-repeat", { ...repeated }, at(repeated));
  if (read.repeatedSamples.length > 0)
    say("warning", "samples-repeat", { count: read.repeatedSamples.length, names: read.repeatedSamples.slice(0, 20) });
  if (genotypes) ofGenotypes(genotypes, read, say);
  ofInfo(sites, say);
  if (comments.count > 0) say("note", "header-lines", { ...comments }, at(comments));
  if (!read.hasBuild) say("note", "build-unknown", {});
  const about = words.sentence("log-version", {
    version: header.version ?? "?",
    records: read.records,
    sites: sites.rows,
    samples: header.samples.length,
  });
  // Notes with another setting are logged as doubts are.
  const notes = issues.filter(({ severity, fix }) => severity === "note" && fix === undefined).map(({ message }) => message);
  return { issues, said: [about, ...(genotypes ? [] : [words.sentence("log-sites")]), ...notes] };
}

type Say = (
  severity: Issue["severity"],
  rule: KeyOf<typeof words>,
  params: JsonObject,
  more?: { readonly line?: number; readonly field?: string; readonly fix?: Fix },
) => void;

/** Sites of chromosomes of which men, or all, have one copy. */
interface OfOneCopy {
  readonly count: number;
  readonly chromosomes: readonly string[];
}

function ofGenotypes(genotypes: Genotypes, { emptyLayers, ofOneCopy }: VariantsRead, say: Say): void {
  const { half, haploid, invalid, without, source, layers } = genotypes;
  const isImputed = source === "DS" || source === "GP";
  if (source === null) say("warning", "no-dosages", {});
  if (isImputed) say("note", "imputed", { field: source });
  else if (genotypes.hasDosages && !genotypes.isAsked("DS"))
    say("note", "dosages-beside", {}, { fix: { path: ["layers"], value: ["DS"] } });
  const { against, doubled } = genotypes.beside;
  if (against.count > 0) {
    const { count, line, dosage, copies } = against;
    const sample = genotypes.header.samples[against.sample] ?? "";
    const fix = genotypes.isAsked("DS") ? {} : { fix: { path: ["layers"], value: ["DS"] } };
    say("warning", "dosages-against", { count, line, sample, dosage, copies }, { line, field: "DS", ...fix });
  }
  if (doubled.count > 0) say("warning", "dosages-doubled", { ...doubled }, { line: doubled.line, field: "DS" });
  if (isImputed && haploid.count === 0 && ofOneCopy.count > 0) say("warning", "copies-unknown", { ...ofOneCopy });
  if (half.count > 0) say("warning", "half-calls", { ...half }, { line: half.line });
  if (haploid.count > 0) say("note", "haploid", { ...haploid }, { line: haploid.line });
  const most = genotypes.mostCopies;
  if (most > 2) say("note", "polyploid", { most });
  if (invalid.count > 0) say("warning", isImputed ? "dosage-invalid" : "gt-invalid", { ...invalid }, { line: invalid.line });
  if (without.count > 0 && source !== null) say("warning", "no-genotypes", { ...without, field: source }, { line: without.line });
  if (emptyLayers.length > 0) say("warning", "layers-none", { keys: emptyLayers });
  if (layers.texts.length > 0) say("warning", "layers-texts", { keys: layers.texts });
  if (layers.lists) say("warning", "layers-lists", { ...layers.lists }, { line: layers.lists.line, field: layers.lists.key });
}

function ofInfo(sites: Sites, say: Say): void {
  const { info } = sites;
  const quality = sites.oddQuality;
  const odd = [...(quality ? [{ name: "QUAL", ...quality }] : []), ...info.odd];
  for (const { name, row, value, count } of odd.slice(0, 20))
    say("warning", "info-odd", { field: name, value, count, line: sites.lineOf(row) }, { line: sites.lineOf(row), field: name });
  const { uneven, repeated, unknown, several } = info;
  if (uneven)
    say(
      "warning",
      "info-uneven",
      { field: uneven.name, count: uneven.count, line: sites.lineOf(uneven.row) },
      { line: sites.lineOf(uneven.row), field: uneven.name },
    );
  if (repeated)
    say(
      "warning",
      "info-repeated",
      { field: repeated.name, count: repeated.count, line: sites.lineOf(repeated.row) },
      { line: sites.lineOf(repeated.row), field: repeated.name },
    );
  if (unknown.length > 0) say("note", "info-unknown", { fields: unknown.slice(0, 20) });
  for (const { name, count } of several) say("note", "entries", { field: name, count }, { field: name });
}
