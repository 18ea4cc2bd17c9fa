// Estimated counts as the values of an assay, what else is estimated as its layers.

import type { Read } from "../../contract/format.ts";
import { readByHeader, sniffHeader } from "../parts/quantified/by-header.ts";
import { readQuantified } from "../parts/quantified/read-set.ts";
import { kallisto as program } from "../parts/quantified/kallisto.ts";

export const read: Read = (task) =>
  readQuantified(task, {
    isOne: (head) => sniffHeader(head, program) !== null,
    read: async (chunks, sample) => ({ quantified: await readByHeader(chunks, sample, program, task.signal) }),
    idName: "transcript",
    noun: program.noun,
    isCounts: true,
    firstLine: 2,
  });
