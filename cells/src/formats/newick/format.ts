// Trees in the format of Newick (Felsenstein 1986; Olsen 1990), one or several.

import { defineFormat } from "../../contract/format.ts";
import { FailureError } from "../../base/failure.ts";
import { readingOf, readTree, skipBlanks } from "../parts/trees/newick.ts";
import { words } from "./words.ts";

export const newick = defineFormat({
  name: "newick",
  version: 1,
  endings: [".nwk", ".newick", ".tre", ".tree", ".treefile", ".dnd"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["table"],
  settings: ["encoding"],
  memoryPerByte: 8,
  words,
  sniff: ({ text, isWhole, name }) => {
    if (text === null || !/^\s*(?:\[[^\]]*\]\s*)?\(/.test(text)) return null;
    const said = (confidence: number) => ({ confidence, why: words.key("why-brackets") });
    const isNamed = /\.(?:nwk|newick|tre|tree|treefile|dnd)$/.test(name);
    const found = firstTree(text);
    if (found === "tree") return said(0.95);
    // Wrong somewhere, or longer than what was looked at.
    const hasBranches = /[,:]/.test(text) && /[(,)]'?[^\s(),:;]*'?:\d/.test(text);
    const isOpen = found === "open" && !isWhole && (isNamed || hasBranches);
    return isOpen || (isNamed && text.includes(",")) ? said(0.8) : null;
  },
});

/** Whether the text begins with a tree that has branches, or with one that goes on; else it begins with none. */
function firstTree(text: string): "tree" | "open" | null {
  const reading = readingOf(text);
  try {
    skipBlanks(reading);
    return readTree(reading).length > 2 ? "tree" : null;
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return reading.at >= text.length ? "open" : null;
  }
}
