// A bigWig or bigBed as the file that it stays: its sequences, its zoom levels, what it sums up of itself.

import type { IndexedFile } from "../../../artifacts/artifact.ts";
import { buildOfContigs } from "../../../artifacts/builds.ts";
import { integerColumn, tableOf, textColumn } from "../../../artifacts/table.ts";
import type { JsonObject } from "../../../base/json.ts";
import type { FileContent, Issue, Read } from "../../../contract/format.ts";
import { isGzip } from "../gzip.ts";
import { openBbi } from "./open.ts";
import { words } from "./words.ts";

export const readBbi: Read = async (task): Promise<FileContent> => {
  const { name, source, at, signal } = task;
  if (isGzip(await source.read(0, 2))) words.fail("packed", { name });
  const file = await openBbi(source, name, signal);
  const contigs = file.contigs.toSorted((a, b) => a.id - b.id);
  const build = buildOfContigs(contigs);
  const { summary } = file;
  const facts: JsonObject = {
    indexed: true,
    version: file.version,
    zooms: [...file.zooms],
    ...(file.kind === "bigbed" ? { fields: file.definedFields } : {}),
    ...(summary === null
      ? {}
      : {
          basesCovered: summary.bases,
          ...(file.kind === "bigwig"
            ? { min: summary.min, max: summary.max, mean: summary.bases > 0 ? summary.sum / summary.bases : 0 }
            : {}),
        }),
  };
  const artifact: IndexedFile = {
    type: "file",
    format: file.kind,
    // A look at a file that nobody has hashed keeps nothing.
    file: { digest: task.digest ?? "", name, size: source.size },
    part: at,
    index: at === null ? null : at,
    header: file.autoSql,
    contigs: tableOf(
      textColumn(
        "contig",
        contigs.map((contig) => contig.name),
        { semantic: "chromosome", ...(build === null ? {} : { build }) },
      ),
      integerColumn(
        "length",
        contigs.map(({ length }) => length),
        { semantic: "count" },
      ),
    ),
    samples: [],
    build,
    facts,
  };
  const issues: readonly Issue[] =
    build === null && contigs.length > 0
      ? [{ rule: "no-build", severity: "note", line: null, field: null, message: words.sentence("no-build") }]
      : [];
  return {
    content: { shape: "whole", artifact },
    header: null,
    issues,
    said: [],
    turnedIntoDates: [],
    lineOf: (row) => row + 1,
    whole: true,
  };
};
