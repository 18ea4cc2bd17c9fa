// `genomecraft export`, `import`, `audit verify`: a running server from the command line.

import { readFile, writeFile } from "node:fs/promises";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import { kindOf, kinds } from "@genomecraft/cells/kinds.ts";
import type { Notebook } from "@genomecraft/cells/notebook/notebook.ts";
import { parseNotebookFile, printNotebookFile } from "@genomecraft/cells/notebook/notebook-file.ts";
import { filesIn, openNotebook } from "../headless/open-notebook.ts";
import { refusalEnd } from "./run-command.ts";
import { ServerClient, type ServerFlags } from "./server-client.ts";
import { CommandEnd, type ExitCode, type Terminal } from "./terminal.ts";

interface DatasetList {
  readonly datasets: readonly { readonly id: string; readonly digest: string; readonly right: string }[];
}
interface Me {
  readonly labs: readonly { readonly id: string; readonly name: string }[];
}

async function labOf(
  client: ServerClient,
  wanted: string | undefined,
  terminal: Terminal,
): Promise<{ id: string; name: string }> {
  const { labs } = await client.json<Me>("GET", "/me");
  const names = labs.map((lab) => lab.name).join(", ");
  if (wanted !== undefined) {
    const found = labs.find((lab) => lab.id === wanted || lab.name.toLowerCase() === wanted.toLowerCase());
    if (!found) throw new CommandEnd(2, terminal.words("lab-unknown", { lab: wanted, names }));
    return found;
  }
  const [only] = labs;
  if (labs.length !== 1 || !only) throw new CommandEnd(2, terminal.words("lab-ambiguous", { n: labs.length, names }));
  return only;
}

/** Writes a notebook of the server as a file, or to standard output. */
export async function exportCommand(
  notebook: string,
  flags: ServerFlags & { readonly output?: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const text = await new ServerClient(flags, terminal).text(`/notebooks/${encodeURIComponent(notebook)}/export`);
  if (flags.output === undefined) process.stdout.write(text);
  else {
    const { output } = flags;
    await writeFile(output, text).catch((error: NodeJS.ErrnoException) => {
      throw new CommandEnd(1, terminal.words("write-failed", { file: output, detail: error.code ?? error.message }));
    });
  }
  return 0;
}

/** Uploads the data of a notebook file, as far as the lab has not got them yet, and makes the notebook, in a lab or inside a notebook that exists. */
export async function importCommand(
  file: string,
  flags: ServerFlags & { readonly lab?: string; readonly into?: string; readonly replace?: boolean; readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const opened = await openNotebook(file);
  if (!opened.ok) throw refusalEnd(file, opened.error, terminal);
  const client = new ServerClient(flags, terminal);
  const text = textForServer(await readFile(file, "utf8"), opened.value.notebook);
  const lab = flags.into === undefined ? await labOf(client, flags.lab, terminal) : null;
  const made =
    flags.into === undefined
      ? await client.json<{ id: string }>("POST", "/notebooks", {
          lab: lab?.id ?? "",
          title: opened.value.notebook.title,
          text,
        })
      : { id: flags.into };
  if (flags.into !== undefined) {
    await client.json("POST", `/notebooks/${encodeURIComponent(made.id)}/import`, {
      text,
      mode: flags.replace ? "replace" : "append",
    });
  }
  const labId = lab?.id ?? (await client.json<{ lab: { id: string } }>("GET", `/notebooks/${made.id}`)).lab.id;
  const names = new Map(opened.value.notebook.cells.flatMap((cell) => filesIn(cell.spec)).map((ref) => [ref.digest, ref.name]));
  const { datasets } = await client.json<DatasetList>("GET", `/datasets?lab=${encodeURIComponent(labId)}&limit=1000`);
  for (const [digest, at] of opened.value.paths) {
    const name = names.get(digest) ?? at;
    const there = datasets.find((dataset) => dataset.digest === digest && dataset.right === "own");
    if (there) {
      await client.json("POST", `/notebooks/${encodeURIComponent(made.id)}/datasets`, { dataset: there.id });
      terminal.say(terminal.words("file-there", { file: name }));
      continue;
    }
    const upload = await client.upload(at, { lab: labId, notebook: made.id }, (share) =>
      terminal.progress(`${name} ${Math.round(share * 100)} %`),
    );
    await client.json("POST", "/datasets", { upload, lab: labId, name, notebook: made.id });
    terminal.say(terminal.words("file-uploaded", { file: name }));
  }
  const url = `${client.base}/n/${made.id}`;
  terminal.out(flags.json ? JSON.stringify({ id: made.id, url }) : terminal.words("imported", { url }));
  return 0;
}

/** As it was written; files that it names by their path alone are named by what they hold, since the server does not see the path. */
function textForServer(text: string, notebook: Notebook): string {
  const alone = parseNotebookFile(text, kindOf, { kindNames: Object.keys(kinds) });
  return alone.ok ? text : printNotebookFile(notebook, kindOf);
}

export interface AuditVerdict {
  readonly intact: boolean;
  readonly sealed: number;
  readonly unsealed: number;
  readonly breaks: readonly { readonly what: AuditBreak; readonly place: number | null; readonly entry: number | null }[];
}
type AuditBreak = "changed" | "missing" | "cut-off" | "rewritten" | "forged" | "head" | "other-key";
const breakWords = {
  changed: "audit-changed",
  missing: "audit-missing",
  "cut-off": "audit-cut-off",
  rewritten: "audit-rewritten",
  forged: "audit-forged",
  head: "audit-no-head",
  "other-key": "audit-other-key",
} as const;

export function sayVerdict(lab: string, { intact, sealed, unsealed, breaks }: AuditVerdict, terminal: Terminal): void {
  if (intact) terminal.out(terminal.words("audit-intact", { lab, n: sealed, tail: unsealed }));
  for (const { what, place, entry } of breaks)
    terminal.out(terminal.words(breakWords[what], { lab, place: place ?? "?", entry: entry ?? "?" }));
}

const labsAsked = async (client: ServerClient, lab: string | undefined, terminal: Terminal) =>
  lab === undefined ? (await client.json<Me>("GET", "/me")).labs : [await labOf(client, lab, terminal)];

/** Heads by lab, of a line or of a file of lines. */
async function headsSince(given: string | undefined, terminal: Terminal): Promise<ReadonlyMap<string, string>> {
  if (given === undefined) return new Map();
  const text = given.startsWith("gc-audit-")
    ? given
    : await readFile(given, "utf8").catch((error: NodeJS.ErrnoException) => {
        throw new CommandEnd(2, terminal.words("audit-since", { since: given, detail: error.code ?? error.message }));
      });
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const heads = lines.map((line) => [line.trim().split(".")[1] ?? "", line.trim()] as const);
  if (heads.length === 0 || heads.some(([lab]) => lab === ""))
    throw new CommandEnd(2, terminal.words("audit-since", { since: given, detail: "gc-audit-1…" }));
  return new Map(heads);
}

/** Exits with 0 only when every record that was asked for is whole and grew out of the head that was given for it. */
export async function auditVerifyCommand(
  flags: ServerFlags & { readonly lab?: string; readonly since?: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const heads = await headsSince(flags.since, terminal);
  const client = new ServerClient(flags, terminal);
  const asked = await labsAsked(client, flags.lab, terminal);
  // A head that nothing is compared with would be a promise that nobody keeps.
  for (const lab of heads.keys())
    if (!asked.some(({ id }) => id === lab)) throw new CommandEnd(2, terminal.words("audit-head-of", { lab }));
  const chosen = heads.size === 0 ? asked : asked.filter(({ id }) => heads.has(id));
  const verdicts: JsonObject[] = [];
  let intact = true;
  for (const lab of chosen) {
    const since = heads.get(lab.id);
    const verdict = await client.json<AuditVerdict>(
      "GET",
      `/labs/${encodeURIComponent(lab.id)}/audit/verify${since === undefined ? "" : `?since=${encodeURIComponent(since)}`}`,
    );
    intact &&= verdict.intact;
    verdicts.push({ lab, ...verdict });
    if (flags.json) continue;
    sayVerdict(lab.name, verdict, terminal);
  }
  if (flags.json) terminal.out(JSON.stringify({ intact, labs: verdicts }, null, 2));
  return intact ? 0 : 1;
}

export async function auditHeadCommand(
  flags: ServerFlags & { readonly lab?: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const client = new ServerClient(flags, terminal);
  const labs: JsonObject[] = [];
  for (const lab of await labsAsked(client, flags.lab, terminal)) {
    const found = await client.json<{ head: string | null }>("GET", `/labs/${encodeURIComponent(lab.id)}/audit/head`);
    labs.push({ lab, ...found });
    if (!flags.json && found.head !== null) terminal.out(found.head);
  }
  if (flags.json) terminal.out(JSON.stringify({ labs }, null, 2));
  return 0;
}
