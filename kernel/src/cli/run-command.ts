// `genomecraft run`: a notebook file from start to end, its results told cell by cell, its outputs exported.

import path from "node:path";
import type { Json, JsonObject } from "@genomecraft/cells/base/json.ts";
import type { Failure } from "@genomecraft/cells/base/failure.ts";
import { shortDigest } from "@genomecraft/cells/base/digest.ts";
import { artifactCardOf } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import type { ArtifactSummary } from "@genomecraft/cells/artifacts/artifact.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import type { SettledDoubt } from "@genomecraft/cells/doubts-of-artifact.ts";
import { otherwise } from "@genomecraft/cells/messages/settings/setting-in-words.ts";
import { sentenceIn } from "@genomecraft/cells/messages/catalogue.ts";
import { sentencesIn } from "@genomecraft/cells/messages/sentence.ts";
import { formatNumber } from "@genomecraft/cells/messages/translate.ts";
import { readOwnWorkerMemory, readRunMinutes, type RunMinutes } from "../config.ts";
import { type CellRun, type NotebookRun, runNotebookFile } from "../headless/run-notebook.ts";
import { withKnownKinds } from "../pool/run-limit.ts";
import type { GivenValue, OpenRefusal } from "../headless/open-notebook.ts";
import { type ExportRequest, exportsRefusal, readExportRequest, readPaper, writeExport } from "./export-output.ts";
import { CommandEnd, type ExitCode, shownBytes, shownDuration, type Terminal } from "./terminal.ts";
import { whatMends } from "./what-mends.ts";

export interface RunFlags {
  readonly set?: readonly string[];
  readonly export?: readonly string[];
  readonly only?: readonly string[];
  readonly fresh?: boolean;
  readonly figureWidth?: string;
  readonly dpi?: string;
  readonly json?: boolean;
}

export async function runCommand(file: string, flags: RunFlags, terminal: Terminal): Promise<ExitCode> {
  const set = readSet(flags.set ?? [], terminal);
  const exports: ExportRequest[] = (flags.export ?? []).map((text) => {
    const request = readExportRequest(text);
    if (!request.ok) throw new CommandEnd(2, terminal.sentence(request.error));
    return request.value;
  });
  const paper = readPaper(flags.figureWidth, flags.dpi);
  if (!paper.ok) throw new CommandEnd(2, terminal.sentence(paper.error));
  const limits = limitsHere();
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const result = await runNotebookFile(file, {
    set,
    ...(flags.only ? { only: flags.only } : {}),
    ...(flags.fresh ? { fresh: true } : {}),
    signal: abort.signal,
    ...limits,
    check: (opened) => exportsRefusal(opened, exports),
    onEvent: (event) => {
      if (event.type === "no-walls") terminal.say(terminal.words("no-walls", { reason: event.reason }));
      if (event.type === "log") {
        for (const line of event.text.trimEnd().split("\n")) terminal.say(`${event.cell.name}: ${line}`);
      }
      if (event.type === "altered") terminal.say(terminal.words("kept-altered", { name: event.cell.name }));
      if (event.type === "progress") {
        const share = event.fraction === null ? "" : ` ${Math.round(event.fraction * 100)} %`;
        terminal.progress(`${event.cell.name} ...${share}`);
      }
      if (event.type === "cell" && event.session.status.state === "running") terminal.progress(`${event.cell.name} ...`);
    },
  });
  process.removeListener("SIGINT", stop);
  process.removeListener("SIGTERM", stop);
  terminal.progress("");
  if (!result.ok) throw refusalEnd(file, result.error, terminal);
  const run = result.value;
  if (flags.json) terminal.out(JSON.stringify(runAsJson(file, run, terminal), null, 2));
  else tell(run, terminal);
  if (abort.signal.aborted) throw new CommandEnd(1, terminal.words("interrupted"));

  let exported = true;
  for (const request of exports) {
    const written = await writeExport(run, request, { locale: terminal.locale, paper: paper.value });
    const name = `${request.cell}${request.port ? `.${request.port}` : ""}`;
    if (written.ok) terminal.say(terminal.words("exported", { name, file: request.file, size: shownBytes(written.value) }));
    else {
      exported = false;
      terminal.say(terminal.sentence(written.error));
    }
  }
  if (run.cells.some((cell) => cardOf(cell.kind)?.place !== "inline")) {
    terminal.say(terminal.words("plain-text", { folder: path.relative(process.cwd(), run.opened.folder) || "." }));
  }
  for (const given of set) {
    const cell = run.cells.find((each) => cardOf(each.kind)?.control && each.name.toLowerCase() === given.name.toLowerCase());
    // A value that is refused by what the parameter picks from.
    if (cell?.state === "failed" && cell.failure)
      throw refusalEnd(file, { what: "value", failure: cell.failure, ...given }, terminal);
  }
  return run.ok && exported ? 0 : 1;
}

/** A setting of kernels, which holds for runs in place too. */
/** What the environment says of how long and how large cells may be; a setting that cannot be is wrong usage. */
export const limitsHere = (): { readonly runMinutes: RunMinutes; readonly memoryBytes: number } => ({
  runMinutes: settingHere(() => withKnownKinds(readRunMinutes())),
  memoryBytes: settingHere(() => readOwnWorkerMemory()),
});

function settingHere<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new CommandEnd(2, error instanceof Error ? error.message : String(error));
  }
}

function readSet(texts: readonly string[], terminal: Terminal): readonly GivenValue[] {
  return texts.map((given) => {
    const match = /^([^=]+)=(.*)$/su.exec(given);
    if (!match) throw new CommandEnd(2, terminal.words("set-unreadable", { text: given }));
    const [, name = "", text = ""] = match;
    return { name: name.trim(), text };
  });
}

export function refusalEnd(file: string, refusal: OpenRefusal, terminal: Terminal): CommandEnd {
  if (refusal.what === "value") {
    const { name, text, failure } = refusal;
    const sentence = terminal.words("value-refused", { name, value: text, why: terminal.sentence(failure) });
    return new CommandEnd(2, sentence, { failure: reasonOf(failure) });
  }
  if (refusal.what !== "wrong")
    return new CommandEnd(2, terminal.sentence(refusal.failure), { failure: reasonOf(refusal.failure) });
  const lines = refusal.problems.map(({ line, failure }) =>
    terminal.words("notebook-wrong", { file, line: String(line), sentence: terminal.sentence(failure) }),
  );
  const problems = refusal.problems.map(({ line, failure }) => ({
    line,
    ...reasonOf(failure),
    message: terminal.sentence(failure),
  }));
  return new CommandEnd(2, lines.join("\n"), { problems });
}

const reasonOf = ({ reason, params }: Failure): JsonObject => ({ reason, params });

export const runAsJson = (file: string, run: NotebookRun, terminal: Terminal): JsonObject => ({
  notebook: { file, title: run.opened.notebook.title },
  cells: run.cells.map((cell) => ({
    id: cell.id,
    name: cell.name,
    kind: cell.kind,
    state: cell.state,
    cached: cell.cached,
    ms: cell.ms,
    key: cell.key,
    outputs: Object.fromEntries(
      Object.entries(cell.outputs).map(([port, { digest, summary }]) => [port, { digest, type: summary.type, summary: summary }]),
    ),
    failure: cell.failure ? { ...cell.failure, message: terminal.sentence(cell.failure) } : null,
    ...(cell.doubts.length + cell.told.length > 0
      ? { doubts: [...cell.doubts, ...cell.told].map((doubt) => ({ ...doubt, message: sentenceIn(doubt, terminal.locale) })) }
      : {}),
  })),
});

const otherwiseOf = ({ fix, step }: SettledDoubt, terminal: Terminal): string =>
  [...(fix ? [otherwise(fix, terminal.locale)] : []), ...(step ? [whatMends(step, terminal.locale)] : [])].join(" ");

/** Verdicts of quality are lines of a list, without a full stop. */
const withWhatMends = (said: string, mends: string): string =>
  mends === "" ? said : `${/[.!?…]$/u.test(said) ? said : `${said}.`} ${mends}`;

const glyphs: { readonly [state: string]: string } = { fresh: "✓", failed: "✗", invalid: "✗", blocked: "↑", off: "·" };

function tell(run: NotebookRun, terminal: Terminal): void {
  const cells = run.cells.filter((cell) => cardOf(cell.kind)?.frame !== "prose" || cell.failure);
  const width = Math.max(8, ...cells.map((cell) => cell.name.length));
  if (run.opened.notebook.title) terminal.out(run.opened.notebook.title);
  const nameOf = (id: string): string => run.opened.notebook.cells.find((cell) => cell.id === id)?.name ?? id;
  for (const cell of cells) {
    const glyph = glyphs[cell.state] ?? "○";
    terminal.out(`  ${glyph} ${cell.name.padEnd(width)}  ${cell.kind.padEnd(9)}  ${lineOf(cell, run, nameOf, terminal)}`);
    if (cell.failure) terminal.out(`      ${terminal.sentence(cell.failure)}`);
    for (const also of sentencesIn(cell.failure?.params["also"])) terminal.out(`      ${sentenceIn(also, terminal.locale)}`);
    for (const doubt of [...cell.doubts, ...(cell.isInLog ? [] : cell.told)]) {
      terminal.out(`      ${withWhatMends(sentenceIn(doubt, terminal.locale), otherwiseOf(doubt, terminal))}`);
    }
  }
  const done = cells.filter((cell) => cell.state === "fresh");
  const cached = done.filter((cell) => cell.cached).length;
  const parts = [
    terminal.words("count-cells", { n: cells.length }),
    terminal.words("count-fresh", { n: done.length }),
    ...(cached > 0 ? [terminal.words("count-cached", { n: cached })] : []),
    ...(cells.length > done.length ? [terminal.words("count-failed", { n: cells.length - done.length })] : []),
  ];
  terminal.out(`  ${parts.join(", ")}.`);
}

function lineOf(cell: CellRun, run: NotebookRun, nameOf: (id: string) => string, terminal: Terminal): string {
  if (cell.state !== "fresh") {
    const status = run.status(cell.id);
    const params: { [key: string]: Json } = {};
    if (status?.state === "blocked") params.name = nameOf(status.by);
    if (status?.state === "waiting") params.name = nameOf(status.for);
    if (status?.state === "needs-input") params.field = status.field;
    return terminal.words(`state-${cell.state}`, params);
  }
  const main = Object.values(cell.outputs)[0];
  const what = main ? summaryWords(main.summary, terminal) : "";
  const time = cell.cached ? terminal.words("cached") : shownDuration(cell.ms ?? 0);
  return `${what.padEnd(28)}  ${main ? shortDigest(main.digest) : ""}  ${time}`;
}

export function summaryWords(summary: ArtifactSummary, terminal: Terminal): string {
  const { words, brief } = artifactCardOf(summary);
  const type = words.say("name", {}, terminal.locale);
  if (brief === "value") {
    const shown = JSON.stringify(summary.detail?.value ?? null);
    return `${type} ${shown.length > 20 ? `${shown.slice(0, 19)}…` : shown}`;
  }
  const shape = summary.shape.map((length) => formatNumber(length, terminal.locale)).join(" × ");
  return shape ? `${type} ${shape}` : type;
}
