// A data set of PLINK as dosages of A1.

import type { Assay } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { columnOf, isMissing, textColumn, textsOf } from "../../artifacts/table.ts";
import { invariant } from "../../base/invariant.ts";
import { FailureError } from "../../base/failure.ts";
import type { FileContent, FileParts, Issue, Read } from "../../contract/format.ts";
import type { KeyOf } from "../../messages/define-words.ts";
import type { JsonObject } from "../../base/json.ts";
import { readBed } from "../parts/plink/bed.ts";
import { readPed } from "../parts/plink/ped.ts";
import { readSamples, samplesOf } from "../parts/plink/samples.ts";
import { setOfNames } from "../parts/plink/set.ts";
import { readSites, type SitesOfPlink, withIds } from "../parts/plink/sites.ts";
import { words } from "../parts/plink/words.ts";
import { buildOfRows } from "../parts/intervals/build-of-rows.ts";
import { words as loadWords } from "../parts/words.ts";

export const read: Read = async ({ parts, name, settings }): Promise<FileContent> => {
  const set = parts ? setOfNames(parts.names) : null;
  if (!parts || !set) throw new FailureError(words.failure("bed-alone", { name }));
  const own: readonly string[] = Object.values(set);
  const others = parts.names.filter((each) => !own.includes(each));
  const { assay: found, issues } = set.kind === "bed" ? await ofBed(parts, set) : await ofPed(parts, set);
  const left = others.length > 0 ? [issue("left-alone", "note", { count: others.length, names: others.slice(0, 10) })] : [];
  const built = buildOfRows(found.features, (row) => row + 1, settings.build, null);
  const assay: Assay = { ...found, features: built.table };
  const hasBuild = built.table.columns.some((column) => column.build !== undefined);
  const all = [...issues, ...built.issues, ...left, ...(hasBuild ? [] : [issue("build-unknown", "note")])];
  return {
    content: { shape: "whole", artifact: assay },
    header: null,
    issues: all,
    said: [
      words.sentence("log", { sites: assay.featureCount, samples: assay.sampleCount }),
      ...built.said,
      ...all.filter(({ severity }) => severity === "note").map(({ message }) => message),
    ],
    turnedIntoDates: [],
    lineOf: (row) => row + 1,
    whole: true,
  };
};

const issue = (
  rule: KeyOf<typeof words>,
  severity: Issue["severity"],
  params: JsonObject = {},
  line: number | null = null,
): Issue => ({ rule, severity, line, field: null, message: words.sentence(rule, params) });

interface Found {
  readonly assay: Assay;
  readonly issues: readonly Issue[];
}

async function ofBed(
  parts: FileParts,
  { bed, bim, fam }: { readonly bed: string; readonly bim: string; readonly fam: string },
): Promise<Found> {
  const sites = await readSites(parts.open(bim), bim, "bim");
  const samples = await readSamples(parts.open(fam), fam);
  needSome(sites.count, samples.count);
  const values = await readBed(parts.open(bed), { part: bed, sites: sites.count, samples: samples.count });
  const alleles = (column: "a1" | "a2"): readonly (string | null)[] => {
    const found = sites.columns.find((each) => each.name === column);
    invariant(found, "a .bim has alleles");
    return textsOf(found).map((text, row) => (isMissing(found, row) ? null : text));
  };
  return madeOf(sites, { counted: alleles("a1"), other: alleles("a2") }, { samples, values, rule: "counted" });
}

async function ofPed(parts: FileParts, { ped, map }: { readonly ped: string; readonly map: string }): Promise<Found> {
  const sites = await readSites(parts.open(map), map, "map");
  const found = await readPed(parts.open(ped), ped, sites.count);
  const samples = samplesOf(found.rows);
  needSome(sites.count, samples.count);
  const named = { semantic: "allele" } as const;
  const withAlleles: SitesOfPlink = {
    ...sites,
    columns: [...sites.columns, textColumn("a1", found.counted, named), textColumn("a2", found.other, named)],
  };
  const made = madeOf(withAlleles, found, { samples, values: { layout: "bytes", data: found.data }, rule: "counted-ped" });
  const { half } = found;
  return half.count === 0 ? made : { ...made, issues: [...made.issues, issue("ped-half", "warning", { ...half }, half.line)] };
}

function needSome(sites: number, samples: number): void {
  if (sites === 0 || samples === 0) throw new FailureError(loadWords.failure("empty"));
}

function madeOf(
  sites: SitesOfPlink,
  alleles: Parameters<typeof withIds>[1],
  more: {
    readonly samples: Awaited<ReturnType<typeof readSamples>>;
    readonly values: Assay["values"];
    readonly rule: "counted" | "counted-ped";
  },
): Found {
  const { table, repeated } = withIds(sites, alleles);
  invariant(columnOf(table, "site"), "sites have ids");
  const assay = assayOf({
    values: more.values,
    features: table,
    samples: more.samples.table,
    scale: "dosage",
    featureNoun: "site",
  });
  return {
    assay,
    issues: [
      issue(more.rule, "note"),
      ...more.samples.issues,
      ...(repeated ? [issue("names-repeat", "warning", { ...repeated })] : []),
    ],
  };
}
