// Results of headless runs in a folder beside the notebook (.genomecraft/): results by key as JSON, artifacts by digest
// as files. Plain text: nothing here is encrypted, and a note in the folder says so. What is kept can be changed by
// anybody, so its content is compared with its digest before it counts, once a process; what does not agree is made again.

import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { artifactFromJson } from "@genomecraft/cells/artifacts/artifact-json.ts";
import { decodeArtifact } from "@genomecraft/cells/artifacts/bytes-of-artifact.ts";
import type { CellId, Digest, ResultKey } from "@genomecraft/cells/base/ids.ts";
import type { ResultLookup } from "@genomecraft/cells/runtime/notebook-runtime.ts";
import type { StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { ShownResult } from "@genomecraft/cells/session/cell-status.ts";
import type { ArtifactStore } from "../artifact-store.ts";
import { describeArtifact, digestOnNode } from "../describe-artifact.ts";

const note = `This folder holds results of notebooks that were run here, so that a second run can reuse them.
They are NOT encrypted: keep the folder as safe as the data that they were made from.
Everything in it can be made again; it may be deleted at any time.
`;

interface StoredResult {
  readonly outcome: StepOutcome;
  readonly at: number;
}

/** A failure that says nothing about the inputs is tried again next time. */
const isPassing = (outcome: StepOutcome): boolean =>
  !outcome.ok &&
  /^(general\.(internal|out-of-memory|took-longer|worker-lost|file-missing)|artifacts\.(unreadable|altered))$/.test(
    outcome.failure.reason,
  );

export class FolderResults implements ResultLookup, ArtifactStore {
  readonly folder: string;
  private readonly notebook: string;
  /** Keys of results that were found with another content than their digest says. */
  readonly altered = new Set<ResultKey>();
  private readonly checked = new Map<Digest, Promise<OutputRef | null>>();
  private made = false;
  private showing: Promise<void> = Promise.resolve();
  /** Read once, for all who ask: what one of them sets stands for the others, too. */
  private shownCells: Promise<{ [cell: string]: ShownResult }> | null = null;

  /** `notebook` names the file that what is on show belongs to. */
  constructor(folder: string, notebook: string) {
    this.folder = folder;
    this.notebook = notebook;
  }

  async find(key: ResultKey): ReturnType<ResultLookup["find"]> {
    const found = await this.recorded(key);
    if (!found?.outcome.ok) return found;
    const { outcome, reused } = found;
    const outputs: { [port: string]: OutputRef } = {};
    for (const [port, output] of Object.entries(outcome.outputs)) {
      const kept = await this.check(output.digest);
      if (!kept || !isWhole(output)) {
        this.altered.add(key);
        return null;
      }
      // What is shown of it comes from what was compared, not from what stands in the list.
      outputs[port] = kept;
    }
    return { outcome: { ...outcome, key, outputs }, reused };
  }

  /** What was written down, looked at by nobody. Null too where an artifact is not there. */
  async recorded(key: ResultKey): ReturnType<ResultLookup["find"]> {
    const stored = await this.readJson<StoredResult>(path.join("results", `${key}.json`));
    if (!stored) return null;
    // A run that was killed may have recorded a result whose artifacts never arrived.
    if (stored.outcome.ok) {
      for (const output of Object.values(stored.outcome.outputs)) if (!existsSync(this.artifactPath(output.digest))) return null;
    }
    return { outcome: stored.outcome, reused: { run: null, by: "", at: stored.at } };
  }

  /** What is kept under a digest, described from its content; null where that is missing or another. */
  check(digest: Digest): Promise<OutputRef | null> {
    const known = this.checked.get(digest);
    if (known) return known;
    const checking = this.describe(digest);
    this.checked.set(digest, checking);
    return checking;
  }

  private async describe(digest: Digest): Promise<OutputRef | null> {
    const bytes = await readFile(this.artifactPath(digest)).catch(() => null);
    const decoded = bytes ? decodeArtifact(bytes) : null;
    if (!decoded?.ok) return null;
    try {
      const described = describeArtifact(decoded.value);
      return described.digest === digest ? described : null;
    } catch {
      // Changed bytes may decode to what no artifact is.
      return null;
    }
  }

  /** Whether a result of that key was ever written down here. */
  has(key: ResultKey): boolean {
    return existsSync(path.join(this.folder, "results", `${key}.json`));
  }

  async store(outcome: StepOutcome, at: number): Promise<void> {
    if (isPassing(outcome)) return;
    await this.writeJson(path.join("results", `${outcome.key}.json`), { outcome, at } satisfies StoredResult);
  }

  async shown(cell: CellId): Promise<ShownResult | null> {
    const shown = await this.wasShown(cell);
    if (!shown) return null;
    const stored = await this.recorded(shown.key);
    const outputs: { [port: string]: OutputRef } = {};
    for (const [port, output] of Object.entries(stored?.outcome.ok ? stored.outcome.outputs : shown.outputs)) {
      const kept = await this.check(output.digest);
      if (!kept) return null;
      outputs[port] = kept;
    }
    return { ...shown, outputs };
  }

  /** What was on show as it was written down, looked at by nobody. */
  async wasShown(cell: CellId): Promise<ShownResult | null> {
    const shown = await this.loadShown();
    return (Object.hasOwn(shown, cell) ? shown[cell] : null) ?? null;
  }

  async show(cell: CellId, result: ShownResult): Promise<void> {
    const shown = await this.loadShown();
    shown[cell] = result;
    // One write at a time, and each writes all that is known: the last one on disk is the newest.
    this.showing = this.showing.then(() => this.writeJson(this.shownPath(), shown)).catch(() => {});
    await this.showing;
  }

  async get(digest: Digest): Promise<Uint8Array | null> {
    return (await this.check(digest)) ? this.read(digest) : null;
  }

  /** The bytes as they lie there, whatever they are. */
  read(digest: Digest): Promise<Uint8Array | null> {
    return readFile(this.artifactPath(digest)).catch(() => null);
  }

  async put(digest: Digest, bytes: Uint8Array): Promise<void> {
    const file = this.artifactPath(digest);
    if (existsSync(file) && (await this.check(digest))) return;
    await this.make();
    await writeWhole(file, bytes);
    this.checked.delete(digest);
  }

  private artifactPath(digest: string): string {
    return path.join(this.folder, "artifacts", digest.slice(0, 2), digest);
  }
  private shownPath(): string {
    return path.join("shown", `${this.notebook.replace(/[^\w.-]+/g, "_")}.json`);
  }
  private loadShown(): Promise<{ [cell: string]: ShownResult }> {
    this.shownCells ??= this.readJson<{ [cell: string]: ShownResult }>(this.shownPath()).then((shown) => shown ?? {});
    return this.shownCells;
  }
  private async make(): Promise<void> {
    if (this.made) return;
    this.made = true;
    await mkdir(this.folder, { recursive: true });
    await writeFile(path.join(this.folder, "README.txt"), note);
    await writeFile(path.join(this.folder, ".gitignore"), "*\n");
  }
  private async readJson<T>(name: string): Promise<T | null> {
    try {
      return JSON.parse(await readFile(path.join(this.folder, name), "utf8")) as T;
    } catch {
      return null;
    }
  }
  private async writeJson(name: string, value: unknown): Promise<void> {
    await this.make();
    await writeWhole(path.join(this.folder, name), JSON.stringify(value));
  }
}

/** What stands inline in the list is what the digest beside it says. */
export function isWhole({ digest, inline }: OutputRef): boolean {
  if (inline === undefined) return true;
  try {
    return digestOnNode(artifactFromJson(inline)) === digest;
  } catch {
    return false;
  }
}

let written = 0;

/** Never half a file: written beside and renamed. */
async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  written += 1;
  const part = `${file}.${process.pid}.${written}.part`;
  try {
    await writeFile(part, content);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    throw error;
  }
}
