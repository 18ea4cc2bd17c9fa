// A BAM as the file that it stays: its header, its sequences with what its index counted, its samples.

import type { IndexedFile } from "../../artifacts/artifact.ts";
import { integerColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { FileContent, Issue, Read } from "../../contract/format.ts";
import { readBamHeader } from "../parts/alignments/bam-header.ts";
import { buildOf } from "../parts/alignments/sam-header.ts";
import { type PlacesIndex, readPlacesIndex } from "../parts/bgzf/places-index.ts";
import { words as blockWords } from "../parts/bgzf/words.ts";
import { indexIn, partIn } from "../parts/bgzf/parts-of-set.ts";
import { words } from "./words.ts";

/** Characters of a header that are kept: its first million. */
const keptHeader = 1 << 20;

export const read: Read = async (task): Promise<FileContent> => {
  const file = partIn(task, /\.bam$/i);
  const { name, part, source } = file;
  const packing = await source.read(0, 4);
  if (packing[0] !== 0x1f || !((packing[3] ?? 0) & 4)) words.fail("not-blocks", { name });
  const header = await readBamHeader(source, name, task.signal);
  const found = indexIn(task, file);
  const index = found ? await readPlacesIndex(found.source, found.name) : null;
  if (index && found && index.sequences !== header.contigs.length)
    blockWords.fail("index-of-other", {
      index: found.name,
      name,
      what: { ...blockWords.sentence("what-sequences", { index: index.sequences, file: header.contigs.length }) },
    });
  const build = buildOf({ contigs: header.contigs });
  const sum = (of: "mapped" | "unmapped"): number | null =>
    index === null ? null : header.contigs.reduce((all, _, at) => all + (index.counts(at)?.[of] ?? 0), 0);
  const artifact: IndexedFile = {
    type: "file",
    format: "bam",
    // A look at a file that nobody has hashed keeps nothing.
    file: { digest: task.digest ?? "", name: task.name, size: task.source.size },
    part,
    index: found?.name ?? null,
    header: header.text.slice(0, keptHeader),
    contigs: contigsTable(header.contigs, index, build),
    samples: header.said.samples,
    build,
    facts: {
      sorted: header.said.order,
      ...(index ? { mapped: sum("mapped"), unmapped: sum("unmapped") } : {}),
      ...(header.said.version === null ? {} : { version: header.said.version }),
      readGroups: Object.fromEntries([...header.said.groups].slice(0, 10_000)),
    },
  };
  const issues: Issue[] = [];
  const tell = (rule: "no-index" | "no-index-unsorted" | "no-build", severity: Issue["severity"]): void =>
    void issues.push({ rule, severity, line: null, field: null, message: words.sentence(rule, { name }) });
  if (index === null) tell(header.said.order === "coordinate" ? "no-index" : "no-index-unsorted", "warning");
  if (build === null && header.contigs.length > 0) tell("no-build", "note");
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

function contigsTable(
  contigs: readonly { readonly name: string; readonly length: number | null }[],
  index: PlacesIndex | null,
  build: string | null,
) {
  const of = build === null ? {} : { build };
  const columns = [
    textColumn(
      "contig",
      contigs.map(({ name }) => name),
      { semantic: "chromosome", ...of },
    ),
    integerColumn(
      "length",
      contigs.map(({ length }) => length),
      { semantic: "count" },
    ),
  ];
  if (index === null) return tableOf(...columns);
  const counted = (of: "mapped" | "unmapped") =>
    integerColumn(
      of,
      contigs.map((_, at) => index.counts(at)?.[of] ?? (index.chunks(at, 0, 2 ** 31).length === 0 ? 0 : null)),
      { semantic: "count" },
    );
  return tableOf(...columns, counted("mapped"), counted("unmapped"));
}
