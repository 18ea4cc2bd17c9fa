// Asks each feature of each group against all others, ranks by AUC, and keeps what pictures are drawn from. Groups that were found in
// the values of these very samples get no p value.

import type { Assay, Column, Table } from "../../artifacts/artifact.ts";
import { featureIds, featureValues } from "../../artifacts/assay.ts";
import { infiniteValues } from "../../artifacts/infinite-values.ts";
import { rawValues } from "../../artifacts/raw-values.ts";
import { integerColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { nearestNames } from "../../base/nearest-name.ts";
import { err, ok } from "../../base/result.ts";
import type { Execute } from "../../contract/execute.ts";
import { sharing } from "../../contract/sharing.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { MarkersBody } from "../../reports/markers/report.ts";
import { adjustedP } from "../../stats/adjusted-p.ts";
import { type Against, GroupAgainstRest } from "../../stats/markers/group-against-rest.ts";
import { dotsFigure } from "./dots-figure.ts";
import { featureRows } from "../../artifacts/feature-rows.ts";
import { groupsOf, type SampleGroups } from "./groups-of.ts";
import { hasTrueZero, type MarkerScale, scaleOf } from "../../artifacts/levels-of-scale.ts";
import type { MarkersSpec } from "./spec.ts";
import { samplesOfGroup } from "./samples-of-group.ts";
import { violinsFigure } from "./violins-figure.ts";
import { words } from "./words.ts";

/** A feature that is told from the others by less is no marker. */
const leastAuc = 0.7;

export const execute: Execute<MarkersSpec> = async (spec, context) => {
  if (!spec.from) return err(words.failure("no-data", {}, { at: ["from"] }));
  const assay = context.input(spec.from) as Assay;
  const table = spec.groups ? (context.input(spec.groups) as Table) : null;
  const read = groupsOf(assay, table, spec.by);
  if (!read.ok) return read;
  if (assay.scale === "counts" && rawValues(assay) === "counts") return err(words.failure("raw-counts", {}, { at: ["from"] }));
  const infinite = infiniteValues(assay);
  if (infinite) return err(words.failure("infinite", { ...infinite }, { at: ["from"] }));
  const groups = read.value;
  const scale = scaleOf(assay);
  const ids = featureIds(assay);
  const unknown = spec.show.find((name) => !ids.includes(name));
  if (unknown !== undefined)
    return err(words.failure("no-column", { name: unknown, near: nearestNames(unknown, ids) }, { at: ["show"] }));
  const rowOf = featureRows(assay);
  const hasZero = hasTrueZero(assay);
  const against = new GroupAgainstRest(
    { groupOf: groups.groupOf, groups: groups.names.length },
    { levelOf: scale.toLevel, hasZero },
  );
  const found: Against[] = [];
  const pause = sharing(context);
  for (let feature = 0; feature < assay.featureCount; feature++) {
    const wait = pause(feature / assay.featureCount);
    if (wait) await wait;
    found.push(against.ask(rowOf(feature)));
  }
  if (found.every(({ auc }) => auc.every(Number.isNaN))) return err(words.failure("no-values", {}, { at: ["from"] }));
  if (found.every(({ auc }) => auc.every((value) => value === 0.5 || Number.isNaN(value))))
    return err(words.failure("all-flat", {}, { at: ["from"] }));
  const ranked = groups.names.map((_, group) => ranking(found, group, hasZero ? spec.least : 0));
  const first = ranked.map((order) => order.slice(0, spec.first));
  const shown =
    spec.show.length > 0 ? spec.show.map((name) => ({ feature: ids.indexOf(name), of: "" })) : distinct(first, groups.names);
  const doubts = [
    ...(assay.withoutEffectsOf ? [words.sentence("doubt-batch-removed", { columns: [...assay.withoutEffectsOf] })] : []),
    ...(hasZero ? [] : [words.sentence(spec.least > 0 ? "doubt-least-unused" : "doubt-no-zero", { least: spec.least })]),
    ...doubtsOf(groups, ranked, found, assay.sampleCount),
  ];
  const said = [
    words.sentence("found", { n: groups.names.length, by: spec.by, features: assay.featureCount }),
    ...groups.names.slice(0, 12).map((group, at) => {
      const names = (ranked[at] ?? []).slice(0, 5).map((feature) => ids[feature] ?? "");
      return names.length > 0 ? words.sentence("first", { group, names }) : words.sentence("nothing-first", { group });
    }),
    groups.areFound ? words.sentence("no-p", { by: spec.by }) : words.sentence("p-of-cells"),
  ];
  for (const sentence of [...said, ...doubts]) context.log(sentenceIn(sentence, "en"));
  const body: MarkersBody = {
    by: spec.by,
    noun: assay.featureNoun,
    features: assay.featureCount,
    groups: groups.names.map((name, at) => ({ name, n: groups.sizes[at] ?? 0 })),
    p: groups.areFound ? null : "wilcoxon",
    markers: groups.names.map((group, at) => ({
      group,
      names: (ranked[at] ?? []).slice(0, 20).map((feature) => ids[feature] ?? ""),
    })),
    dots: shown.map(({ feature, of }) => ({
      feature: ids[feature] ?? "",
      of,
      shares: [...(found[feature]?.shareIn ?? [])],
      levels: [...(found[feature]?.meanIn ?? [])].map(scale.toShown),
    })),
    level: scale.shown,
    said: said.map(plain),
    inR: callsOfR(spec.by, groups, scale),
    doubts: doubts.map(plain),
  };
  const violins = violinsFigure(
    body,
    shown.map(({ feature }) => featureValues(assay, feature)),
    groups,
  );
  return ok({
    out: tableOfMarkers({ found, ranked, ids, groups, scale, noun: assay.featureNoun }),
    dots: dotsFigure(body),
    ...(violins ? { violins } : {}),
    report: { type: "report", report: "markers", body: body as JsonObject },
  });
};

const plain = ({ key, params }: Sentence): MarkersBody["said"][number] => ({ key, params: { ...params } });

/** Features of one group, the largest AUC first, of equal ones the larger difference: those that enough of its samples have. */
function ranking(found: readonly Against[], group: number, least: number): readonly number[] {
  const auc = (feature: number): number => found[feature]?.auc[group] as number;
  const change = (feature: number): number =>
    (found[feature]?.meanIn[group] as number) - (found[feature]?.meanOut[group] as number);
  return [...found.keys()]
    .filter((feature) => !Number.isNaN(auc(feature)) && (found[feature]?.shareIn[group] as number) >= least)
    .sort((a, b) => auc(b) - auc(a) || change(b) - change(a) || a - b);
}

/** A feature stands once, with the first group that names it. */
function distinct(first: readonly (readonly number[])[], names: readonly string[]) {
  const seen = new Set<number>();
  return first.flatMap((features, at) =>
    features.flatMap((feature) => {
      if (seen.has(feature)) return [];
      seen.add(feature);
      return [{ feature, of: names[at] ?? "" }];
    }),
  );
}

function doubtsOf(
  groups: SampleGroups,
  ranked: readonly (readonly number[])[],
  found: readonly Against[],
  all: number,
): readonly Sentence[] {
  const without = groups.groupOf.reduce((n, group) => n + (group < 0 ? 1 : 0), 0);
  const small = groups.names.filter((_, at) => (groups.sizes[at] ?? 0) < 3);
  const none = groups.names.filter((_, at) => {
    const best = ranked[at]?.[0];
    return best === undefined || (found[best]?.auc[at] as number) < leastAuc;
  });
  return [
    ...(without > 0 ? [words.sentence("doubt-without", { n: without, all })] : []),
    ...(small.length > 0 ? [words.sentence("doubt-small", { names: small })] : []),
    ...(none.length > 0 ? [words.sentence("doubt-none", { names: none })] : []),
  ];
}

interface Tabled {
  readonly found: readonly Against[];
  readonly ranked: readonly (readonly number[])[];
  readonly ids: readonly string[];
  readonly groups: SampleGroups;
  readonly scale: MarkerScale;
  readonly noun: string;
}

/** A row a group and feature: of each group its features in their order. */
function tableOfMarkers({ found, ranked, ids, groups, scale, noun }: Tabled): Table {
  const rows = ranked.flatMap((features, group) => features.map((feature, place) => ({ feature, group, place })));
  const of = (number: keyof Against): number[] => rows.map(({ feature, group }) => found[feature]?.[number][group] as number);
  const adjusted = groups.areFound
    ? null
    : groups.names.map((_, group) =>
        adjustedP(
          Float64Array.from(found, (each) => each.p[group] as number),
          "bh",
        ),
      );
  const [meanIn, meanOut] = [of("meanIn"), of("meanOut")];
  const columns: Column[] = [
    textColumn(
      "group",
      rows.map(({ group }) => groups.names[group] ?? ""),
      { semantic: "category" },
    ),
    integerColumn(
      samplesOfGroup,
      rows.map(({ group }) => groups.sizes[group] ?? 0),
    ),
    textColumn(
      noun,
      rows.map(({ feature }) => ids[feature] ?? ""),
      { semantic: "gene" },
    ),
    numberColumn(
      "rank",
      rows.map(({ place }) => place + 1),
    ),
    numberColumn("auc", of("auc"), { semantic: "number" }),
    numberColumn(
      scale.change,
      meanIn.map((value, at) => scale.difference(value, meanOut[at] as number)),
      {
        semantic: scale.change === "difference" ? "number" : "log-fold-change",
      },
    ),
    numberColumn("share_in", of("shareIn"), { semantic: "number" }),
    numberColumn("share_out", of("shareOut"), { semantic: "number" }),
    numberColumn("mean_in", meanIn.map(scale.toShown), { semantic: "expression", unit: scale.shown }),
    numberColumn("mean_out", meanOut.map(scale.toShown), { semantic: "expression", unit: scale.shown }),
    ...(adjusted
      ? [
          numberColumn("p_value", of("p"), { semantic: "p-value" }),
          numberColumn(
            "p_adjusted",
            rows.map(({ feature, group }) => adjusted[group]?.[feature] as number),
            { semantic: "q-value" },
          ),
        ]
      : []),
  ];
  return tableOf(...columns);
}

function callsOfR(by: string, { names, areFound }: SampleGroups, { change }: MarkerScale): string[] {
  const group = JSON.stringify(names[0] ?? "");
  return [
    `inside <- s[[${JSON.stringify(by)}]] == ${group}`,
    "auc <- apply(m, 1, function(x) wilcox.test(x[inside], x[!inside], exact = FALSE)$statistic / (sum(inside) * sum(!inside)))",
    ...(areFound
      ? []
      : ["p <- apply(m, 1, function(x) wilcox.test(x[inside], x[!inside], exact = FALSE)$p.value)", 'p.adjust(p, "BH")']),
    change === "difference"
      ? "rowMeans(m[, inside]) - rowMeans(m[, !inside])"
      : "# the change is of means of the counts behind the logarithms, each with 1 more",
  ];
}
