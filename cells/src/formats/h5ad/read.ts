// An .h5ad file as an assay: X (or the layer that was chosen) as the values, layers beside it, obs and var as what describes
// samples and features, embeddings as columns of the samples.

import type { Assay, Column, Layer } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import type { FileContent, Issue, Read, ReadTask } from "../../contract/format.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { doubt } from "../parts/doubts/of-matrices.ts";
import { columnsOfTable } from "../parts/hdf5/columns.ts";
import { type Hdf5Group, withHdf5 } from "../parts/hdf5/hdf5-file.ts";
import { words as hdf5Words } from "../parts/hdf5/words.ts";
import { scaleOfValues } from "../../artifacts/scale-of-values.ts";
import { contentOf, idColumn, issuesOfRounded, shareOf, tableWithId } from "../parts/matrices/whole-assay.ts";
import { type Annotation, annotationOf } from "./annotation.ts";
import { type AnnMatrix, annMatrix, type Sizes } from "./matrix.ts";
import { words } from "./words.ts";

export const read: Read = (task) => withHdf5(task, (root) => contentIn(root, task));

/** Of an embedding: principal components beyond these tell little. */
const mostOfEmbedding = 50;

const note = (message: Sentence, layer: string): Issue => ({
  ...doubt(message, { path: ["layer"], value: layer }),
  severity: "note",
});

function contentIn(root: Hdf5Group, task: ReadTask): FileContent {
  const chosen = task.settings.layer;
  const isRaw = chosen === "raw";
  const obs = annotationOf(root, "obs");
  const vars = annotationOf(root, isRaw ? "raw/var" : "var");
  const sizes: Sizes = { cells: obs.ids.length, features: vars.ids.length };
  const found = matricesIn(root, sizes, isRaw);
  const taken = chosen === null ? found[0] : found.find(({ name }) => name === chosen);
  const embeddings = embeddingsIn(root, sizes.cells);
  const { settings } = task;
  const cell = idColumn(obs.indexName || "cell", obs.ids, { noun: "sample", semantic: "sample" }, settings);
  const samples = tableWithId(cell, [...obs.columns, ...embeddings.columns]);
  // AnnData may hold annotation alone.
  if (!taken && chosen === null)
    return contentOf(samples, [doubt(words.sentence("no-matrix")), ...leftOf("obs", obs), ...embeddings.issues]);
  if (!taken) {
    const params = { layer: chosen, available: available(root) };
    return words.fail("no-layer", params, { at: ["layer"], fix: { path: ["layer"], value: null } });
  }
  const layers: Layer[] = found.filter((each) => each !== taken).map(({ name, matrix }) => ({ name, values: matrix.values }));
  const scale = scaleOf(root, taken);
  const isGenes = looksLikeGenes(vars);
  const features = tableWithId(
    idColumn(
      vars.indexName || "gene",
      vars.ids,
      { noun: isGenes ? "gene" : "feature", semantic: isGenes ? "gene" : "identifier" },
      settings,
    ),
    vars.columns,
  );
  const assay = assayOf({
    values: taken.matrix.values,
    ...(layers.length > 0 ? { layers } : {}),
    features,
    samples,
    scale,
    featureNoun: isGenes ? "gene" : "feature",
  });
  const issues = [
    ...issuesOfLayers(root, assay, taken.name, chosen),
    ...issuesOfRounded(found.reduce((sum, { matrix }) => sum + matrix.rounded, 0)),
    ...found.flatMap(({ name, matrix }) =>
      matrix.added > 0 ? [doubt(hdf5Words.sentence("twice", { count: matrix.added, what: name }))] : [],
    ),
    ...leftOf("obs", obs),
    ...leftOf("var", vars),
    ...embeddings.issues,
  ];
  const notTaken = ["obsp", "varm", "varp", "uns"].filter((part) => (root.group(part)?.names().length ?? 0) > 0);
  const { layout } = taken.matrix.values;
  return contentOf(assay, issues, [
    words.sentence("log-read", { ...sizes, layout, share: shareOf(taken.matrix.values, sizes.features, sizes.cells) }),
    ...(scale === "ln" || scale === "log2" || scale === "log10" ? [words.sentence("log1p", { scale })] : []),
    ...(notTaken.length > 0 ? [words.sentence("not-taken", { parts: notTaken })] : []),
  ]);
}

interface Named {
  readonly name: string;
  readonly matrix: AnnMatrix;
}

/** X first. Layers belong to X: raw has features of its own, and stands alone. */
function matricesIn(root: Hdf5Group, sizes: Sizes, isRaw: boolean): readonly Named[] {
  const raw = isRaw ? root.group("raw") : null;
  const named = (group: Hdf5Group, key: string, name: string): Named[] => {
    const matrix = annMatrix(group, key, sizes);
    return matrix ? [{ name, matrix }] : [];
  };
  if (isRaw) return raw ? named(raw, "X", "raw") : [];
  const layers = root.group("layers");
  return [...named(root, "X", "X"), ...(layers?.names() ?? []).flatMap((key) => named(layers as Hdf5Group, key, key))];
}

const available = (root: Hdf5Group): string[] => [
  ...(root.names().includes("X") ? ["X"] : []),
  ...(root.group("layers")?.names() ?? []),
  ...(root.group("raw") ? ["raw"] : []),
];

/** What scanpy's log1p leaves behind; scaled values have numbers below zero, and are logarithms no more. */
function scaleOf(root: Hdf5Group, { name, matrix }: Named): Assay["scale"] {
  const found = scaleOfValues(matrix.values);
  const log = root.group("uns")?.group("log1p");
  if (found !== "unknown" || !log || (name !== "X" && name !== "raw")) return found;
  if (matrix.values.data.some((value) => value < 0)) return "unknown";
  const base = log.dataset("base")?.holds === "text" ? null : log.dataset("base")?.numbers()[0];
  return base === 2 ? "log2" : base === 10 ? "log10" : base === undefined || base === null ? "ln" : "unknown";
}

const ofGenes = /^(?:gene|genes|gene[_. ]?(?:ids?|names?|symbols?)|symbol|ensembl(?:_?id)?|highly_variable|mt|mito)$/i;
const ensembl = /^ENS[A-Z]{0,4}[GTP]\d{11}/;
function looksLikeGenes({ indexName, ids, columns }: Annotation): boolean {
  const first = ids.slice(0, 100);
  return (
    ofGenes.test(indexName) ||
    columns.some(({ name }) => ofGenes.test(name)) ||
    (first.length > 0 && first.every((id) => ensembl.test(id)))
  );
}

function issuesOfLayers(root: Hdf5Group, assay: Assay, taken: string, chosen: string | null): readonly Issue[] {
  const { layers = [], featureCount } = assay;
  const raw = root.group("raw")?.group("var");
  if (chosen === "raw")
    return layersBeside(root) ? [{ ...doubt(words.sentence("raw-alone", { features: featureCount })), severity: "note" }] : [];
  if (chosen !== null) return [];
  const counts = assay.scale === "counts" ? undefined : layers.find(({ values }) => scaleOfValues(values) === "counts");
  const [first] = layers;
  return [
    ...(counts ? [note(words.sentence("counts-in-layer", { layer: counts.name }), counts.name)] : []),
    ...(first && !counts
      ? [note(words.sentence("layers-other", { taken, others: layers.map(({ name }) => name) }), first.name)]
      : []),
    ...(raw ? [note(words.sentence("raw-there", { features: annotationOf(root, "raw/var").ids.length }), "raw")] : []),
  ];
}

const layersBeside = (root: Hdf5Group): boolean => (root.group("layers")?.names().length ?? 0) > 0;

const leftOf = (what: string, { left }: Annotation): readonly Issue[] =>
  left.length > 0 ? [doubt(words.sentence("column-left", { what, columns: left.slice(0, 20), count: left.length }))] : [];

/** obsm/X_umap is umap_1, umap_2. */
function embeddingsIn(
  root: Hdf5Group,
  cells: number,
): { readonly columns: readonly Column[]; readonly issues: readonly Issue[] } {
  const group = root.group("obsm");
  const columns: Column[] = [];
  const issues: Issue[] = [];
  const left: string[] = [];
  for (const name of group?.names() ?? []) {
    const data = group?.dataset(name);
    const [rows, width = 0] = data?.shape ?? [];
    const isTable = data && data.shape.length === 2 && rows === cells && (data.holds === "fraction" || data.holds === "whole");
    if (!isTable) {
      left.push(name);
      continue;
    }
    columns.push(...columnsOfTable(name.replace(/^X_/, "") || name, data, mostOfEmbedding));
    if (width > mostOfEmbedding)
      issues.push(doubt(words.sentence("embedding-cut", { what: `obsm/${name}`, columns: width, kept: mostOfEmbedding })));
  }
  if (left.length > 0)
    issues.push(doubt(words.sentence("embedding-left", { what: left.map((name) => `obsm/${name}`), count: left.length })));
  return { columns, issues };
}
