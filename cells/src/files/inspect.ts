// What a file is and what is in it, before anybody loads it: for the intake card of dropped files and for
// `genomecraft inspect`. Never fails for reasons of the file: what keeps it from being loaded is one of its issues.

import type { ByteSource } from "../base/byte-source.ts";
import { FailureError } from "../base/failure.ts";
import type { Json, JsonObject } from "../base/json.ts";
import type { Locale } from "../messages/locale.ts";
import { message } from "../messages/catalogue.ts";
import type { Inflate, SqlEngine } from "../contract/engines.ts";
import type { Fix, Issue } from "../contract/format.ts";
import { listedFormat } from "../formats.ts";
import type { Inspection, Seen } from "./inspection.ts";
import { type LoadSettings, usualSettings } from "../load-settings.ts";
import { openFile, type OpenedFile } from "./open-file.ts";
import { isProse, mayBeProse } from "./prose-beside.ts";
import { readFile, type ReadFile, type ReadFileOptions, type SheetOfFile, sheetsOfFile } from "./read-file.ts";
import { type Looking, nothing, seenIn } from "./seen-in-content.ts";
import { words as loadWords } from "../formats/parts/words.ts";
import { whyRefused } from "./why-refused.ts";
import { words } from "./words.ts";

export interface InspectOptions {
  readonly sql?: SqlEngine | null;
  readonly inflate?: Inflate | undefined;
  readonly signal?: AbortSignal;
  /** As a load cell would be set; the first sheet and what is found where nothing is. */
  readonly settings?: Partial<LoadSettings>;
  /** The file as it was opened already, in the encoding that is set. */
  readonly opened?: OpenedFile;
  /** Look at so many bytes of unpacked text at most; 256 MB by default. */
  readonly bytesWanted?: number;
}

/** A workbook may have thousands; beyond these they are named. */
const mostSheets = 100;
export async function inspectFile(source: ByteSource, name: string, options: InspectOptions = {}): Promise<Inspection> {
  const unknown = {
    ...nothing,
    file: name,
    format: "binary",
    confidence: 1,
    compression: "none" as const,
    version: null,
    alternatives: [],
    isTie: false,
    sheets: [],
    others: [],
  };
  let known: Omit<Inspection, "issues"> = unknown;
  try {
    const settings: LoadSettings = { ...usualSettings, ...options.settings };
    const opened = options.opened ?? (await openFile(source, name, options.inflate, settings.encoding, settings.sheet));
    const { recognised, compression } = opened;
    known = {
      ...unknown,
      format: settings.format ?? recognised.format,
      confidence: recognised.confidence,
      compression,
      why: [{ key: recognised.why, params: recognised.params }],
      version: recognised.version,
      alternatives: recognised.alternatives,
      isTie: recognised.isTie,
    };
    const reading: ReadFileOptions = {
      ...settings,
      opened,
      sql: options.sql ?? null,
      matrix: settings.read,
      bytesWanted: options.bytesWanted ?? 256 * 2 ** 20,
      inflate: options.inflate,
      ...(options.signal ? { signal: options.signal } : {}),
    };
    const hasSheets = opened.collection !== null || listedFormat(known.format)?.sheets !== undefined;
    const sheets = hasSheets ? await sheetsOfFile(source, name, reading) : null;
    const wanted = sheets?.filter((sheet) => settings.sheet === null || sheet.name === settings.sheet) ?? [];
    // A sheet that is not there is refused by reading it.
    if (sheets === null || wanted.length === 0)
      return { ...known, ...seenIn(await readFile(source, name, reading), { name, settings, why: known.why }) };
    const sheetNames = sheets.map((sheet) => sheet.name);
    const asText = (part: string) =>
      readFile(source, name, { ...withoutOpened(reading), sheet: part, format: "text", matrix: "auto" });
    const looking = { name, settings, why: [], ...(opened.collection && wanted.length > 1 ? { asText } : {}) };
    const [first, ...others] = await seenInSheets(wanted.slice(0, mostSheets), looking, options.signal);
    if (!first) return { ...known, issues: [] };
    const more = wanted.slice(mostSheets).map((sheet) => sheet.name);
    const unseen: readonly Issue[] = more.length === 0 ? [] : [moreSheets(more)];
    return {
      ...known,
      ...first,
      // Why it is a workbook is said of none of several sheets.
      why: sheetNames.length > 1 ? first.why : [...known.why, ...first.why],
      issues: [...unseen, ...first.issues],
      sheets: sheetNames,
      others,
    };
  } catch (error) {
    const issue = issueOfFailure(error, name);
    // Packed so badly that what is inside cannot be told.
    const isBadlyPacked = known === unknown && issue.message.key === loadWords.key("gzip-broken");
    const packed = isBadlyPacked ? { format: "gzip", compression: "gzip" as const } : {};
    const issues = known.isTie ? bothWays(issue, known.alternatives) : [issue];
    if (known === unknown || issue.fix || issue.severity !== "error")
      return { ...known, ...packed, issues: [...issues, ...otherwise(error, issue)] };
    return {
      ...known,
      ...packed,
      issues: [...issues, ...(await alsoWrong(source, name, { format: known.format, line: issue.line }, options))],
    };
  }
}

/** What is wrong with a file that is refused beside what refuses it. */
async function alsoWrong(
  source: ByteSource,
  name: string,
  { format, line }: { readonly format: string; readonly line: number | null },
  options: InspectOptions,
): Promise<readonly Issue[]> {
  const { sheet = null, encoding = null } = options.settings ?? {};
  const kinds = await whyRefused(source, name, line, {
    format,
    part: sheet,
    encoding,
    inflate: options.inflate,
    ...(options.signal ? { signal: options.signal } : {}),
  });
  return kinds.map((kind) => ({ ...kind, field: null }));
}

const withoutOpened = ({ opened: _opened, ...reading }: ReadFileOptions): ReadFileOptions => reading;

/** `asText`: of an archive, a part read as plain text. */
async function seenInSheets(
  sheets: readonly SheetOfFile[],
  { asText, ...looking }: Looking & { readonly asText?: (part: string) => Promise<ReadFile> },
  signal: AbortSignal | undefined,
): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  for (const { name, isHidden, format, read } of sheets) {
    signal?.throwIfAborted();
    const ofSheet = { sheet: name, isHidden, ...(format === undefined ? {} : { format }) };
    try {
      seen.push({ ...seenIn(await read(), looking), ...ofSheet });
    } catch (error) {
      // Of several it is said which one.
      const of = sheets.length > 1 ? `${looking.name}: ${name}` : looking.name;
      const issue = issueOfFailure(error, of);
      const aside = asText && mayBeProse(name, format) ? await asideSeen(name, looking, () => asText(name)) : null;
      if (aside) seen.push(aside);
      else seen.push({ ...nothing, ...ofSheet, issues: [issue, ...otherwise(error, issue)] });
    }
  }
  return seen;
}

/** Null: it is no free text, and what keeps it from being read is said. */
async function asideSeen(part: string, looking: Looking, read: () => Promise<ReadFile>): Promise<Seen | null> {
  try {
    const text = await read();
    if (!isProse(part, text)) return null;
    const message = words.sentence("aside", { part });
    const issue: Issue = { rule: "aside", severity: "note", line: null, field: null, message };
    return { ...seenIn(text, looking), sheet: part, isHidden: false, format: "text", why: [], issues: [issue] };
  } catch (error) {
    if (error instanceof FailureError) return null;
    throw error;
  }
}

const moreSheets = (names: readonly string[]): Issue => ({
  rule: "more-sheets",
  severity: "note",
  line: null,
  field: null,
  message: words.sentence("more-sheets", { count: names.length, sheets: names.slice(0, 20) }),
});

/** What keeps a file from being loaded; anything else is thrown. */
function issueOfFailure(error: unknown, name: string): Issue {
  if (!(error instanceof FailureError)) throw error;
  const { reason, params, fix } = error.failure;
  const line = params["line"];
  return {
    rule: reason.replace(/^(?:load|sequences|motifs|trees|format-[\w-]+)\./, ""),
    severity: "error",
    line: typeof line === "number" ? line : null,
    field: null,
    message: { key: reason, params: { name, ...params } },
    ...(fix && isPlain(fix.value) ? { fix: { path: fix.path, value: fix.value } } : {}),
  };
}

/** Where a person has to choose among several answers: each of the others. */
function otherwise(error: unknown, { rule }: Issue): readonly Issue[] {
  if (!(error instanceof FailureError)) return [];
  return (error.failure.otherFixes ?? []).flatMap(({ path, value }): readonly Issue[] => {
    if (!isPlain(value)) return [];
    const message = words.sentence("or-else", { value: String(value) });
    return [{ rule, severity: "error", line: null, field: null, message, fix: { path, value } }];
  });
}

/** What may be two things is asked with both answers. */
const bothWays = (issue: Issue, [other]: Inspection["alternatives"]): readonly Issue[] =>
  issue.message.key === loadWords.key("tie") && other
    ? [issue, { ...issue, fix: { path: ["format"], value: other.format } }]
    : [issue];

const isPlain = (value: Json): value is Fix["value"] =>
  value === null || typeof value !== "object" || (Array.isArray(value) && value.every((each) => typeof each === "string"));

/** The same with sentences: what `genomecraft inspect --json` prints. */
export function inspectionInWords({ others, alternatives, ...inspection }: Inspection, locale: Locale): JsonObject {
  return {
    ...inWords(inspection, locale),
    alternatives: alternatives.map(({ why, ...alternative }) => ({ ...alternative, why: message(why, {}, locale) })),
    others: others.map((seen) => inWords(seen, locale)),
  };
}

function inWords<S extends Seen>({ keys: _keys, why, issues, ...rest }: S, locale: Locale): JsonObject {
  return {
    ...(rest as object),
    why: why.map(({ key, params }) => message(key, params, locale)),
    issues: issues.map(({ message: { key, params }, ...issue }) => ({ ...issue, message: message(key, params, locale) })),
  };
}
