// kallisto's abundance.h5: estimated counts with the names and lengths of transcripts, and bootstraps, of one sample or of several
// whose files came together. (kallisto 0.46 manual, quant.)

import { defineFormat } from "../../contract/format.ts";
import { sniffHeader } from "../parts/quantified/by-header.ts";
import { kallisto } from "../parts/quantified/kallisto.ts";
import { sniffSet } from "../parts/quantified/read-set.ts";
import { sniffOne } from "./sniff.ts";
import { words } from "./words.ts";

export const kallistoH5 = defineFormat({
  name: "kallisto-h5",
  version: 4,
  endings: [".h5"],
  isText: false,
  isStreamed: false,
  givesWhole: true,
  yields: ["assay"],
  settings: ["duplicates", "layer"],
  memoryPerByte: 6,
  words,
  // kallisto writes the same as text beside it, which has TPM, too.
  sniff: (head) =>
    (head.parts ?? []).filter((part) => sniffHeader(part, kallisto) !== null).length > 1
      ? null
      : sniffSet(head, kallisto.program, sniffOne),
});
