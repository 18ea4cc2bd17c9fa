// Every file of the reference collection is called what its manifest calls it, or what our list calls it, with the reason.

import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { expect, test } from "vitest";
import { listedFormat } from "../formats.ts";
import { bytesAsSource } from "../testing/bytes-as-source.ts";
import { hasReference, referenceFile } from "../testing/reference-data.ts";
import { openFile } from "./open-file.ts";

/** What our list calls otherwise, and why. */
const otherwise: { readonly [name: string]: readonly string[] } = {
  // Two layouts of one format.
  "arrow-ipc": ["arrow"],
  "arrow-stream": ["arrow"],
  // Text between whose fields anything but a comma or a tab stands.
  "text-table": ["delimited", "text"],
};

/** Not told from a table yet. Takes what is told off this list, which only shrinks. */
const notYet = new Set(["crai", "fastq-illumina1.3"]);

test.skipIf(!hasReference("format_zoo/manifest.tsv"))(
  "files of the collection are called by their names, whatever they are called",
  async () => {
    const lines = readFileSync(referenceFile("format_zoo/manifest.tsv"), "utf8").trimEnd().split("\n").slice(1);
    const wrong: string[] = [];
    const told = new Set<string>();
    for (const line of lines) {
      const [file = "", format = ""] = line.split("\t");
      const { recognised } = await openFile(
        bytesAsSource(readFileSync(referenceFile(`format_zoo/${file}`))),
        "dropped",
        (packed) => Readable.from(packed).pipe(createGunzip()),
      );
      const isRight = recognised.format === format || (otherwise[format] ?? []).includes(recognised.format);
      if (isRight) told.add(format);
      else if (!notYet.has(format)) wrong.push(`${file}: ${format}, found ${recognised.format}`);
    }
    expect(lines.length).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
    // Reminds of what is told by now and still stands on the list above.
    expect([...notYet].filter((format) => told.has(format) && listedFormat(format) !== null)).toEqual([]);
  },
);
