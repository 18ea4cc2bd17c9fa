// A matrix of 10x Genomics in HDF5 as an assay: compressed by barcode already, as an assay keeps it.

import type { Column } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { textColumn } from "../../artifacts/table.ts";
import type { FileContent, Issue, Read, ReadTask } from "../../contract/format.ts";
import { doubt } from "../parts/doubts/of-matrices.ts";
import { compressedOf } from "../parts/hdf5/compressed.ts";
import { type Hdf5Group, withHdf5 } from "../parts/hdf5/hdf5-file.ts";
import { words as hdf5Words } from "../parts/hdf5/words.ts";
import { featureColumns, isOfGenes, libraryColumn } from "../parts/matrices/feature-columns.ts";
import { scaleOfValues } from "../../artifacts/scale-of-values.ts";
import { contentOf, idColumn, issuesOfRounded, shareOf, tableWithId } from "../parts/matrices/whole-assay.ts";
import { words } from "./words.ts";

export const read: Read = (task) => withHdf5(task, (root) => contentIn(root, task));

function contentIn(root: Hdf5Group, task: ReadTask): FileContent {
  const genomes = root.names().filter((name) => root.group(name)?.names().includes("barcodes"));
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
  const isGenes = isOfGenes(types);
  const assay = assayOf({
    values: found.values,
    features: tableWithId(
      idColumn("id", ids, { noun: isGenes ? "gene" : "feature", semantic: isGenes ? "gene" : "identifier" }, task.settings),
      described.columns,
    ),
    samples: tableWithId(
      idColumn("barcode", barcodes, { noun: "sample", semantic: "sample" }, task.settings),
      libraryColumn(barcodes),
    ),
    scale: scaleOfValues(found.values),
    featureNoun: isGenes ? "gene" : "feature",
  });
  const kinds = [...new Set(types ?? [])];
  const other = genomes.find((name) => name !== taken);
  const issues: Issue[] = [
    ...(other !== undefined && layer === null
      ? [doubt(words.sentence("genomes", { count: genomes.length, genomes, taken }), { path: ["layer"], value: other })]
      : []),
    ...(kinds.length > 1 ? [{ ...doubt(words.sentence("types-several", { types: kinds })), severity: "note" as const }] : []),
    ...(found.added > 0 ? [doubt(hdf5Words.sentence("twice", { count: found.added, what: taken }))] : []),
    ...issuesOfRounded(found.rounded),
  ];
  const [features, cells] = [ids.length, barcodes.length];
  const share = shareOf(found.values, features, cells);
  return contentOf(assay, issues, [words.sentence("log-read", { cells, features, entries: found.values.data.length, share })]);
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
  readonly columns: readonly Column[];
}

/** Of v2 genes and gene_names; of v3 a group, in which further tags stand as data sets of their own. */
function featuresIn(group: Hdf5Group): Features {
  const features = group.group("features");
  if (!features) {
    const ids = textsIn(group, "genes");
    const symbols = group.dataset("gene_names")?.texts();
    return { ids, types: null, columns: symbols?.length === ids.length ? featureColumns([symbols]) : [] };
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
    return texts?.some((text) => text !== "")
      ? [
          textColumn(
            name,
            texts.map((text) => (text === "" ? null : text)),
          ),
        ]
      : [];
  });
  return { ids, types, columns: [...featureColumns([symbols ?? ids.map(() => ""), types ?? ids.map(() => "")]), ...more] };
}
