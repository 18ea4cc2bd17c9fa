// The records of a GenBank file: their names, what is known of places in them, their letters. Fields stand in columns: a keyword in
// the first twelve, a feature's key from the sixth on, its place and its qualifiers from the twenty-second.

import { FailureError } from "../../base/failure.ts";
import { readLocation, type Location } from "./location.ts";
import { words } from "./words.ts";

export interface Feature {
  readonly line: number;
  readonly key: string;
  readonly place: string;
  /** Null: what stands there is no place in this record. */
  readonly location: Location | null;
  readonly qualifiers: readonly (readonly [name: string, value: string])[];
}

export interface GenbankRecord {
  readonly line: number;
  readonly locus: string;
  /** As the first line says it. */
  readonly length: number;
  readonly isProtein: boolean;
  readonly molecule: string;
  readonly topology: string;
  readonly definition: string;
  readonly accession: string;
  readonly version: string;
  readonly organism: string;
  readonly features: readonly Feature[];
  readonly sequence: string;
}

const locusLine = /^LOCUS +(\S+)(?: .*?)? +(\d+) (bp|aa|rc)\b *(.*)$/;

export function readRecords(lines: readonly string[]): readonly GenbankRecord[] {
  const records: GenbankRecord[] = [];
  let from = -1;
  for (const [at, line] of lines.entries()) {
    if (line.startsWith("LOCUS ")) {
      if (from >= 0) throw new FailureError(words.failure("no-end", { line: at + 1, locus: locusOf(lines[from] as string) }));
      from = at;
    } else if (from >= 0 && line.startsWith("//")) {
      records.push(readRecord(lines, from, at));
      from = -1;
    }
  }
  if (from >= 0) throw new FailureError(words.failure("cut", { line: lines.length, locus: locusOf(lines[from] as string) }));
  return records;
}

const locusOf = (line: string): string => line.split(/ +/)[1] ?? "";

function readRecord(lines: readonly string[], from: number, to: number): GenbankRecord {
  // One that is longer is none, and would be searched for long.
  const found = locusLine.exec((lines[from] as string).slice(0, 1000));
  if (!found) throw new FailureError(words.failure("locus", { line: from + 1, found: (lines[from] as string).slice(0, 60) }));
  const [, locus = "", length = "", unit = "", rest = ""] = found;
  const topology = /\b(linear|circular)\b/.exec(rest)?.[1] ?? "";
  const fields = new Map<string, string>();
  let features: readonly Feature[] = [];
  let sequence = "";
  let keyword = "";
  for (let at = from + 1; at < to; at++) {
    const line = lines[at] as string;
    if (line.startsWith("FEATURES")) {
      const end = endOfPart(lines, at + 1, to);
      features = readFeatures(lines, at + 1, end, topology === "circular" ? Number(length) : null);
      at = end - 1;
    } else if (line.startsWith("ORIGIN")) {
      sequence = readOrigin(lines, at + 1, to);
      break;
    } else if (/^ {0,3}[A-Z]/.test(line)) {
      keyword = line.slice(0, 12).trim();
      if (!fields.has(keyword)) fields.set(keyword, line.slice(12).trim());
    } else if (line.startsWith(" ".repeat(12)) && (keyword === "DEFINITION" || keyword === "ACCESSION"))
      fields.set(keyword, `${fields.get(keyword) ?? ""} ${line.trim()}`);
  }
  const [molecule = "", second = ""] = rest.split(/ +/);
  const isProtein = unit === "aa";
  return {
    line: from + 1,
    locus,
    length: Number(length),
    isProtein,
    molecule: isProtein ? "protein" : molecule === topology ? second : molecule,
    topology,
    definition: fields.get("DEFINITION") ?? "",
    accession: (fields.get("ACCESSION") ?? "").split(/ +/)[0] ?? "",
    version: (fields.get("VERSION") ?? "").split(/ +/)[0] ?? "",
    organism: fields.get("ORGANISM") ?? fields.get("SOURCE") ?? "",
    features,
    sequence,
  };
}

/** The next line that begins at the margin. */
function endOfPart(lines: readonly string[], from: number, to: number): number {
  let end = from;
  while (end < to && !/^\S/.test(lines[end] as string)) end++;
  return end;
}

function readFeatures(lines: readonly string[], from: number, to: number, around: number | null): readonly Feature[] {
  const features: Feature[] = [];
  for (let at = from; at < to; ) {
    const head = /^ {1,8}(\S+) +(\S.*)$/.exec(lines[at] as string);
    if (!head) {
      if ((lines[at] as string).trim() === "") {
        at++;
        continue;
      }
      throw new FailureError(words.failure("feature", { line: at + 1, found: (lines[at] as string).trim().slice(0, 60) }));
    }
    const line = at + 1;
    const body: string[] = [head[2] as string];
    for (at++; at < to && /^ {9,}\S/.test(lines[at] as string); at++) body.push((lines[at] as string).trim());
    const first = body.findIndex((each) => each.startsWith("/"));
    const place = body
      .slice(0, first < 0 ? body.length : first)
      .join("")
      .replaceAll(" ", "");
    features.push({
      line,
      key: head[1] as string,
      place,
      location: readLocation(place, around),
      qualifiers: first < 0 ? [] : qualifiersOf(body.slice(first)),
    });
  }
  return features;
}

/** "/name", "/name=value", and "/name="text"" over several lines, in which a quote is doubled. */
function qualifiersOf(body: readonly string[]): Feature["qualifiers"] {
  const found: (readonly [string, string])[] = [];
  for (let at = 0; at < body.length; at++) {
    const [, name = "", rest] = /^\/([^=\s]+)(?:=(.*))?$/.exec(body[at] as string) ?? [];
    if (name === "") continue;
    const pieces = [rest ?? ""];
    const isText = pieces[0]?.startsWith('"') ?? false;
    let quotes = quotesIn(pieces[0] as string);
    // A text ends where an even number of quotes has been seen, and the last of them is at the end.
    while (isText && !(quotes % 2 === 0 && isClosing(pieces)) && at + 1 < body.length) {
      const piece = body[++at] as string;
      pieces.push(piece);
      quotes += quotesIn(piece);
    }
    // Letters of a protein go on without a blank.
    const value = pieces.join(name === "translation" ? "" : " ");
    const inside = value.slice(1, isClosing(pieces) ? -1 : undefined).replaceAll('""', '"');
    found.push([name, isText ? inside : value]);
  }
  return found;
}

const quotesIn = (text: string): number => text.length - text.replaceAll('"', "").length;
const isClosing = (pieces: readonly string[]): boolean => {
  const last = pieces.at(-1) ?? "";
  return last.endsWith('"') && (pieces.length > 1 || last.length > 1);
};

/** Lines of sixty letters behind the number of their first. */
function readOrigin(lines: readonly string[], from: number, to: number): string {
  const pieces: string[] = [];
  let count = 0;
  for (let at = from; at < to; at++) {
    const line = lines[at] as string;
    if (line.trim() === "") continue;
    const [, number = "", letters = ""] = /^ *(\d+) (.*)$/.exec(line) ?? [];
    if (number === "") throw new FailureError(words.failure("origin", { line: at + 1, found: line.trim().slice(0, 60) }));
    if (Number(number) !== count + 1)
      throw new FailureError(words.failure("origin-number", { line: at + 1, found: number, expected: count + 1 }));
    const piece = letters.replaceAll(/\s/g, "");
    const odd = /[^A-Za-z*-]/.exec(piece);
    if (odd) throw new FailureError(words.failure("letter", { line: at + 1, found: odd[0] }));
    pieces.push(piece);
    count += piece.length;
  }
  return pieces.join("");
}
