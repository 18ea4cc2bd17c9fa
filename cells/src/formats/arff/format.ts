// Attribute-Relation File Format of Weka: names and types of columns, then rows, in full or with the zeros left out. (Weka, "ARFF
// (stable version)", waikato.github.io/weka-wiki/formats_and_processing/arff_stable; developer version: weights of instances.)

import { defineFormat } from "../../contract/format.ts";
import { words } from "./words.ts";

export const arff = defineFormat({
  name: "arff",
  version: 1,
  endings: [".arff"],
  isText: true,
  isStreamed: false,
  yields: ["table", "assay"],
  settings: ["encoding"],
  memoryPerByte: 6,
  words,
  sniff: ({ text, parts }) => {
    const found = parts === null && text !== null ? /^(?:%[^\n]*\n|\s)*@relation[ \t]+([^\r\n]*)/i.exec(text) : null;
    // Relation is a word of letters, too.
    if (!found || !/\n[ \t]*@attribute[ \t]/i.test(text ?? "")) return null;
    return {
      confidence: 1,
      why: words.key("why-relation"),
      params: {
        relation: (found[1] ?? "")
          .trim()
          .replace(/^(['"])(.*)\1$/, "$2")
          .slice(0, 60),
      },
    };
  },
});
