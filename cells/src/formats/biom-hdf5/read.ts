// A BIOM file of HDF5 as an assay: the copy that is compressed by sample is the values as they are kept here.

import type { Column } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { textColumn } from "../../artifacts/table.ts";
import type { FileContent, Issue, Read, ReadTask } from "../../contract/format.ts";
import { doubt } from "../parts/doubts/of-matrices.ts";
import { numbersColumn } from "../parts/hdf5/columns.ts";
import { compressedOf } from "../parts/hdf5/compressed.ts";
import { type Hdf5Dataset, type Hdf5Group, withHdf5 } from "../parts/hdf5/hdf5-file.ts";
import { words as hdf5Words } from "../parts/hdf5/words.ts";
import { scaleOfValues } from "../../artifacts/scale-of-values.ts";
import { contentOf, idColumn, issuesOfRounded, tableWithId } from "../parts/matrices/whole-assay.ts";
import { words } from "./words.ts";

export const read: Read = (task) => withHdf5(task, (root) => contentIn(root, task));

function contentIn(root: Hdf5Group, { settings }: ReadTask): FileContent {
  const observation = sideOf(root, "observation");
  const sample = sideOf(root, "sample");
  const matrix = root.group("sample")?.group("matrix");
  if (!matrix) return hdf5Words.fail("nothing-there", { what: "sample/matrix", format: "BIOM", available: root.names() });
  const found = compressedOf(matrix, { major: sample.ids.length, minor: observation.ids.length, by: "sample" });
  const assay = assayOf({
    values: found.values,
    features: tableWithId(
      idColumn("observation", observation.ids, { noun: "feature", semantic: "identifier" }, settings),
      observation.columns,
    ),
    samples: tableWithId(idColumn("sample", sample.ids, { noun: "sample", semantic: "sample" }, settings), sample.columns),
    scale: scaleOfValues(found.values),
    featureNoun: "feature",
  });
  return contentOf(assay, [...issuesOfRounded(found.rounded), ...observation.issues, ...sample.issues]);
}

function sideOf(root: Hdf5Group, what: "observation" | "sample") {
  const group = root.group(what);
  const ids =
    group?.dataset("ids")?.texts() ??
    hdf5Words.fail("nothing-there", { what: `${what}/ids`, format: "BIOM", available: root.names() });
  const metadata = group?.group("metadata");
  const columns: Column[] = [];
  const left: string[] = [];
  for (const name of metadata?.names() ?? []) {
    const data = metadata?.dataset(name);
    const column = data && data.shape[0] === ids.length ? columnIn(name, data) : null;
    if (column) columns.push(column);
    else left.push(name);
  }
  const issues: Issue[] =
    left.length > 0 ? [doubt(words.sentence("metadata-left", { what, columns: left.slice(0, 20), count: left.length }))] : [];
  return { ids, columns, issues };
}

/** A taxonomy stands in several texts a row: one after the other, as BIOM's own tables show it. */
function columnIn(name: string, data: Hdf5Dataset): Column | null {
  const [rows = 0, width = 1] = data.shape;
  if (data.shape.length > 2 || data.holds === "other") return null;
  if (data.holds !== "text") return data.shape.length === 1 ? numbersColumn(name, data.numbers(), data.holds === "whole") : null;
  const texts = data.texts();
  const joined = Array.from({ length: rows }, (_, row) =>
    texts
      .slice(row * width, (row + 1) * width)
      .filter((text) => text !== "")
      .join("; "),
  );
  return textColumn(
    name,
    joined.map((text) => (text === "" ? null : text)),
  );
}
