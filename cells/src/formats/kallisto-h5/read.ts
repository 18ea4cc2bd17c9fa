// kallisto's samples out of their HDF5 files: as abundance.tsv gives them, but for TPM, which the files do not hold. Bootstraps are
// repeats of the estimation, and no samples: left where they are.

import type { FileContent, FileParts, Issue, Read, ReadTask } from "../../contract/format.ts";
import { numberColumn } from "../../artifacts/table.ts";
import { doubt } from "../parts/doubts/of-matrices.ts";
import { type Hdf5Group, withHdf5 } from "../parts/hdf5/hdf5-file.ts";
import { withHdf5OfPart } from "../parts/hdf5/part-of-set.ts";
import { words as hdf5Words } from "../parts/hdf5/words.ts";
import { contentOf } from "../parts/matrices/whole-assay.ts";
import { namingPart } from "../parts/naming-part.ts";
import { joinQuantified, type Quantified } from "../parts/quantified/quantified.ts";
import { nameOfOne, sampleNames } from "../parts/quantified/sample-names.ts";
import { words as setWords } from "../parts/quantified/words.ts";
import { words } from "./words.ts";

interface Run {
  readonly quantified: Quantified;
  readonly bootstraps: number;
}

export const read: Read = async (task) => {
  if (task.parts) return readSet(task, task.parts);
  const run = await withHdf5(task, (root) => runOf(root, nameOfOne));
  return answered(task, [run], []);
};

async function readSet(task: ReadTask, parts: FileParts): Promise<FileContent> {
  const found: { readonly name: string; readonly run: Run }[] = [];
  const left: string[] = [];
  for (const name of parts.names) {
    task.signal?.throwIfAborted();
    const isRun = (root: Hdf5Group): boolean => root.group("aux") !== null && root.dataset("est_counts") !== null;
    const run = await namingPart(name, () =>
      withHdf5OfPart(task, parts, name, (root) => (isRun(root) ? runOf(root, nameOfOne) : null)),
    );
    if (run) found.push({ name, run });
    else left.push(name);
  }
  const samples = sampleNames(found.map(({ name }) => name));
  const runs = found.map(({ run }, at): Run => ({ ...run, quantified: { ...run.quantified, samples: [samples[at] as string] } }));
  const message = setWords.sentence("parts-left", { files: left.slice(0, 20) });
  return answered(task, runs, left.length > 0 ? [{ ...doubt(message), severity: "note" }] : []);
}

function runOf(root: Hdf5Group, sample: string): Run {
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
  return {
    quantified: { samples: [sample], ids, features, measures: [measures] },
    bootstraps: root.group("bootstrap")?.names().length ?? 0,
  };
}

function answered(task: ReadTask, runs: readonly Run[], left: readonly Issue[]): FileContent {
  const { assay, issues } = joinQuantified(
    runs.map(({ quantified }) => quantified),
    { ...task.settings, idName: "transcript", noun: "transcript", isCounts: true, firstLine: 1 },
  );
  const count = runs.reduce((sum, { bootstraps }) => sum + bootstraps, 0);
  const sizes = { samples: assay.sampleCount, features: assay.featureCount };
  return contentOf(
    assay,
    [...issues, ...left],
    [
      ...(runs.length > 1 ? [setWords.sentence("log-joined", sizes)] : []),
      ...(count > 0 ? [words.sentence("bootstraps", { count })] : []),
    ],
  );
}
