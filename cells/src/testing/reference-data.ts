// Where tests find real data with answers known from outside: what ships with the examples and the excerpts beside this
// file are on every clone; the rest lies in ../shared/data beside the checkout, and continuous integration fails without it.

import { existsSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../../..");
export const sharedData = path.resolve(root, "../shared/data");

/**
 * On every clone: the examples' data (CC BY 4.0, examples/README.md), scikit-learn's folds of wdbc, and every 146th of the
 * 7,129 probes of Golub et al. 1999 (public; format_zoo/all_aml_train.gct.gz). The stem cells of four labs are under the GPL
 * and stay outside.
 */
const shipped: { readonly [name: string]: string } = {
  "wdbc/wdbc.csv": "examples/data/wdbc.csv",
  "GSE96870_mouse_influenza/GSE96870_counts_cerebellum.csv.gz": "examples/data/GSE96870_counts_cerebellum.csv.gz",
  "GSE96870_mouse_influenza/GSE96870_coldata_cerebellum.csv": "examples/data/GSE96870_coldata_cerebellum.csv",
  "pbmc68k_reduced/pbmc68k_reduced.h5ad": "examples/data/pbmc68k_reduced.h5ad",
  "golub/golub_49.gct": "cells/src/testing/reference/golub_49.gct",
  "format_zoo/genes_like_dates.xlsx": "cells/src/testing/reference/genes_like_dates.xlsx",
  "oracle/folds_wdbc_10.csv": "cells/src/testing/reference/folds_wdbc_10.csv",
};

/** Those of them that are the whole file. */
export const shippedWhole: readonly string[] = Object.keys(shipped).filter((name) => name !== "golub/golub_49.gct");

export const referenceFile = (name: string): string =>
  Object.hasOwn(shipped, name) ? path.join(root, shipped[name] as string) : path.join(sharedData, name);

/** For `skipIf(!hasReference(...))`. */
export const hasReference = (...names: readonly string[]): boolean => names.every((name) => existsSync(referenceFile(name)));
