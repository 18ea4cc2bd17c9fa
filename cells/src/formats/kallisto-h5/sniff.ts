// Whether an HDF5 file is one of kallisto's, by what stands in it.

import type { FileHead, Sniffed } from "../../contract/format.ts";
import { topOf } from "../parts/hdf5/top-of.ts";
import { words } from "../parts/hdf5/words.ts";

export const sniffOne = ({ inside }: FileHead): Sniffed | null =>
  inside && ["aux", "est_counts", "aux/ids", "aux/eff_lengths"].every((name) => inside.includes(name))
    ? { confidence: 1, why: words.key("why-inside"), params: { inside: topOf(inside) } }
    : null;
