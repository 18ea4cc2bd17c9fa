// One matrix read in a process of its own: prints seconds, peak megabytes, sum and entries of its values (or of its layer counts).
// Started by matrices.bench.ts.

import process from "node:process";
import type { Assay } from "@genomecraft/cells/artifacts/artifact.ts";
import { readFile } from "@genomecraft/cells/files/read-file.ts";
import { fileSource } from "./file-source.ts";

const file = process.argv[2] as string;
const source = await fileSource(file);
// What reads HDF5 is loaded once a worker, not once a file.
if (file.endsWith(".h5ad")) await readFile(source, file);
const started = performance.now();
const { content } = await readFile(source, file);
const seconds = (performance.now() - started) / 1000;
const assay = (content.shape === "whole" ? content.artifact : null) as Assay;
const { data } = assay.layers?.find(({ name }) => name === "counts")?.values ?? assay.values;
let sum = 0;
for (const value of data) sum += value;
console.log(seconds, process.resourceUsage().maxRSS / 1024, sum, data.length);
