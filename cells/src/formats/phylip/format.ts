// PHYLIP's alignments (Felsenstein, PHYLIP 3.7, "Molecular sequence programs"): the numbers of sequences and of letters, then rows, one
// sequence after another or in blocks. Names take ten letters, or, in the relaxed form of later programs, go up to the first blank.

import { defineFormat } from "../../contract/format.ts";
import { layoutsOf } from "./layouts.ts";
import { words } from "./words.ts";

const dims = /^\s*(\d{1,7})\s+(\d{1,9})\s*[IiSs]?\s*$/;
const rowStart = /^(?!\s).*[A-Za-z?-]/;

export const phylip = defineFormat({
  name: "phylip",
  version: 1,
  endings: [".phy", ".phylip", ".ph"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["table"],
  settings: ["encoding", "alphabet"],
  memoryPerByte: 6,
  words,
  sniff: ({ text, isWhole, name }) => {
    if (text === null) return null;
    const lines = text.split(/\r\n|\n|\r/);
    const at = lines.findIndex((line) => line.trim() !== "");
    const found = dims.exec(lines[at] ?? "");
    if (!found) return null;
    const params = { rows: Number(found[1]), letters: Number(found[2]) };
    const said = (confidence: number) => ({ confidence, why: words.key("why-dims"), params });
    if (isWhole && layoutsOf(lines).length > 0) return said(0.95);
    // Wrong somewhere, or longer than what was looked at: its first rows are names with as many letters each.
    const rows = lines.slice(at + 1, at + 1 + Math.min(params.rows, 50)).filter((line) => line.trim() !== "");
    const sizes = rows.map((line) => line.slice(10).replaceAll(/\s/g, "").length);
    const areRows = rows.every((line) => rowStart.test(line) && /^[A-Za-z?*.~\s-]*$/.test(line.slice(10)));
    const isFilled = rows.length > 1 && areRows && sizes.every((size) => size > 0 && size <= params.letters);
    const areAlike = sizes.slice(0, -1).every((size) => size === sizes[0]);
    return isFilled && (areAlike || /\.phy(?:lip)?$/.test(name)) ? said(0.9) : null;
  },
});
