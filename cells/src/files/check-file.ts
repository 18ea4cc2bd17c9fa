// A file held to the rules of its format: recognises it as reading does, runs its checker, and gathers what was found. All
// findings are counted, the first of each rule are kept. For `genomecraft check`, the load kind and the tests.

import type { ByteSource } from "../base/byte-source.ts";
import type { Compression } from "../base/compressions.ts";
import { FailureError } from "../base/failure.ts";
import type { JsonObject } from "../base/json.ts";
import { checkedFormats, checkerOf } from "../checkers.ts";
import type { Finding, LineFix, Rule, Rules, Severity } from "../contract/check.ts";
import type { Inflate } from "../contract/engines.ts";
import type { Checker, CheckTask, Encoding } from "../contract/format.ts";
import { words as loadWords } from "../formats/parts/words.ts";
import { knownFormats } from "../known-formats.ts";
import { sentenceIn } from "../messages/catalogue.ts";
import type { Locale } from "../messages/locale.ts";
import type { Sentence } from "../messages/sentence.ts";
import { endsWithLastBlock } from "./last-block.ts";
import { joined } from "../base/joined-bytes.ts";
import { openFile, type OpenedFile } from "./open-file.ts";
import { notChecked, rulesOfAnyFile } from "./rules-of-any-file.ts";
import { watchText } from "./watch-text.ts";

export type CheckFinding = {
  readonly rule: string;
  readonly severity: Severity;
  readonly line: number | null;
  readonly byte?: number;
  readonly part?: string;
  readonly field: string | null;
  readonly found: string;
  readonly expected: Sentence;
  readonly section: string;
  readonly fix?: LineFix;
  readonly step?: JsonObject;
};

/** How often a rule was broken, in the order of the rules' first findings; of one that is softer in places, each severity. */
export type RuleCount = {
  readonly rule: string;
  readonly severity: Severity;
  readonly section: string;
  readonly count: number;
  /** By which what is loaded keeps the rule (contract/check.ts). */
  readonly step?: JsonObject;
};

export type FileCheck = {
  readonly file: string;
  readonly format: string;
  /** As the file says it. */
  readonly version: string | null;
  readonly compression: Compression;
  readonly strict: boolean;
  /** False: it could not be held to the rules of a format (it is unknown, empty, cannot be read, or nobody can tell what it is). */
  readonly checked: boolean;
  /** False: only its first bytes were wanted. */
  readonly isWhole: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly rules: readonly RuleCount[];
  /** The first of each rule, by their place. */
  readonly findings: readonly CheckFinding[];
};

export interface CheckFileOptions {
  /** What the file is to be taken for; absent or null: what is found in it. */
  readonly format?: string | null;
  readonly strict?: boolean;
  /** Of an archive: which file. */
  readonly part?: string | null;
  /** Of a text; absent or null: as it is found. */
  readonly encoding?: Encoding | null;
  /** So many bytes (unpacked) are read at most; absent: all. Of texts and what else is read from its beginning. */
  readonly mostBytes?: number;
  /** So many findings of each rule are kept; 20 by default. */
  readonly examples?: number;
  readonly inflate?: Inflate | undefined;
  readonly signal?: AbortSignal;
  progress?(fraction: number | null): void;
}

/** Never fails for reasons of the file. */
export async function checkFile(source: ByteSource, name: string, options: CheckFileOptions = {}): Promise<FileCheck> {
  const gathered = gather(options.strict ?? false, options.examples ?? 20);
  let isWhole = true;
  const answer = (format: string, opened: OpenedFile | null): FileCheck => ({
    file: name,
    format,
    version: opened?.recognised.format === format ? opened.recognised.version : null,
    compression: opened?.compression ?? "none",
    strict: options.strict ?? false,
    isWhole,
    ...gathered.result(),
  });
  const cannot = (rule: keyof typeof rulesOfAnyFile, params: JsonObject, found = ""): void =>
    gathered.report(rulesOfAnyFile, { rule, line: null, field: null, found, params });
  if (source.size === 0) {
    cannot("file-empty", {});
    return answer("empty", null);
  }
  let opened: OpenedFile;
  try {
    opened = await openFile(source, name, options.inflate, options.encoding ?? null, options.part ?? null);
  } catch (error) {
    reportFailure(gathered, error, name);
    return answer(options.format ?? "unknown", null);
  }
  const { recognised, compression, collection } = opened;
  if (collection && collection.items.length > 1 && !options.part)
    cannot("file-one-of-several", { count: collection.items.length }, collection.open);
  const format = options.format ?? checkedAs(recognised.format, opened.head.name);
  const listed = checkerOf(format);
  const formats = checkedFormats;
  if (recognised.damage && format === recognised.format) {
    const { line, found, expected } = recognised.damage;
    const params = { expected, format: format.toUpperCase() };
    gathered.report(rulesOfAnyFile, { rule: "file-first-line", line, field: null, found: found ?? "", params });
  }
  if (recognised.format === "empty") cannot("file-empty", {});
  else if (recognised.isTie && !options.format) {
    const tied = [recognised.format, ...recognised.alternatives.slice(0, 1).map((other) => other.format)];
    cannot("file-tie", { formats: tied }, tied.join(", "));
  } else if (!listed && recognised.format === "binary") cannot("file-unknown", { formats });
  else if (!listed) cannot("file-no-rules", { formats, format }, format);
  else {
    if (compression === "bgzf" && !(await endsWithLastBlock(opened.source))) cannot("file-last-block", {});
    isWhole = await runChecker(await listed(), { name, opened, format, gathered, options });
  }
  return answer(format, opened);
}

/** What is recognised; where nothing says more than its name, and the name is that of a format with rules, it is meant to be one. */
function checkedAs(recognised: string, name: string): string {
  if (checkerOf(recognised) || !general.has(recognised)) return recognised;
  // An ending that is also that of the general format says nothing.
  const own = knownFormats.find((format) => format.name === recognised)?.endings ?? [];
  const says = (ending: string): boolean => name.endsWith(ending) && !own.includes(ending);
  const named = knownFormats.filter(({ endings }) => endings.some(says));
  return named.find((format) => checkerOf(format.name))?.name ?? recognised;
}
const general: ReadonlySet<string> = new Set(["text", "tsv", "csv", "delimited", "key-value"]);

interface Running {
  readonly name: string;
  readonly opened: OpenedFile;
  readonly format: string;
  readonly gathered: Gathered;
  readonly options: CheckFileOptions;
}

/** Ends the reading of a file of which enough was seen. */
class Enough extends Error {}

async function* noMoreThan(chunks: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most) throw new Enough();
    yield chunk;
  }
}

/** Whether all of it was read. */
async function runChecker(checker: Checker, running: Running): Promise<boolean> {
  const { name, opened, format, gathered, options } = running;
  const isText = knownFormats.find((known) => known.name === format)?.isText ?? false;
  let isWatched = false;
  const { mostBytes = Number.POSITIVE_INFINITY } = options;
  const chunks = (): AsyncIterable<Uint8Array> => noMoreThan(opened.open(), mostBytes);
  const open = (): AsyncIterable<Uint8Array> => {
    if (!isText || isWatched) return chunks();
    isWatched = true;
    return watched(chunks(), gathered);
  };
  const task: CheckTask = {
    source: opened.source,
    parts: opened.parts,
    at: opened.at,
    beside: opened.beside,
    name,
    version: opened.recognised.format === format ? opened.recognised.version : null,
    open,
    inflate: options.inflate,
    fraction: opened.fraction,
    bytes: () => bytesOf(opened, name, format, options),
    ...(options.signal ? { signal: options.signal } : {}),
    progress: (fraction) => options.progress?.(fraction),
    report: (finding) => gathered.report(checker.rules, finding),
  };
  try {
    await checker.check(task);
  } catch (error) {
    if (error instanceof Enough) return false;
    reportFailure(gathered, error, name);
  }
  return true;
}

/** What is not streamed is read whole; beyond this it is refused. */
const largestWhole = 1 << 30;
async function bytesOf(
  opened: OpenedFile,
  name: string,
  format: string,
  { signal, mostBytes = Number.POSITIVE_INFINITY }: CheckFileOptions,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of noMoreThan(opened.open(), mostBytes)) {
    signal?.throwIfAborted();
    chunks.push(chunk.slice());
    size += chunk.length;
    if (size > largestWhole) throw new FailureError(loadWords.failure("file-too-large", { name, format }));
  }
  return joined(chunks, size);
}

async function* watched(chunks: AsyncIterable<Uint8Array>, gathered: Gathered): AsyncGenerator<Uint8Array> {
  const watch = watchText((rule, line, found, params = {}) =>
    gathered.report(rulesOfAnyFile, { rule, line, field: null, found, params }),
  );
  for await (const chunk of chunks) {
    watch.see(chunk);
    yield chunk;
  }
  watch.end();
}

function reportFailure(gathered: Gathered, error: unknown, name: string): void {
  if (!(error instanceof FailureError)) throw error;
  const { reason, params } = error.failure;
  const isCut = reason === loadWords.key("gzip-broken");
  const line = typeof params["line"] === "number" ? params["line"] : null;
  const rule = isCut ? "file-cut" : "file-unreadable";
  const bytes = typeof params["bytes"] === "number" ? { byte: params["bytes"] } : {};
  gathered.report(rulesOfAnyFile, {
    rule,
    line,
    ...bytes,
    field: null,
    found: "",
    params: { why: { key: reason, params: { name, ...params } } },
  });
}

interface Gathered {
  report(rules: Rules, finding: Finding): void;
  result(): Pick<FileCheck, "checked" | "errors" | "warnings" | "notes" | "rules" | "findings">;
}

/** Of a rule: what was counted and kept. */
interface Kept {
  readonly rule: string;
  readonly severity: Severity;
  readonly section: string;
  readonly step: { readonly step?: JsonObject };
  count: number;
  readonly findings: CheckFinding[];
}

function gather(isStrict: boolean, examples: number): Gathered {
  const kept = new Map<string, Kept>();
  return {
    report(rules, { rule, section, severity: own, found, params = {}, line, field, ...more }) {
      const known: Rule | undefined = Object.hasOwn(rules, rule) ? rules[rule] : undefined;
      if (!known) throw new TypeError(`a finding of the rule ${rule}, which is not in the list`);
      const severity = own ?? (isStrict ? known.severity : (known.relaxed ?? known.severity));
      const key = `${severity} ${rule}`;
      let of = kept.get(key);
      if (!of) {
        const step = known.step ? { step: known.step } : {};
        of = { rule, severity, section: section ?? known.section, step, count: 0, findings: [] };
        kept.set(key, of);
      }
      of.count++;
      if (of.findings.length >= examples) return;
      of.findings.push({
        rule,
        severity: of.severity,
        line,
        field,
        found: shown(found),
        expected: { key: known.expected, params },
        section: section ?? known.section,
        ...of.step,
        ...more,
      });
    },
    result() {
      const all = [...kept.values()];
      const count = (severity: Severity): number => all.reduce((sum, of) => sum + (of.severity === severity ? of.count : 0), 0);
      return {
        checked: !all.some(({ rule }) => notChecked.has(rule)),
        errors: count("error"),
        warnings: count("warning"),
        notes: count("note"),
        rules: all.map(({ rule, severity, section, count: times, step }) => ({ rule, severity, section, count: times, ...step })),
        findings: all.flatMap(({ findings }) => findings).sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
      };
    },
  };
}

const shown = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text);

/** The same with sentences: what `genomecraft check --json` prints of a file. */
export function checkInWords({ file, format, errors, warnings, findings }: FileCheck, locale: Locale): JsonObject {
  return {
    file,
    format,
    errors,
    warnings,
    findings: findings.map(({ expected, ...finding }) => ({
      ...finding,
      expected: sentenceIn(expected, locale),
    })),
  };
}
