// Alignments as text (SAM specification 1.6, section 1): a row each. Large ones are for BAM, which is read by place.

import { defineFormat } from "../../contract/format.ts";
import { words } from "./words.ts";

/** A record by its eleven fields (section 1.4), no tab but between them. */
const record =
  /^[!-?A-~]{1,254}\t\d{1,5}\t(?:\*|[0-9A-Za-z!#$%&+./:;?@^_|~-][0-9A-Za-z!#$%&*+./:;=?@^_|~-]*)\t\d+\t\d{1,3}\t(?:\*|(?:\d+[MIDNSHP=X])+)\t\S+\t\d+\t-?\d+\t(\*|[A-Za-z=.]+)\t([!-~]+)(?:\t|$)/;

function isRecord(line: string): boolean {
  const found = record.exec(line);
  if (!found) return false;
  const [, seq = "", qual = ""] = found;
  const [flag = "", , , quality = ""] = line.split("\t", 5).slice(1);
  return Number(flag) < 65_536 && Number(quality) < 256 && (seq === "*" || qual === "*" || seq.length === qual.length);
}

export const sam = defineFormat({
  name: "sam",
  version: 3,
  endings: [".sam"],
  isText: true,
  isStreamed: true,
  givesWhole: true,
  yields: ["table"],
  settings: [],
  memoryPerByte: 2,
  words,
  sniff: ({ text, lines }) => {
    if (text === null) return null;
    const version = /^@HD\t(?:[^\n]*\t)?VN:(\d+\.\d+)/.exec(text)?.[1];
    const isHeader = /^@(?:HD|SQ|RG|PG)\t[A-Za-z][A-Za-z0-9]:|^@CO\t/.test(lines[0] ?? "");
    // Lists of intervals have such a header above rows of their own (Picard's interval_list).
    const below = isHeader ? lines.find((line) => !line.startsWith("@")) : undefined;
    if (below !== undefined && below.split("\t").length < 11 && !/^\S+\t\d+\t\S+\t\d+\t\d+(?:\t|$)/.test(below)) return null;
    if (isHeader) return { confidence: 0.95, why: words.key("why-header"), ...(version ? { version } : {}) };
    const first = lines.slice(0, 20);
    return first.length > 0 && first.every(isRecord) ? { confidence: 0.95, why: words.key("why-records") } : null;
  },
});
