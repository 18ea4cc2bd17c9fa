// A study as cBioPortal takes it in: files that say what others hold (docs.cbioportal.org, File Formats), each profile a sheet.

import { defineFormat } from "../../contract/format.ts";
import { metaIn } from "../parts/cbioportal/meta.ts";
import { words } from "./words.ts";

export const cbioportalStudy = defineFormat({
  name: "cbioportal-study",
  version: 2,
  endings: [".zip"],
  isText: false,
  isPacked: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["table", "assay"],
  settings: ["sheet"],
  memoryPerByte: 4,
  words,
  sniff: ({ parts }) => {
    const told = (parts ?? []).flatMap((part) => metaIn(part.name, part.text ?? "") ?? []);
    const files = told.filter(({ data }) => data !== null).length;
    return files > 0 ? { confidence: 1, why: words.key("why"), params: { files } } : null;
  },
});
