// Groups rows, proposes how many groups there are, measures how well they are apart, and says what came out in words.

import type { Assay, Column, Table } from "../../artifacts/artifact.ts";
import { moreOf, numberColumn, textColumn, uniquelyNamed } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { err, ok } from "../../base/result.ts";
import { clusterMethodOf, loadClusterWork } from "../../cluster-methods.ts";
import type { Execute } from "../../contract/execute.ts";
import { sharing } from "../../contract/sharing.ts";
import { overAllRows } from "../../learn/output-columns.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { ClustersBody } from "../../reports/clusters/report.ts";
import { bySize } from "../../stats/clusters/by-size.ts";
import { meanSilhouette, silhouettes, sizesOf } from "../../stats/clusters/silhouettes.ts";
import { curveFigure } from "./curve-figure.ts";
import { drawnRows, howMany, mostMeasured, propose } from "./how-many.ts";
import { mapFigure } from "./map-figure.ts";
import { type GroupedRows, rowsOf } from "./rows-of.ts";
import { sayClusters } from "./say-clusters.ts";
import { silhouettesFigure } from "./silhouettes-figure.ts";
import type { ClusterSpec } from "./spec.ts";
import { treeFigure } from "./tree-figure.ts";
import { words } from "./words.ts";

/** Silhouettes of so many rows are computed, each against all others. */
const mostSilhouettes = 5_000;

export const execute: Execute<ClusterSpec> = async (spec, context) => {
  if (!spec.from) return err(words.failure("no-data", {}, { at: ["from"] }));
  const read = rowsOf(context.input(spec.from) as Assay | Table, spec);
  if (!read.ok) return read;
  const { points } = read.value;
  const method = clusterMethodOf(spec.method);
  if (method.mostRows !== undefined && points.rows > method.mostRows) {
    const title = { key: method.words.key("title"), params: {} };
    const mend = { at: ["method"], fix: { path: ["method"], value: { type: "leiden" } } };
    return err(words.failure("too-many-rows", { title, n: points.rows, most: method.mostRows }, mend));
  }
  const work = await loadClusterWork(spec.method);
  const { seed, most, draws } = spec;
  const pause = sharing(context);
  const given = (spec.method as JsonObject)[method.turned];
  const begun = await work.begin({ options: spec.method, points, seed, most, pause: (share) => pause(0.2 * share) });
  if (!begun.ok) return begun;
  const tried = await howMany({
    method,
    options: spec.method,
    work,
    points,
    seed,
    most,
    draws,
    pause: (share) => pause(0.2 + 0.5 * share),
  });
  const proposal = propose(begun.value, tried, typeof given === "number" ? given : null);
  const found = await begun.value.at(proposal.value);
  const labels = bySize(found.labels);
  const of = points.rows > mostSilhouettes ? drawnRows(points.rows, mostSilhouettes, seed) : null;
  const [widths] = await silhouettes(points, [labels], of ?? allRows(points.rows), (share) => pause(0.8 + 0.2 * share));
  const width = new Float64Array(points.rows).fill(Number.NaN);
  widths?.values.forEach((value, at) => (width[of?.[at] ?? at] = value));
  const sizes = sizesOf(labels);
  const means = Array.from(sizes, (_, label) => meanSilhouette(width.filter((__, row) => labels[row] === label)));
  const clusters = Array.from(sizes, (n, label) => ({ name: String(label + 1), n, silhouette: finite(means[label] as number) }));
  const doubts = [
    ...read.value.doubts,
    ...(points.rows > mostMeasured && tried.length > 0
      ? [words.sentence("doubt-drawn", { rows: points.rows, n: mostMeasured })]
      : []),
    ...(begun.value.isNear ? [words.sentence("doubt-near")] : []),
  ];
  const made = columnsOf(read.value, {
    labels,
    width,
    likely: found.likely ?? null,
    called: spec.called,
    areFound: spec.comparedBy === "same",
  });
  if (made.called !== spec.called) doubts.push(words.sentence("doubt-kept-name", { column: spec.called, called: made.called }));
  const isProposed = typeof given !== "number";
  const largest = tried.at(-1);
  if (
    isProposed &&
    proposal.why !== "usual" &&
    method.turned === "k" &&
    largest?.value === proposal.value &&
    largest.value === most
  )
    doubts.push(words.sentence("doubt-one-more", { most }));
  const without = labels.reduce((n, label) => n + (label < 0 ? 1 : 0), 0);
  const silhouette = finite(meanSilhouette(width));
  const measured: ClustersBody = {
    said: [],
    why: null,
    method: spec.method,
    turned: method.turned,
    value: proposal.value,
    proposed: isProposed,
    others: proposal.others.map((other) => ({ ...other, by: [...other.by] })),
    rows: points.rows,
    columns: [...read.value.columns],
    scaled: read.value.isScaled,
    clusters,
    without,
    silhouette,
    curves: tried.map((each) => ({ ...each })),
    facts: { ...found.facts },
    inR: callsOfR(read.value, [...work.inR(spec.method, { value: proposal.value, seed })]),
    doubts: doubts.map(plain),
  };
  const { said, why } = sayClusters(measured, proposal);
  const body: ClustersBody = { ...measured, said: said.map(plain), why: why && plain(why) };
  for (const sentence of [...said, ...doubts]) context.log(sentenceIn(sentence, "en"));
  const drawn = { body, rows: read.value, labels, width };
  const figures = {
    map: mapFigure(drawn),
    silhouettes: silhouettesFigure(drawn),
    curves: curveFigure(body, proposal.why === "criterion" ? "criterion" : "silhouette"),
    tree: begun.value.tree ? treeFigure(begun.value.tree, drawn, proposal.value) : null,
  };
  return ok({
    out: made.table,
    ...Object.fromEntries(Object.entries(figures).flatMap(([port, figure]) => (figure ? [[port, figure]] : []))),
    report: {
      type: "report",
      report: "clusters",
      body: body as JsonObject,
    },
  });
};

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
const plain = ({ key, params, ...rest }: Sentence): ClustersBody["doubts"][number] => ({ key, params: { ...params }, ...rest });
const allRows = (rows: number): Int32Array => Int32Array.from({ length: rows }, (_, row) => row);

interface Made {
  readonly labels: Int32Array;
  readonly width: Float64Array;
  readonly likely: Float64Array | null;
  readonly called: string;
  /** Tests of the same values are told. */
  readonly areFound: boolean;
}

/** The rows as they came, with their clusters right behind what names them. */
function columnsOf(
  rows: GroupedRows,
  { labels, width, likely, called, areFound }: Made,
): { readonly table: Table; readonly called: string } {
  const { kept, all, annotation } = rows;
  const over = (column: Column): Column => overAllRows(column, kept, all);
  const names = Array.from(labels, (label) => (label < 0 ? null : String(label + 1)));
  const ofRows = annotation.columns;
  const taken = new Set(ofRows.map(({ name }) => name));
  const own = taken.has(called) ? (uniquelyNamed([...ofRows, textColumn(called, [])], "_").at(-1)?.name ?? called) : called;
  const made: Column[] = [
    over(textColumn(own, names, { semantic: areFound ? "cluster" : "group" })),
    over(numberColumn(`${own}_silhouette`, width, { semantic: "number" })),
    ...(likely ? [over(numberColumn(`${own}_probability`, likely, { semantic: "number" }))] : []),
  ];
  return {
    called: own,
    table: {
      type: "table",
      rowCount: all,
      columns: uniquelyNamed([...ofRows, ...made.map((column) => ({ ...column, ...moreOf(column) }))], "_"),
    },
  };
}

function callsOfR({ columns, isScaled, annotation }: GroupedRows, calls: readonly string[]): string[] {
  const isTable = columns.every((name) => annotation.columns.some((column) => column.name === name));
  const list = columns.length > 12 ? "columns" : `c(${columns.map((name) => JSON.stringify(name)).join(", ")})`;
  const taken = isTable ? `as.matrix(d[, ${list}])` : `t(m[${columns.length > 12 ? "features" : list}, ])`;
  return [`x <- ${isScaled ? `scale(${taken})` : taken}`, ...calls];
}
