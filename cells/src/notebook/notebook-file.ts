// Reads a notebook from its file form, `*.gc.md` (docs/NOTEBOOK-FORMAT.md), or says on which lines it is wrong. Nothing is
// guessed: unknown keys, kinds and names are refused. Printing is print-notebook-file.ts. Used by the command line, by
// import and export.

import type { MessageKey } from "../base/failure.ts";
import type { CellId } from "../base/ids.ts";
import { isJsonObject, type Json, type JsonObject } from "../base/json.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { Kind } from "../contract/kind.ts";
import { hidesLetters, isCellName, nameKey, nearestName } from "./cell-name.ts";
import { dependencyGraph, lookAtCells } from "./dependency-graph.ts";
import { type Draft, type ParseOptions, toCell } from "./cell-of-draft.ts";
import { fileBlocks, fileProblem, type FileBlock, type FileProblem } from "./file-blocks.ts";
import { readTiles } from "./file-dashboard.ts";
import { DefaultIds, isCodeKind, reservedOptions } from "./file-shape.ts";
import { parseInfoLine } from "./info-line.ts";
import type { KindOf } from "../contract/kind-of.ts";
import type { Cell, CellMode, Notebook } from "./notebook.ts";
import { keysBetween } from "./order-key.ts";
import { inTurns, type Turns } from "../base/turns.ts";
import { parseYamlBody, type YamlBody } from "./yaml-body.ts";
import { words } from "./words.ts";

export type { FileProblem } from "./file-blocks.ts";
export { printNotebookFile } from "./print-notebook-file.ts";

const ofCycles: ReadonlySet<MessageKey> = new Set([words.key("cycle"), words.key("cycle-self")]);

type Parsed = Result<Notebook, readonly FileProblem[]>;

/** Answers the notebook, or everything that is wrong with the file in order of lines. */
export function parseNotebookFile(text: string, kindOf: KindOf, options: ParseOptions = {}): Parsed {
  const parsing = parseInParts(text, kindOf, options);
  for (;;) {
    const { done, value } = parsing.next();
    if (done) return value;
  }
}

/** The same where others wait for this thread. */
export const parseNotebookFileInTurns = (
  text: string,
  kindOf: KindOf,
  { turns, ...options }: ParseOptions & { readonly turns: Turns },
): Promise<Parsed> => inTurns(parseInParts(text, kindOf, options), turns);

/** Yields where a cell was read. */
function* parseInParts(text: string, kindOf: KindOf, options: ParseOptions): Generator<undefined, Parsed> {
  const plain = text.replace(/^\ufeff/, "");
  // A file saved with Windows line ends throughout is the same file.
  const lines = (plain.startsWith("---\r\n") ? plain.replaceAll("\r\n", "\n") : plain).replace(/\n$/, "").split("\n");
  const problems: FileProblem[] = [];
  const front = parseFront(lines, problems);
  const { blocks, problems: outer } = fileBlocks(lines.slice(front.end), front.end + 1);
  problems.push(...outer);
  const { drafts, dashboard } = yield* readBlocks(blocks, kindOf, options, problems);
  const ids = refuseTwice(drafts, problems);
  // A name in the header of a block that was refused leads somewhere, too: its own line says what is wrong with it.
  const said = new Set(
    blocks.flatMap((block) => (block.type === "fence" ? [nameKey(parseInfoLine(block.info).words[1] ?? "")] : [])),
  );
  const find = (name: string): CellId | null =>
    ids.get(nameKey(name)) ?? (said.has(nameKey(name)) ? (`cell_${name}` as CellId) : null);
  const orders = keysBetween(null, null, drafts.length);
  const cells: Cell[] = [];
  for (const [index, draft] of drafts.entries()) {
    yield;
    cells.push(toCell(draft, orders[index] as string, { find, drafts, options, problems }));
  }
  const tiles = dashboard ? readTiles(dashboard, find, { known: new Set(cells.map((cell) => cell.id)), said }, problems) : [];
  const notebook: Notebook = {
    ...(front.id === undefined ? {} : { id: front.id }),
    title: front.title,
    cells,
    layout: { tiles },
  };
  if (problems.length === 0) {
    yield* lookAtCells(notebook, kindOf);
    for (const [id, graph] of dependencyGraph(notebook, kindOf).cells) {
      const line = drafts.find((draft) => draft.id === id)?.line ?? 1;
      if (graph.problem && ofCycles.has(graph.problem.reason)) problems.push({ line, failure: graph.problem });
    }
  }
  return problems.length > 0 ? err(problems.sort((a, b) => a.line - b.line)) : ok(notebook);
}

// ---- front matter ---------------------------------------------------------------------------------------------------

function parseFront(
  lines: readonly string[],
  problems: FileProblem[],
): { readonly title: string; readonly id?: string; readonly end: number } {
  const end = lines[0] === "---" ? lines.indexOf("---", 1) : -1;
  if (end < 0) {
    problems.push(fileProblem(1, "file-front-missing"));
    return { title: "", end: 0 };
  }
  const body = parseYamlBody(lines.slice(1, end).join("\n"), 2);
  problems.push(...body.problems);
  const front = isJsonObject(body.value) ? body.value : {};
  for (const key of Object.keys(front)) {
    if (!["format", "title", "id"].includes(key)) problems.push(fileProblem(body.lineOf([key]), "file-front-key", { key }));
  }
  if (body.problems.length === 0 && front.format !== 1) {
    const { format } = front;
    const isNewer = typeof format === "number" && format > 1;
    problems.push(
      format === undefined
        ? fileProblem(1, "file-format-missing")
        : fileProblem(body.lineOf(["format"]), isNewer ? "file-format-newer" : "file-format", {
            format: JSON.stringify(format),
          }),
    );
  }
  for (const key of ["title", "id"]) {
    const value = front[key];
    if (value !== undefined && typeof value !== "string")
      problems.push(fileProblem(body.lineOf([key]), "file-front-text", { key }));
  }
  return {
    title: typeof front.title === "string" ? front.title : "",
    ...(typeof front.id === "string" ? { id: front.id } : {}),
    end: end + 1,
  };
}

// ---- blocks ---------------------------------------------------------------------------------------------------------

type Fence = Extract<FileBlock, { type: "fence" }>;

function* readBlocks(
  blocks: readonly FileBlock[],
  kindOf: KindOf,
  options: ParseOptions,
  problems: FileProblem[],
): Generator<undefined, { readonly drafts: readonly Draft[]; readonly dashboard: Fence | null }> {
  const drafts: Draft[] = [];
  const ids = new DefaultIds();
  const note = kindOf("note");
  let dashboard: Fence | null = null;
  const read = (kind: Kind, block: { readonly line: number; readonly info: string }, body: BodyOf): void => {
    const draft = readHeader(kind, block, ids, body, problems);
    if (draft) drafts.push(draft);
  };
  for (const [index, block] of blocks.entries()) {
    yield;
    if (block.type === "prose") {
      const mark = blocks[index - 1];
      const info = mark?.type === "mark" ? mark.info : "";
      if (note) read(note, { line: block.line, info: `note ${info}` }, codeBody(block.text));
      continue;
    }
    if (block.type === "mark") {
      if (note && blocks[index + 1]?.type !== "prose") read(note, { line: block.line, info: `note ${block.info}` }, codeBody(""));
      continue;
    }
    const word = /^\S+/u.exec(block.info)?.[0] ?? "";
    if (word === "dashboard") {
      if (dashboard || block.info !== "dashboard") problems.push(fileProblem(block.line, "file-dashboard"));
      dashboard = block;
      continue;
    }
    const kind = kindOf(word);
    if (!kind) {
      const near = nearestName(word, options.kindNames ?? []);
      problems.push(
        near
          ? fileProblem(block.line, "file-kind-near", { kind: word, near })
          : fileProblem(block.line, "file-kind-unknown", { kind: word }),
      );
      continue;
    }
    read(kind, block, isCodeKind(kind) ? codeBody(block.body) : yamlBody(block));
  }
  return { drafts, dashboard };
}

type BodyOf = (
  kind: Kind,
  options: ReadonlyMap<string, Json>,
) => { readonly written: JsonObject; readonly body: Pick<YamlBody, "lineOf" | "problems"> | null };

const codeBody =
  (text: string): BodyOf =>
  (kind, options) => ({ written: { ...Object.fromEntries(options), [kind.textFields[0] as string]: text }, body: null });

const yamlBody =
  (block: Fence): BodyOf =>
  () => {
    const body = parseYamlBody(block.body, block.line + 1);
    const value = body.value ?? {};
    if (isJsonObject(value)) return { written: value, body };
    return {
      written: {},
      body: { lineOf: body.lineOf, problems: [...body.problems, fileProblem(block.line + 1, "file-not-fields")] },
    };
  };

function readHeader(
  kind: Kind,
  block: { readonly line: number; readonly info: string },
  ids: DefaultIds,
  bodyOf: BodyOf,
  problems: FileProblem[],
): Draft | null {
  const { line } = block;
  const before = problems.length;
  const info = parseInfoLine(block.info);
  if (info.wrong !== null) problems.push(fileProblem(line, "file-option-unreadable", { option: info.wrong }));
  const [, name = "", extra] = info.words;
  if (extra !== undefined) problems.push(fileProblem(line, "file-option-unreadable", { option: extra }));
  if (name !== "" && (!isCellName(name) || hidesLetters(name))) problems.push(fileProblem(line, "file-name-refused", { name }));
  const own = new Map<string, Json>();
  const spec = new Map<string, Json>();
  for (const [key, value] of info.options) {
    if (reservedOptions.has(key)) own.set(key, value);
    else if (isCodeKind(kind)) spec.set(key.replace(/^spec\./, ""), value);
    else problems.push(fileProblem(line, "file-option-unknown", { option: key }));
  }
  const said = own.get("id");
  const standard = kind.kind === "note" ? ids.ofNote() : ids.of(name, typeof said === "string" ? said : null);
  const id = said ?? standard;
  const mode = own.get("mode") ?? kind.mode;
  const specVersion = own.get("spec") ?? 1;
  const was = own.get("was") ?? [];
  const aliases = typeof was === "string" ? [was] : was;
  const wrong = (option: string): void => {
    problems.push(fileProblem(line, "file-option-unreadable", { option }));
  };
  if (typeof id !== "string" || id === "" || id === "__proto__") wrong("id");
  if (mode !== "auto" && mode !== "manual" && mode !== "off") wrong("mode");
  if (!Number.isInteger(specVersion) || (specVersion as number) < 1) wrong("spec");
  if (!Array.isArray(aliases) || !aliases.every((alias: Json) => typeof alias === "string")) wrong("was");
  if (kind.kind !== "note" && name === "" && said === undefined)
    problems.push(fileProblem(line, "file-name-missing", { kind: kind.kind }));
  if ((specVersion as number) > kind.specVersion) problems.push(fileProblem(line, "spec-newer", { kind: kind.kind }));
  const { written, body } = bodyOf(kind, spec);
  if (body) problems.push(...body.problems);
  if (problems.length > before) return null;
  return {
    line,
    kind,
    id: id as CellId,
    name,
    aliases: [...(aliases as readonly string[])].sort(),
    mode: mode as CellMode,
    specVersion: specVersion as number,
    written,
    lineOf: body ? body.lineOf : () => line,
  };
}

/** Refuses names and ids that stand twice; answers the id behind each name, former names too. */
function refuseTwice(drafts: readonly Draft[], problems: FileProblem[]): ReadonlyMap<string, CellId> {
  const byName = new Map<string, Draft>();
  const seen = new Map<string, Draft>();
  for (const draft of drafts) {
    const other = seen.get(draft.id);
    if (other) problems.push(fileProblem(draft.line, "file-id-twice", { id: draft.id, line: other.line }));
    seen.set(draft.id, draft);
    if (draft.name === "") continue;
    const namesake = byName.get(nameKey(draft.name));
    if (namesake) problems.push(fileProblem(draft.line, "file-name-twice", { name: draft.name, line: namesake.line }));
    else byName.set(nameKey(draft.name), draft);
  }
  const ids = new Map<string, CellId>();
  for (const draft of drafts) for (const alias of draft.aliases) if (!ids.has(nameKey(alias))) ids.set(nameKey(alias), draft.id);
  for (const [key, draft] of byName) ids.set(key, draft.id);
  return ids;
}
