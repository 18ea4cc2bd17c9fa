// Alignments as Clustal writes them, and MUSCLE, ProbCons, MSAProbs and Kalign after it (ClustalW documentation, "ALN/ClustalW
// format"): a line that says so, then blocks of rows with a name and up to sixty letters, and a line of marks below each.

import { defineFormat } from "../../contract/format.ts";
import { words } from "./words.ts";

const header = /^(?:CLUSTAL|MUSCLE|PROBCONS|MSAPROBS|Kalign)\b/i;
const row = /^\S+\s+[A-Za-z*.~?-]+(?:\s+\d+)?\s*$/;

export const clustal = defineFormat({
  name: "clustal",
  version: 1,
  endings: [".aln", ".clw", ".clustal", ".clustalw"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["table"],
  settings: ["encoding", "alphabet"],
  memoryPerByte: 4,
  words,
  sniff: ({ lines, text }) => {
    if (text === null || !header.test(text.trimStart())) return null;
    const filled = lines.filter((line) => line.trim() !== "");
    const [program = "", first = ""] = filled;
    // Nothing below yet, where the file was cut there.
    return row.test(first) || (filled.length === 1 && program.includes("alignment"))
      ? { confidence: 0.95, why: words.key("why-header"), params: { first: program.slice(0, 60) } }
      : null;
  },
});
