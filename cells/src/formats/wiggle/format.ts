// Wiggle: values of places with a step, from 1, behind declaration lines. (UCSC Genome Browser, "Wiggle Track Format (WIG)".)

import { defineFormat } from "../../contract/format.ts";
import { placesFormat } from "../parts/intervals/places-format.ts";
import { words } from "./words.ts";

const declared = /^(?:(?:track|browser|#)[^\n\r]*[\r\n]|[\r\n])*(?:fixedStep|variableStep)\s/;

export const wiggle = defineFormat({
  ...placesFormat,
  name: "wiggle",
  endings: [".wig", ".wiggle", ".txt"],
  settings: ["encoding", "build"],
  // A value of some ten letters becomes 28 bytes of columns.
  memoryPerByte: 6,
  words,
  sniff: ({ text }) => (text !== null && declared.test(text) ? { confidence: 0.95, why: words.key("why") } : null),
});
