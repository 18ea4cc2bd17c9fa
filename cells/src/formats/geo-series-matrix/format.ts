// Series matrix files of GEO: lines about the series and its samples, and the values between two marks. (NCBI GEO: Series Matrix files, as
// GEOquery 2.66 reads them.)

import { defineFormat } from "../../contract/format.ts";
import { words as loadWords } from "../parts/words.ts";
import { words } from "./words.ts";

export const geoSeriesMatrix = defineFormat({
  name: "geo-series-matrix",
  version: 2,
  endings: [".series", ".txt"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["assay", "table"],
  settings: ["duplicates"],
  memoryPerByte: 3,
  words,
  sniff: ({ text }) =>
    /^\s*"?!(?:Series|Sample|Platform)_\w/.test(text ?? "") || /^"?!series_matrix_table_begin/m.test(text ?? "")
      ? { confidence: 1, why: loadWords.key("why-content") }
      : null,
});
