// GenBank's flat files (GenBank release notes, section 3; features after the DDBJ/ENA/GenBank Feature Table Definition 11): records with
// what is known of places in them. Two tables: the features, and the sequences.

import { defineFormat } from "../../contract/format.ts";
import { words } from "./words.ts";

/** The first line of a record says how long it is. */
const locus = /^LOCUS {2,}\S+.*\b\d+ (?:bp|aa|rc)\b/;

export const genbank = defineFormat({
  name: "genbank",
  version: 2,
  endings: [".gb", ".gbk", ".gbff", ".genbank", ".gp", ".gpff"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["table"],
  settings: ["sheet", "encoding", "alphabet"],
  memoryPerByte: 5,
  words,
  sniff: ({ text, lines }) => {
    if (text === null) return null;
    // A file of a release has a head of its own above.
    const isRelease = lines.slice(0, 3).some((line) => line.includes("Genetic Sequence Data Bank"));
    const at = lines.slice(0, isRelease ? 20 : 1).findIndex((line) => locus.test(line));
    const [, name = ""] = (lines[at] ?? "").split(/ +/);
    return at < 0 ? null : { confidence: 0.95, why: words.key("why-locus"), params: { first: name } };
  },
});
