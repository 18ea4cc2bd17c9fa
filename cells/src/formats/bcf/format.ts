// BCF 2.1 and 2.2: VCF in binary, mostly in blocks of bgzip (hts-specs, BCFv2).

import { defineFormat } from "../../contract/format.ts";
import { letters } from "../parts/file-head.ts";
import { words } from "./words.ts";

export const bcf = defineFormat({
  name: "bcf",
  version: 3,
  endings: [".bcf"],
  isText: false,
  isPacked: true,
  isStreamed: true,
  givesWhole: true,
  yields: ["assay", "table"],
  settings: ["layers", "blocks", "build"],
  // A genotype of two bytes is one; what describes sites is less than in a VCF.
  memoryPerByte: 2,
  words,
  sniff: ({ bytes, parts }) => {
    const minor = bytes[4] ?? 0;
    if (parts !== null || !letters(bytes, "BCF\u0002") || minor < 1 || minor > 2) return null;
    const version = `2.${minor}`;
    return { confidence: 1, why: words.key("why"), params: { version }, version };
  },
});
