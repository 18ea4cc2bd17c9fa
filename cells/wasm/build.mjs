// Compiles the programs of this folder (AssemblyScript) into TypeScript files that hold them, so that nothing is compiled where
// GenomeCraft is installed. Run by hand after a change: node cells/wasm/build.mjs; a test compares (record-scan/program.test.ts).

import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));

const src = path.join(here, "..", "src");

/** By its source: the file that holds the program. */
export const programs = {
  "delimited-records.ts": path.join(src, "formats", "parts", "delimited", "record-scan", "program.ts"),
  "pair-distances.ts": path.join(src, "stats", "clusters", "pair-program.ts"),
};

/** The text of the file that holds the program. */
export async function compiled(source) {
  const { default: asc } = await import("assemblyscript/asc");
  let binary = null;
  const options = ["-O3", "--enable", "simd", "--runtime", "stub", "--importMemory", "--noExportMemory", "--noAssert"];
  const { error, stderr } = await asc.main([source, "--baseDir", here, "--outFile", "out.wasm", ...options], {
    writeFile: (name, contents) => {
      if (name === "out.wasm") binary = contents;
    },
  });
  if (error || !binary) throw new Error(`cells/wasm/${source}: ${stderr.toString() || error}`);
  const lines = Buffer.from(binary)
    .toString("base64")
    .match(/.{1,120}/g);
  return [
    `// Compiled from cells/wasm/${source} by cells/wasm/build.mjs; not written by hand.`,
    "",
    "export const program =",
    ...lines.map((line, at) => `  "${line}"${at === lines.length - 1 ? ";" : " +"}`),
    "",
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [source, target] of Object.entries(programs)) writeFileSync(target, await compiled(source));
