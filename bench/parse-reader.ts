// One reading of one file in a process of its own: prints seconds, peak megabytes and a check sum. Started by
// parse.bench.ts.

import process from "node:process";
import { readFile } from "@genomecraft/cells/files/read-file.ts";
import { secondCoreOnNode } from "@genomecraft/kernel/engines/second-core-on-node.ts";
import { fileSource } from "./file-source.ts";

const file = process.argv[2] as string;
const source = await fileSource(file);
// A worker loads the reader of a format with its first file of it and keeps it: that is not a matter of this file.
const first = new TextEncoder().encode(`a${file.endsWith(".tsv") ? "\t" : ","}b\n1,2\n`);
await readFile(
  {
    size: first.length,
    read: async (from, to) => first.slice(from, to),
    stream: async function* () {
      yield first;
    },
  },
  file,
  { matrix: "auto" },
);
// So it does with its second core, which is started for its first large file.
const core = process.argv[3] === "one" ? null : secondCoreOnNode(new URL("./second-core.mjs", import.meta.url));
core?.warm("rows-of-delimited-text");
if (core) await new Promise((resolve) => setTimeout(resolve, 400));
const started = performance.now();
const { content } = await readFile(source, file, { matrix: "auto", secondCore: core });
const seconds = (performance.now() - started) / 1000;
let check = 0;
if (content.shape === "matrix") for (const value of content.data) check += value;
else if (content.shape === "table") {
  const column = content.table.columns.find(({ name }) => name === "score");
  if (column?.type === "float64") {
    for (let row = 0; row < column.values.length; row++)
      if (!column.valid || column.valid[row]) check += column.values[row] as number;
  }
}
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
const startedAgain = performance.now();
await readFile(source, file, { matrix: "auto", secondCore: core });
console.log(seconds, peakMegabytes, check, (performance.now() - startedAgain) / 1000);
