// A VCF as an assay of dosages (sites x samples), or as a table of sites where it has no samples. One pass over its bytes,
// block by block; what is kept grows with the result alone.

import type { Assay, Column, Table } from "../../../artifacts/artifact.ts";
import { assayOf } from "../../../artifacts/assay.ts";
import { tableOf, textColumn, uniquelyNamed } from "../../../artifacts/table.ts";
import { FailureError } from "../../../base/failure.ts";
import type { FileContent, ReadTask } from "../../../contract/format.ts";
import { ExpectedRows } from "../delimited/grown-arrays.ts";
import { uniqueNames } from "../delimited/read-delimited.ts";
import { buildOfRows } from "../intervals/build-of-rows.ts";
import { words as loadWords } from "../words.ts";
import { Genotypes } from "./genotypes.ts";
import { fixedColumns, headerOf, type VcfHeader } from "./header.ts";
import { linesIn, type LineBlock } from "./lines.ts";
import { Sites } from "./sites.ts";
import { issuesOfVariants } from "./issues.ts";
import { words } from "./words.ts";

const feed = 10;
const carriageReturn = 13;
const hash = 35;
const longestHeader = 1 << 28;
/** What a program printed above the header it wrote. */
const mostStray = 20;
const isBefore = (front: readonly string[]): boolean => front.every((text) => text === "");

export type VariantTask = Pick<ReadTask, "name" | "settings" | "bytesWanted" | "fraction" | "signal" | "progress" | "open">;

export async function readVcf(task: VariantTask): Promise<FileContent> {
  const front: string[] = [];
  const stray: string[] = [];
  let header: VcfHeader | null = null;
  let records: Records | null = null;
  let line = 0;
  let taken = 0;
  let isWhole = true;
  for await (const block of linesIn(task.open())) {
    task.signal?.throwIfAborted();
    let at = 0;
    while (header === null && at < block.end) {
      const end = lineEnd(block, at);
      line++;
      const text = textOf(block.bytes, at, end, line);
      at = end + 1;
      taken += end - at;
      if (text.startsWith("#") && taken <= longestHeader) front.push(text);
      else if (taken > longestHeader) words.fail("header-too-long");
      else if (text.trim() !== "" && isBefore(front) && line <= mostStray) stray.push(text);
      else if (text.trim() !== "") words.fail("no-columns", { line, found: text.slice(0, 60) });
      // A line that is empty counts as one.
      else front.push("");
      if (!/^#CHROM\b/i.test(text)) continue;
      checkNames(text, line);
      const found = headerOf(front);
      header = found;
      records = new Records(found, task.settings.layers, task.settings.blocks === "keep", line);
    }
    records?.block(block, at);
    taken += block.end - at;
    records?.expected.note(records.sites.rows, task.fraction());
    task.progress?.(task.fraction());
    if (header !== null && taken >= task.bytesWanted) {
      isWhole = false;
      break;
    }
  }
  if (header === null || records === null) {
    const found = front.findLast((text) => text !== "") ?? "";
    if (found === "") throw new FailureError(loadWords.failure("empty"));
    return words.fail("no-columns", { line: Math.max(1, line), found: found.slice(0, 60) });
  }
  return contentOf(header, records, { isWhole, stray, build: task.settings.build });
}

function lineEnd({ bytes, end }: LineBlock, from: number): number {
  const found = bytes.indexOf(feed, from);
  return found < 0 || found > end ? end : found;
}

function textOf(bytes: Uint8Array, start: number, end: number, line: number): string {
  const to = end > start && bytes[end - 1] === carriageReturn ? end - 1 : end;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(start, to));
  } catch (cause) {
    throw new FailureError(loadWords.failure("header-not-utf8", { line }), { cause });
  }
}

/** The names of the columns are those of the standard. */
function checkNames(text: string, line: number): void {
  const names = text.split("\t");
  const isRight =
    fixedColumns.every((name, at) => names[at]?.toUpperCase() === name) && (names.length < 9 || /^format$/i.test(names[8] ?? ""));
  if (!isRight) words.fail("columns-wrong", { line, found: text.slice(0, 80) });
}

/** The records, one after another. */
class Records {
  readonly header: VcfHeader;
  readonly sites: Sites;
  readonly genotypes: Genotypes | null;
  /** Lines with # among them: the first and how many. */
  readonly comments = { line: 0, count: 0 };
  count = 0;
  readonly expected = new ExpectedRows();
  private line: number;
  private readonly tabs = new Int32Array(fixedColumns.length + 1);

  constructor(header: VcfHeader, layers: readonly string[], keepsBlocks: boolean, line: number) {
    this.header = header;
    const { room } = this.expected;
    this.sites = new Sites(header, keepsBlocks, room);
    this.genotypes = header.samples.length > 0 ? new Genotypes(header, layers, room) : null;
    this.line = line;
  }

  block({ bytes, end }: LineBlock, from: number): void {
    let at = from;
    while (at < end) {
      const stop = this.fields(bytes, at, end);
      const to = stop > at && bytes[stop - 1] === carriageReturn ? stop - 1 : stop;
      this.line++;
      if (bytes[at] === hash) {
        if (this.comments.count++ === 0) this.comments.line = this.line;
      } else if (to > at) this.record(bytes, at, to);
      at = stop + 1;
    }
  }

  private found = 0;

  /** The line's end; where its first tabs stand is kept. */
  private fields(bytes: Uint8Array, start: number, end: number): number {
    const { tabs } = this;
    let found = 0;
    let at = start;
    for (; at < end && found < tabs.length; at++) {
      const byte = bytes[at];
      if (byte === 9) tabs[found++] = at;
      else if (byte === feed) break;
    }
    this.found = found;
    if (at < end && bytes[at] === feed) return at;
    const next = bytes.indexOf(feed, at);
    return next < 0 || next > end ? end : next;
  }

  private record(bytes: Uint8Array, start: number, end: number): void {
    const { tabs, found, line, header, genotypes } = this;
    const width = found + 1;
    if (width < Math.min(header.width, tabs.length + 1) || (header.width <= tabs.length && width > header.width))
      words.fail("columns-differ", {
        line,
        found: found < tabs.length ? width : tabsIn(bytes, start, end) + 1,
        expected: header.width,
      });
    this.count++;
    const info = tabs[6] as number;
    const infoEnd = found > 7 ? (tabs[7] as number) : end;
    const kept = this.sites.put(bytes, start, tabs, info + 1, infoEnd, line);
    if (kept !== null) genotypes?.put(bytes, infoEnd + 1, end, kept, line);
  }
}

function tabsIn(bytes: Uint8Array, start: number, end: number): number {
  let found = 0;
  for (let at = start; at < end; at++) if (bytes[at] === 9) found++;
  return found;
}

interface Reading {
  readonly isWhole: boolean;
  readonly stray: readonly string[];
  /** That a person set. */
  readonly build: string | null;
}

function contentOf(header: VcfHeader, records: Records, { isWhole, stray, build }: Reading): FileContent {
  const { sites, genotypes } = records;
  if (records.count === 0) loadWords.fail("header-only", { columns: header.width });
  const rows = sites.rows;
  if (rows === 0)
    throw new FailureError(
      words.failure("nothing-left", { count: records.count }, { at: ["blocks"], fix: { path: ["blocks"], value: "keep" } }),
    );
  const said = header.build === null ? null : { build: header.build, by: "header" };
  const built = buildOfRows(sites.table(), (row) => sites.lineOf(row), build, said);
  const features = built.table;
  const { names, repeatedNames } = uniqueNames(header.samples);
  const layers = genotypes?.allLayers(rows);
  const issues = issuesOfVariants({
    header,
    sites,
    genotypes,
    records: records.count,
    comments: records.comments,
    stray,
    emptyLayers: layers?.empty ?? [],
    repeatedSamples: repeatedNames.map(({ name }) => name),
    ofOneCopy: sitesOfOneCopy(features),
    hasBuild: features.columns.some((column) => column.build !== undefined),
  });
  const artifact: Table | Assay = genotypes
    ? assayOf({
        values: genotypes.values(rows),
        layers: layers?.layers ?? [],
        features,
        samples: samplesOf(names, genotypes),
        scale: "dosage",
        featureNoun: "site",
      })
    : features;
  return {
    content: { shape: "whole", artifact },
    header: null,
    issues: [...issues.issues, ...built.issues],
    said: [...issues.said, ...built.said],
    turnedIntoDates: [],
    lineOf: (row) => sites.lineOf(row),
    whole: isWhole,
  };
}

function sitesOfOneCopy({ columns }: Table): { readonly count: number; readonly chromosomes: readonly string[] } {
  const column = columns.find(({ semantic }) => semantic === "chromosome");
  if (column?.type !== "text") return { count: 0, chromosomes: [] };
  const isOne = column.dictionary.map((name) => /^(?:chr)?(?:[XYM]|MT|2[346])$/i.test(name));
  const chromosomes = column.dictionary.filter((_, code) => isOne[code]);
  return { count: column.codes.reduce((sum, code) => sum + (isOne[code] ? 1 : 0), 0), chromosomes };
}

function samplesOf(names: readonly string[], genotypes: Genotypes): Table {
  const ploidy = genotypes.ploidyOfSamples();
  const columns: Column[] = [textColumn("sample", names, { semantic: "sample" })];
  if (ploidy) columns.push(textColumn("ploidy", ploidy, { semantic: "category" }));
  return tableOf(...uniquelyNamed(columns, "_"));
}
