// One sample of kallisto out of its HDF5 file: as abundance.tsv gives it, but for TPM, which the file does not hold. Bootstraps are
// repeats of the estimation, and no samples: left where they are.

import type { Read } from "../../contract/format.ts";
import { numberColumn } from "../../artifacts/table.ts";
import { type Hdf5Group, withHdf5 } from "../parts/hdf5/hdf5-file.ts";
import { words as hdf5Words } from "../parts/hdf5/words.ts";
import { contentOf } from "../parts/matrices/whole-assay.ts";
import { joinQuantified } from "../parts/quantified/quantified.ts";
import { nameOfOne } from "../parts/quantified/sample-names.ts";
import { words } from "./words.ts";

export const read: Read = (task) =>
  withHdf5(task, (root) => {
    const aux = root.group("aux");
    const part = (group: Hdf5Group | null, name: string) =>
      group?.dataset(name) ?? hdf5Words.fail("nothing-there", { what: name, format: "kallisto", available: root.names() });
    const ids = part(aux, "ids").texts();
    const numbers = (group: Hdf5Group | null, name: string): Float64Array => {
      const found = part(group, name).numbers();
      if (found.length !== ids.length)
        hdf5Words.fail("shape-differs", { what: name, found: String(found.length), expected: String(ids.length), by: "aux/ids" });
      return Float64Array.from(found);
    };
    const measures = [
      { name: "est_counts", values: numbers(root, "est_counts") },
      { name: "eff_length", values: numbers(aux, "eff_lengths") },
    ];
    const features = [numberColumn("length", numbers(aux, "lengths"))];
    const { assay, issues } = joinQuantified([{ samples: [nameOfOne], ids, features, measures: [measures] }], {
      ...task.settings,
      idName: "transcript",
      noun: "transcript",
      isCounts: true,
      firstLine: 1,
    });
    const count = root.group("bootstrap")?.names().length ?? 0;
    return contentOf(assay, issues, count > 0 ? [words.sentence("bootstraps", { count })] : []);
  });
