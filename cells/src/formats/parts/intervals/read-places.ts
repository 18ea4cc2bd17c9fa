// What the readers of places share: their lines into a table, the lines that hold no places, the reference build, and what of
// all that is to be said.

import type { Table } from "../../../artifacts/artifact.ts";
import { FailureError } from "../../../base/failure.ts";
import type { FileContent, FileHead, Issue, ReadTask } from "../../../contract/format.ts";
import type { Sentence } from "../../../messages/sentence.ts";
import { fileHead } from "../file-head.ts";
import { withSemantics } from "../meanings/semantic-type.ts";
import { words as loadWords } from "../words.ts";
import { eachLine } from "./byte-lines.ts";
import { type BuildSaid, buildOfRows } from "./build-of-rows.ts";
import { PlaceRows, type PlaceRowsOptions } from "./place-rows.ts";
import { words } from "./words.ts";

const headSize = 1 << 16;
const decoder = new TextDecoder();
/** Of the lines that hold no places so many are kept as texts. */
const mostKept = 10_000;

/** The beginning of the text, as recognition sees it. */
export async function headOf(task: ReadTask): Promise<FileHead> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isWhole = true;
  for await (const chunk of task.open()) {
    chunks.push(chunk.slice());
    size += chunk.length;
    if (size < headSize) continue;
    isWhole = false;
    break;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return fileHead(bytes, task.name.replace(/\.(?:b?gz|zst|bz2|xz)$/i, ""), isWhole);
}

/** What a line is: places, none of them and passed over, none and kept as text, or where the places end. */
export type LineKind = "place" | "skip" | "keep" | "end";

export interface PlacesFormat extends Omit<PlaceRowsOptions, "fill"> {
  kindOf(bytes: Uint8Array, start: number, end: number): LineKind;
  /** The build that the lines which were kept name. */
  buildSaid?(kept: readonly string[]): BuildSaid | null;
  /** The build that the rows themselves tell. */
  buildOf?(table: Table): BuildSaid | null;
  /** What else is done with the finished table, and said of it. */
  finish?(
    table: Table,
    kept: readonly string[],
    lineOf: (row: number) => number,
  ): { readonly table: Table; readonly issues?: readonly Issue[] };
  /** Of the lines of places that are more than rows of it. */
  readonly rows?: PlaceRows;
  /** What is told of the reading beside. */
  issues?(): readonly Issue[];
}

/** Chromosome, start, end: lines of display and remarks hold none. */
export function kindOfBedLine(bytes: Uint8Array, start: number, end: number): LineKind {
  let at = start;
  while (at < end && (bytes[at] === 32 || bytes[at] === 9)) at++;
  if (at === end) return "skip";
  const first = bytes[start] as number;
  if (first === 35) return "keep";
  if (isWord(bytes, start, end, "track") || isWord(bytes, start, end, "browser")) return "keep";
  return "place";
}

function isWord(bytes: Uint8Array, start: number, end: number, word: string): boolean {
  if (end - start < word.length) return false;
  for (let at = 0; at < word.length; at++) if (((bytes[start + at] as number) | 32) !== word.charCodeAt(at)) return false;
  const next = bytes[start + word.length];
  return end - start === word.length || next === 32 || next === 9;
}

export async function readPlaces(task: ReadTask, format: PlacesFormat): Promise<FileContent> {
  const rows = format.rows ?? new PlaceRows({ ...format, fill: task.settings.ragged === "fill" });
  const kept: string[] = [];
  let fastaLine: number | null = null;
  const whole = await eachLine(
    {
      open: () => task.open(),
      fraction: () => task.fraction(),
      bytesWanted: task.bytesWanted,
      hasEnough: () => rows.rows > 0,
      signal: task.signal,
      progress: (fraction) => {
        for (const { expected } of format.attributes ? [rows, format.attributes] : [rows]) expected.note(rows.rows, fraction);
        task.progress?.(fraction);
      },
    },
    (bytes, start, end, line) => {
      const kind = format.kindOf(bytes, start, end);
      if (kind === "place") rows.add(bytes, start, end, line);
      else if (kind === "keep" && kept.length < mostKept) kept.push(decoder.decode(bytes.subarray(start, end)));
      else if (kind === "end") fastaLine = line;
      return kind !== "end";
    },
  );
  if (rows.rows === 0) throw new FailureError(loadWords.failure("header-only", { columns: format.columns.length }));
  const lineOf = (row: number): number => rows.lineOf(row);
  const finished = format.finish?.(rows.take(), kept, lineOf);
  const read = finished?.table ?? rows.take();
  const built = buildOfRows(read, lineOf, task.settings.build, format.buildSaid?.(kept) ?? format.buildOf?.(read) ?? null);
  const said: Sentence[] = [];
  const tracks = kept.filter((line) => /^track/i.test(line)).length;
  if (tracks > 1) said.push(words.sentence("several-tracks", { count: tracks }));
  const issues: Issue[] = [...(finished?.issues ?? []), ...(format.issues?.() ?? []), ...built.issues];
  if (rows.unread) {
    const { line, column } = rows.unread;
    const message = words.sentence("cells-unread", { ...rows.unread });
    issues.push({ rule: "cells-unread", severity: "warning", line, field: column, message });
  }
  if (fastaLine !== null) {
    const message = words.sentence("fasta-part", { line: fastaLine });
    said.push(message);
    issues.push({ rule: "fasta-part", severity: "note", line: fastaLine, field: null, message });
  }
  return {
    content: { shape: "whole", artifact: withSemantics(built.table) },
    header: format.names ?? null,
    issues,
    said: [...said, ...built.said],
    turnedIntoDates: [],
    lineOf,
    whole: whole || fastaLine !== null,
  };
}
