// SEG: segments of copy number by sample, from 1, [start, end]; as DNAcopy, IGV and GISTIC have them. (IGV User Guide, "SEG".)

import { defineFormat } from "../../contract/format.ts";
import { placesFormat } from "../parts/intervals/places-format.ts";
import { namesInHead } from "../parts/intervals/named-columns.ts";
import { roleOf } from "./columns.ts";
import { words } from "./words.ts";

export const seg = defineFormat({
  ...placesFormat,
  name: "seg",
  endings: [".seg", ".txt", ".tsv"],
  words,
  sniff: (head) => {
    if (head.text === null) return null;
    const names = namesInHead(head) ?? [];
    const roles = names.map(roleOf);
    const has = (...wanted: readonly string[]): boolean => wanted.every((role) => roles.some((one) => one === role));
    const isSegments = has("sample", "segment") || has("sample", "value", "probes");
    if (!has("chromosome", "start", "end") || !(isSegments || head.name.endsWith(".seg"))) return null;
    return { confidence: 0.95, why: words.key("why") };
  },
});
