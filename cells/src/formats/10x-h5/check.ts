// Holds a matrix of 10x Genomics in HDF5 to its rules: names against the sides, pointers and indices against each other, counts.

import type { CheckTask } from "../../contract/format.ts";
import { checkPlaces } from "../parts/hdf5/check-places.ts";
import { type Hdf5Group, withHdf5 } from "../parts/hdf5/hdf5-file.ts";
import { isBarcode, typesOf10x } from "../parts/matrices/names-of-10x.ts";
import { rules } from "./rules.ts";

export { rules };

type Say = (
  rule: keyof typeof rules,
  field: string,
  found: string,
  params?: { readonly [name: string]: string | number },
) => void;

export const check = (task: CheckTask): Promise<void> =>
  withHdf5(task, (root) => {
    const say: Say = (rule, field, found, params) =>
      task.report({ rule, line: null, field, found, ...(params ? { params } : {}) });
    const groups = root.names().flatMap((name) => {
      const group = root.group(name);
      return group?.names().includes("barcodes") ? [group] : [];
    });
    if (groups.length === 0) say("10x-h5-group", "/", root.names().slice(0, 8).join(", "));
    for (const group of groups) checkGroup(group, say);
  });

const pathOf = (group: Hdf5Group, name: string): string => `${group.path}/${name}`.replace(/^\/+/, "");

function checkGroup(group: Hdf5Group, say: Say): void {
  const part = (name: string) => {
    const found = group.dataset(name);
    if (!found) say("10x-h5-part", pathOf(group, name), group.names().join(", "), { name });
    return found;
  };
  const [shape, data, indices, pointers] = (["shape", "data", "indices", "indptr"] as const).map(part);
  const barcodes = namesOf(group, "barcodes", say);
  const features = checkFeatures(group, say);
  const sides = shape?.numbers();
  if (!sides) return;
  const [rows = 0, columns = 0] = sides;
  const sized = (name: string, found: number | undefined, expected: number): boolean => {
    const isRight = found === undefined || found === expected;
    if (!isRight) say("10x-h5-shape", pathOf(group, name), String(found), { expected });
    return isRight;
  };
  sized("shape", sides.length, 2);
  sized("barcodes", barcodes?.length, columns);
  sized("features", features?.length, rows);
  if (!data || !indices || !pointers) return;
  const isSized = [sized("indptr", pointers.shape[0], columns + 1), sized("data", data.shape[0], indices.shape[0] ?? 0)].every(
    Boolean,
  );
  if (!isSized) return;
  checkPlaces(
    { pointers: pointers.numbers(), indices: indices.numbers(), minor: rows },
    {
      pointers: (found) => say("10x-h5-pointers", pathOf(group, "indptr"), found),
      outside: (found, most) => say("10x-h5-outside", pathOf(group, "indices"), found, { most }),
      twice: (found) => say("10x-h5-twice", pathOf(group, "indices"), found),
      unordered: (found) => say("10x-h5-order", pathOf(group, "indices"), found),
    },
  );
  const counts = data.numbers();
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at] as number;
    if (count === 0) say("10x-h5-zero", pathOf(group, "data"), `0 (place ${at})`);
    else if (!(count > 0) || !Number.isInteger(count)) say("10x-h5-count", pathOf(group, "data"), `${count} (place ${at})`);
  }
}

/** Null: there are none. */
function namesOf(group: Hdf5Group, name: string, say: Say): readonly string[] | null {
  const found = group.dataset(name);
  if (found?.holds !== "text") {
    say("10x-h5-part", pathOf(group, name), group.names().join(", "), { name });
    return null;
  }
  const names = found.texts();
  const seen = new Set<string>();
  const isOfBarcodes = name === "barcodes";
  for (const [at, each] of names.entries()) {
    if (each === "") say("10x-h5-name", pathOf(group, name), `(place ${at})`);
    else if (seen.has(each)) say("10x-h5-name-twice", pathOf(group, name), each);
    else if (isOfBarcodes && !isBarcode(each)) say("10x-h5-barcode-letters", pathOf(group, name), each);
    seen.add(each);
  }
  return names;
}

/** Of v3 a group with an array for each thing that is told of features, of v2 two arrays. */
function checkFeatures(group: Hdf5Group, say: Say): readonly string[] | null {
  const features = group.group("features");
  if (!features) {
    const genes = namesOf(group, "genes", say);
    const symbols = group.dataset("gene_names");
    if (genes && !symbols) say("10x-h5-part", pathOf(group, "gene_names"), group.names().join(", "), { name: "gene_names" });
    else if (genes && symbols?.shape[0] !== genes.length)
      say("10x-h5-features", pathOf(group, "gene_names"), String(symbols?.shape[0]), { expected: genes.length });
    return genes;
  }
  const ids = namesOf(features, "id", say);
  if (!ids) return null;
  for (const name of ["name", "feature_type"])
    if (!features.dataset(name)) say("10x-h5-part", pathOf(features, name), features.names().join(", "), { name });
  const tags = features.dataset("_all_tag_keys");
  const own = features.names().filter((name) => name !== "_all_tag_keys");
  for (const name of own) {
    const [size] = features.dataset(name)?.shape ?? [];
    if (size !== undefined && size !== ids.length)
      say("10x-h5-features", pathOf(features, name), String(size), { expected: ids.length });
  }
  for (const tag of tags?.holds === "text" ? tags.texts() : [])
    if (!own.includes(tag)) say("10x-h5-tag", pathOf(features, "_all_tag_keys"), tag);
  const types = features.dataset("feature_type");
  for (const type of new Set(types?.holds === "text" ? types.texts() : []))
    if (!typesOf10x.has(type)) say("10x-h5-type", pathOf(features, "feature_type"), type);
  return ids;
}
