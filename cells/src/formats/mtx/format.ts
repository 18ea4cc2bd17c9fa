// Matrix Market, coordinate and array, without names beside it. (Boisvert, Pozo, Remington: NISTIR 5935, 1996.)

import { defineFormat } from "../../contract/format.ts";
import { words as marketWords } from "../parts/matrix-market/words.ts";
import { words } from "./words.ts";

const banner = /^\ufeff?%%MatrixMarket\s+matrix\s+(\S+)\s+(\S+)/i;

export const mtx = defineFormat({
  name: "mtx",
  version: 1,
  endings: [".mtx"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["assay"],
  settings: ["samplesIn"],
  // Twelve bytes an entry, twice while they are sorted; an entry takes some ten letters.
  memoryPerByte: 2.4,
  words,
  sniff: ({ text }) => {
    const found = banner.exec(text ?? "");
    if (!found) return null;
    const [, layout = "", field = ""] = found;
    return { confidence: 1, why: marketWords.key("why-banner"), params: { layout, field } };
  },
});
