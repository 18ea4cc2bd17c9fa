// What was found, for whoever is no bioinformatician, and the calls of R that answer the same.

import type { Sentence } from "../../messages/sentence.ts";
import { quoted } from "../../stats/design/terms.ts";
import type { MutationsBody } from "../../reports/mutations/report.ts";
import type { Cohort, GeneCounts } from "./execute-cohort.ts";
import type { Pairs } from "./execute-tables.ts";
import type { MutationsSpec } from "./spec.ts";
import { words } from "./words.ts";

const [mostNamed, alpha] = [5, 0.05];

export function whatWasFound(body: MutationsBody, pairs: Pairs): readonly Sentence[] {
  const { sequenced, mutated, counted, genes, burden, transitions, transversions } = body;
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  const together = pairs.list.filter(({ adjusted }) => adjusted < alpha);
  const nameOf = (place: number): string => pairs.genes[place]?.name ?? "";
  const named = (isMore: boolean): readonly string[] =>
    [...together]
      .filter(({ oddsRatio }) => oddsRatio > 1 === isMore)
      .sort((a, b) => a.p - b.p)
      .slice(0, mostNamed)
      .map(({ one, other }) => `${nameOf(one)} + ${nameOf(other)}`);
  const [nearest] = [...pairs.list].filter(({ p }) => !Number.isNaN(p)).sort((a, b) => a.p - b.p);
  const [more, less] = [named(true), named(false)];
  return [
    words.sentence(body.by === "patient" ? "says-mutated-patients" : "says-mutated", { mutated, sequenced, counted }),
    words.sentence("says-genes", {
      genes: genes.slice(0, mostNamed).map(({ name, samples, share }) => `${name} ${percent(share)} (${samples})`),
    }),
    ...(burden.median === null
      ? []
      : [
          burden.perMb === null
            ? words.sentence("says-burden", { median: burden.median })
            : words.sentence("says-burden-mb", { median: burden.median, per: burden.perMb, megabases: burden.megabases }),
        ]),
    ...(transitions + transversions === 0
      ? []
      : [
          words.sentence("says-titv", {
            ti: transitions,
            tv: transversions,
            share: percent(transitions / (transitions + transversions)),
          }),
        ]),
    ...(more.length > 0 ? [words.sentence("says-together", { pairs: more, all: pairs.list.length })] : []),
    ...(less.length > 0 ? [words.sentence("says-instead", { pairs: less, all: pairs.list.length })] : []),
    ...(pairs.list.length > 0 && together.length === 0
      ? [
          words.sentence("says-no-pairs", {
            all: pairs.list.length,
            first: nearest ? `${nameOf(nearest.one)} + ${nameOf(nearest.other)}` : "",
            p: nearest?.adjusted ?? null,
          }),
        ]
      : []),
  ];
}

const text = (value: string): string => JSON.stringify(value);
const vector = (values: readonly string[]): string => `c(${values.map(text).join(", ")})`;

interface InR {
  readonly cohort: Cohort;
  readonly shown: readonly GeneCounts[];
  readonly gene: string | null;
  readonly spec: MutationsSpec;
  readonly megabases: number | null;
}

/** Base R for the numbers; of the pictures maftools. */
export function inR({ cohort, shown, gene, spec, megabases }: InR): string[] {
  const { records, samples } = cohort;
  const { columns, classes, by } = records;
  const [g, s, c] = [columns.gene ?? "", columns.sample ?? "", columns.class];
  const twin = vector([
    s,
    g,
    ...[columns.chromosome, columns.start, columns.reference, columns.alternate === null ? columns.change : null].flatMap(
      (name) => name ?? [],
    ),
  ]);
  const first = shown.slice(0, 2).map(({ name }) => name);
  return [
    'd <- read.delim(gzfile("mutations.maf.gz"), comment.char = "#", quote = "", check.names = FALSE)',
    ...(by === "patient" ? [`d$${quoted(s)} <- substr(d$${quoted(s)}, 1, 12)`] : []),
    ...(spec.duplicates === "once" && columns.start !== null
      ? [
          ...alternateInR(columns),
          `d <- d[!duplicated(${columns.alternate === null ? `d[${twin}]` : `cbind(d[${twin}], alternate)`}), ]`,
        ]
      : []),
    c === null ? "m <- d" : `m <- d[d$${quoted(c)} %in% ${vector(classes)}, ]`,
    `mutated <- tapply(m$${quoted(s)}, m$${quoted(g)}, unique)`,
    idsInR(cohort, spec),
    "sort(lengths(mutated), decreasing = TRUE) / length(ids)",
    ...(first.length === 2
      ? [
          "has <- function(gene) factor(ids %in% mutated[[gene]], c(FALSE, TRUE))",
          `fisher.test(table(has(${text(first[0] ?? "")}), has(${text(first[1] ?? "")})))`,
        ]
      : []),
    ...(megabases === null ? [] : [`table(${spec.burden === "all" ? "d" : "m"}$${quoted(s)}) / ${megabases}`]),
    "# the pictures, by maftools",
    `maf <- maftools::read.maf("mutations.maf.gz"${c === null ? "" : `, vc_nonSyn = ${vector(classes)}`}${samples.sheet ? ", clinicalData = clinical" : ""})`,
    `maftools::oncoplot(maf, genes = ${vector(shown.map(({ name }) => name))}${spec.tracks.length > 0 ? `, clinicalFeatures = ${vector(spec.tracks)}` : ""}, removeNonMutated = FALSE)`,
    ...(gene !== null && columns.change !== null
      ? [`maftools::lollipopPlot(maf, gene = ${text(gene)}, AACol = ${text(columns.change)})`]
      : []),
    `maftools::somaticInteractions(maf, genes = ${vector(shown.map(({ name }) => name))})`,
    "maftools::plotmafSummary(maf); maftools::titv(maf)",
  ];
}

/** The allele that is not the reference, whichever of the two columns of a MAF has it. */
function alternateInR({ reference, alternate, first }: Cohort["records"]["columns"]): string[] {
  if (alternate === null) return [];
  const second = `d$${quoted(alternate)}`;
  return [
    reference === null || first === null
      ? `alternate <- ${second}`
      : `alternate <- ifelse(${second} == d$${quoted(reference)}, d$${quoted(first)}, ${second})`,
  ];
}

/** Who was sequenced. */
function idsInR({ records, samples }: Cohort, spec: MutationsSpec): string {
  const inFile = `d$${quoted(records.columns.sample ?? "")}`;
  if (samples.idColumn === null) return `ids <- unique(${inFile})`;
  const id = `clinical$${quoted(samples.idColumn)}`;
  if (spec.sequencedColumn !== "")
    return `ids <- unique(c(${inFile}, ${id}[tolower(clinical$${quoted(spec.sequencedColumn)}) %in% c("1", "yes", "y", "true", "t")]))`;
  return spec.unlisted === "wild-type" ? `ids <- unique(c(${inFile}, ${id}))` : `ids <- unique(${inFile})`;
}
