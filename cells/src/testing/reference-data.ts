// Where tests find real data with answers known from outside: what ships with the examples and the excerpts beside this
// file are on every clone; the rest lies in ../shared/data beside the checkout, and continuous integration fails without it.

import { existsSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../../..");
export const sharedData = path.resolve(root, "../shared/data");

/** On every clone: the examples' data (CC BY 4.0, examples/README.md), and scikit-learn's folds of wdbc. */
const shipped: { readonly [name: string]: string } = {
  "wdbc/wdbc.csv": "examples/data/wdbc.csv",
  "GSE96870_mouse_influenza/GSE96870_counts_cerebellum.csv.gz": "examples/data/GSE96870_counts_cerebellum.csv.gz",
  "GSE96870_mouse_influenza/GSE96870_coldata_cerebellum.csv": "examples/data/GSE96870_coldata_cerebellum.csv",
  "oracle/folds_wdbc_10.csv": "cells/src/testing/reference/folds_wdbc_10.csv",
};

export const referenceFile = (name: string): string =>
  Object.hasOwn(shipped, name) ? path.join(root, shipped[name] as string) : path.join(sharedData, name);

/** For `skipIf(!hasReference(...))`. */
export const hasReference = (...names: readonly string[]): boolean => names.every((name) => existsSync(referenceFile(name)));
