// FASTA: sequences under lines that begin with ">" (NCBI, BLAST Help: Query Input and database selection; letters after
// IUPAC-IUB). Comments that begin with ";" stand in files of its first program (Pearson and Lipman, PNAS 85:2444, 1988).

import { defineFormat } from "../../contract/format.ts";
import { sniffFasta } from "./sniff.ts";
import { words } from "./words.ts";

export const fasta = defineFormat({
  name: "fasta",
  version: 1,
  endings: [".fa", ".fasta", ".fna", ".faa", ".ffn", ".frn", ".fas", ".afa", ".mfa", ".fsa"],
  isText: true,
  isStreamed: true,
  givesWhole: true,
  yields: ["table"],
  settings: ["encoding", "alphabet", "records"],
  // Bytes while it is read, then strings of a byte a letter.
  memoryPerByte: 5,
  words,
  sniff: sniffFasta,
});
