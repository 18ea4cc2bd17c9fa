// Whether an HDF5 file is a matrix of 10x Genomics, and whether several are samples of one data set.

import type { FileHead, Sniffed } from "../../contract/format.ts";
import { areViewsOfOne, samplesByName } from "../parts/cell-samples/names-of-samples.ts";
import { topOf } from "../parts/hdf5/top-of.ts";
import { words as hdf5Words } from "../parts/hdf5/words.ts";
import { words } from "./words.ts";

const parts = ["barcodes", "data", "indices", "indptr", "shape"];

export function sniffOne({ inside }: FileHead): Sniffed | null {
  const groups = inside?.filter((name) => !name.includes("/")) ?? [];
  const group = groups.find((each) => parts.every((part) => inside?.includes(`${each}/${part}`)));
  if (!inside || group === undefined) return null;
  const version = inside.includes(`${group}/features`) ? "v3" : inside.includes(`${group}/genes`) ? "v2" : null;
  return version && { confidence: 1, why: hdf5Words.key("why-inside"), params: { inside: topOf(inside) }, version };
}

export function sniffSamples(heads: readonly FileHead[]): Sniffed | null {
  const found = heads.flatMap((head) => {
    const sniffed = sniffOne(head);
    return sniffed ? [{ name: head.name, sniffed }] : [];
  });
  const [first] = found;
  if (!first || !samplesIn(found.map(({ name }) => name))) return null;
  const { version } = first.sniffed;
  return { confidence: 1, why: words.key("why-samples"), params: { count: found.length }, ...(version ? { version } : {}) };
}

/** What Cell Ranger calls its matrices, behind the name of a sample. */
const role = /(?:[._-]?(?:raw|filtered))?(?:[._-]?(?:feature|gene|peak)s?_bc_matri(?:x|ces))?(?:_h5)?\.(?:h5|hdf5)$/i;

/** Of several files; null: they are one, or one sample looked at in several ways. */
export const samplesIn = (files: readonly string[]): readonly string[] | null =>
  files.length < 2 || areViewsOfOne(files)
    ? null
    : samplesByName(files, (file) =>
        file
          .slice(file.lastIndexOf("/") + 1)
          .replace(/\.b?gz$/i, "")
          .replace(role, ""),
      );
