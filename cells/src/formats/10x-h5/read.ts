// A matrix of 10x Genomics in HDF5 as an assay: compressed by barcode already, as an assay keeps it. Those of several samples as one.

import type { Column } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { textColumn } from "../../artifacts/table.ts";
import type { FileContent, FileParts, Issue, Read, ReadTask } from "../../contract/format.ts";
import { cellsOfSamples, uniqueFeatures } from "../parts/cell-samples/cells-of-samples.ts";
import { joinSamples, type SampleOfCells } from "../parts/cell-samples/join-samples.ts";
import { words as sampleWords } from "../parts/cell-samples/words.ts";
import { doubt } from "../parts/doubts/of-matrices.ts";
import { compressedOf } from "../parts/hdf5/compressed.ts";
import { type Hdf5Group, withHdf5 } from "../parts/hdf5/hdf5-file.ts";
import { withHdf5OfPart } from "../parts/hdf5/part-of-set.ts";
import { words as hdf5Words } from "../parts/hdf5/words.ts";
import { featureColumns, isOfGenes, libraryColumn } from "../parts/matrices/feature-columns.ts";
import { scaleOfValues } from "../../artifacts/scale-of-values.ts";
import { contentOf, idColumn, issuesOfRounded, shareOf, tableWithId } from "../parts/matrices/whole-assay.ts";
import { namingPart } from "../parts/naming-part.ts";
import { samplesIn } from "./sniff.ts";
import { words } from "./words.ts";

export const read: Read = async (task) => {
  if (task.parts) return readSamples(task, task.parts);
  const one = await withHdf5(task, (root) => matrixIn(root, task));
  return answered(task, [{ ...one, sample: "", sheet: null }], () => "", []);
};

interface MatrixOfCells extends Omit<SampleOfCells, "sample" | "sheet"> {
  readonly isGenes: boolean;
  readonly types: readonly string[] | null;
  readonly issues: readonly Issue[];
}
type Sample = MatrixOfCells & SampleOfCells;

async function readSamples(task: ReadTask, parts: FileParts): Promise<FileContent> {
  const found: { readonly name: string; readonly matrix: MatrixOfCells }[] = [];
  const left: string[] = [];
  for (const name of parts.names) {
    task.signal?.throwIfAborted();
    const matrix = await namingPart(name, () =>
      withHdf5OfPart(task, parts, name, (root) => (genomesIn(root).length > 0 ? matrixIn(root, task) : null)),
    );
    if (matrix) found.push({ name, matrix });
    else left.push(name);
  }
  const names = found.map(({ name }) => name);
  const samples = samplesIn(names) ?? names;
  const read = found.map(
    ({ name, matrix }, at): Sample => ({ ...matrix, sample: samples[at] as string, sheet: `${task.at ?? ""}${name}` }),
  );
  return answered(task, read, (at) => names[at] ?? "", left);
}

const genomesIn = (root: Hdf5Group): readonly string[] =>
  root.names().filter((name) => root.group(name)?.names().includes("barcodes"));

function matrixIn(root: Hdf5Group, task: ReadTask): MatrixOfCells {
  const genomes = genomesIn(root);
  const { layer } = task.settings;
  const taken = layer ?? genomes[0];
  if (taken === undefined) return hdf5Words.fail("nothing-there", { what: "matrix", format: "10x", available: root.names() });
  const group = genomes.includes(taken) ? root.group(taken) : null;
  if (!group)
    return words.fail(
      "no-genome",
      { layer: taken, available: genomes },
      { at: ["layer"], fix: { path: ["layer"], value: null } },
    );
  const barcodes = textsIn(group, "barcodes");
  const described = featuresIn(group);
  const { ids, types } = described;
  const shape = group.dataset("shape")?.numbers() ?? [];
  if (shape[0] !== ids.length || shape[1] !== barcodes.length)
    hdf5Words.fail("shape-differs", {
      what: `${group.path}/shape`,
      found: Array.from(shape).join(" x "),
      expected: `${ids.length} x ${barcodes.length}`,
      by: "features, barcodes",
    });
  const found = compressedOf(group, { major: barcodes.length, minor: ids.length, by: "sample" });
  const other = genomes.find((name) => name !== taken);
  return {
    values: found.values,
    features: { count: ids.length, skipped: 0, columns: [ids, ...described.texts], header: described.names },
    barcodes: { count: barcodes.length, skipped: 0, columns: [barcodes], header: null },
    isGenes: isOfGenes(types),
    types,
    issues: [
      ...(other !== undefined && layer === null
        ? [doubt(words.sentence("genomes", { count: genomes.length, genomes, taken }), { path: ["layer"], value: other })]
        : []),
      ...(found.added > 0 ? [doubt(hdf5Words.sentence("twice", { count: found.added, what: taken }))] : []),
      ...issuesOfRounded(found.rounded),
    ],
  };
}

async function answered(
  task: ReadTask,
  samples: readonly Sample[],
  fileOf: (at: number) => string,
  left: readonly string[],
): Promise<FileContent> {
  const [one, ...more] = samples;
  if (!one) return hdf5Words.fail("nothing-there", { what: "matrix", format: "10x", available: left.slice(0, 20) });
  const { settings } = task;
  const isSet = more.length > 0;
  const joined = isSet
    ? joinSamples(samples, await uniqueFeatures(samples, fileOf, settings))
    : { values: one.values, features: one.features, issues: [] };
  const { values, features } = joined;
  const [ids = [], ...described] = features.columns;
  const isGenes = samples.every((sample) => sample.isGenes);
  const [barcodes = []] = one.barcodes.columns;
  const assay = assayOf({
    values,
    features: tableWithId(
      idColumn("id", ids, { noun: isGenes ? "gene" : "feature", semantic: isGenes ? "gene" : "identifier" }, settings),
      columnsOf(described, features.header ?? []),
    ),
    samples: isSet
      ? await cellsOfSamples(samples, fileOf, settings)
      : tableWithId(idColumn("barcode", barcodes, { noun: "sample", semantic: "sample" }, settings), libraryColumn(barcodes)),
    scale: scaleOfValues(values),
    featureNoun: isGenes ? "gene" : "feature",
  });
  const kinds = [...new Set(samples.flatMap(({ types }) => types ?? []))];
  const note = (issue: Issue): Issue => ({ ...issue, severity: "note" });
  const issues: Issue[] = [
    ...new Map(samples.flatMap((sample) => sample.issues).map((issue) => [JSON.stringify(issue.message), issue])).values(),
    ...joined.issues,
    ...(kinds.length > 1 ? [note(doubt(words.sentence("types-several", { types: kinds })))] : []),
    ...(left.length > 0 ? [note(doubt(sampleWords.sentence("files-left", { files: left.slice(0, 20) })))] : []),
  ];
  const [rows, cells] = [ids.length, assay.sampleCount];
  const share = shareOf(values, rows, cells);
  return contentOf(assay, issues, [
    ...(isSet ? [sampleWords.sentence("log-samples", { samples: samples.map(({ sample }) => sample) })] : []),
    words.sentence("log-read", { cells, features: rows, entries: values.data.length, share }),
  ]);
}

function textsIn(group: Hdf5Group, name: string): readonly string[] {
  const found = group.dataset(name);
  return found
    ? found.texts()
    : hdf5Words.fail("nothing-there", { what: `${group.path}/${name}`, format: "10x", available: group.names() });
}

interface Features {
  readonly ids: readonly string[];
  readonly types: readonly string[] | null;
  /** What is said of them, by names of columns. */
  readonly names: readonly string[];
  readonly texts: readonly (readonly string[])[];
}

/** Of v2 genes and gene_names; of v3 a group, in which further tags stand as data sets of their own. */
function featuresIn(group: Hdf5Group): Features {
  const features = group.group("features");
  if (!features) {
    const ids = textsIn(group, "genes");
    const symbols = group.dataset("gene_names")?.texts();
    const isThere = symbols?.length === ids.length;
    return { ids, types: null, names: isThere ? ["symbol"] : [], texts: isThere ? [symbols] : [] };
  }
  const ids = textsIn(features, "id");
  const own = (name: string): readonly string[] | null => {
    const texts = features.dataset(name)?.holds === "text" ? (features.dataset(name)?.texts() ?? null) : null;
    return texts?.length === ids.length ? texts : null;
  };
  const symbols = own("name");
  const types = own("feature_type");
  const tags = features.names().filter((name) => !["id", "name", "feature_type", "_all_tag_keys"].includes(name));
  const more = tags.flatMap((name) => {
    const texts = own(name);
    return texts?.some((text) => text !== "") ? [{ name, texts }] : [];
  });
  const nothing = (): readonly string[] => ids.map(() => "");
  return {
    ids,
    types,
    names: ["symbol", "feature_type", ...more.map(({ name }) => name)],
    texts: [symbols ?? nothing(), types ?? nothing(), ...more.map(({ texts }) => texts)],
  };
}

/** The first two have the meanings that features.tsv gives them. */
const columnsOf = (texts: readonly (readonly string[])[], names: readonly string[]): readonly Column[] => [
  ...featureColumns(texts.slice(0, 2)),
  ...texts.slice(2).map((column, at) =>
    textColumn(
      names[at + 2] ?? "",
      column.map((text) => (text === "" ? null : text)),
    ),
  ),
];
