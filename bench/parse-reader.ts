// One reading of one file in a process of its own: prints seconds, peak megabytes and a check sum. Started by
// parse.bench.ts.

import { open, stat } from "node:fs/promises";
import process from "node:process";
import type { ByteSource } from "@genomecraft/cells/base/byte-source.ts";
import { secondCoreOnNode } from "@genomecraft/kernel/engines/second-core-on-node.ts";
import { readFile } from "@genomecraft/cells/files/read-file.ts";

const file = process.argv[2] as string;
const handle = await open(file);
const { size } = await stat(file);
const read = async (start: number, end: number): Promise<Uint8Array> => {
  const bytes = new Uint8Array(end - start);
  await handle.read(bytes, 0, bytes.length, start);
  return bytes;
};
const source: ByteSource = {
  size,
  read,
  // Two buffers in turn: one is parsed while the other is filled, as a worker's files are read.
  stream: async function* () {
    const buffers = [new Uint8Array(1 << 19), new Uint8Array(1 << 19)] as const;
    const fill = (turn: number, at: number) => handle.read(buffers[(turn & 1) as 0 | 1], 0, 1 << 19, at);
    let at = 0;
    let turn = 0;
    let next = fill(0, 0);
    for (;;) {
      const { bytesRead } = await next;
      if (bytesRead === 0) return;
      at += bytesRead;
      const filled = buffers[(turn & 1) as 0 | 1].subarray(0, bytesRead);
      turn++;
      next = fill(turn, at);
      yield filled;
    }
  },
};
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
