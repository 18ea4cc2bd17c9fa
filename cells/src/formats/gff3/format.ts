// GFF3: features of sequences, from 1, [start, end], with attributes. (The Sequence Ontology, Generic Feature Format Version 3,
// 1.26.)

import { defineFormat } from "../../contract/format.ts";
import { annotationShape } from "../parts/intervals/annotation-shape.ts";
import { placesFormat } from "../parts/intervals/places-format.ts";
import { words } from "./words.ts";

export const gff3 = defineFormat({
  ...placesFormat,
  name: "gff3",
  endings: [".gff3", ".gff", ".txt"],
  words,
  sniff: (head) => {
    const shape = annotationShape(head);
    if (shape?.format !== "gff3") return null;
    const { version } = shape;
    return {
      confidence: 0.95,
      why: words.key(version === null ? "why" : "why-directive"),
      ...(version === null ? {} : { version }),
    };
  },
});
