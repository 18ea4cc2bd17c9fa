// Runs a notebook file without server or browser: the same runtime, the same keys and digests, results in a folder
// beside the file. Used by `genomecraft run`, by tests, and by whoever embeds notebooks.

import path from "node:path";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { artifactFromJson } from "@genomecraft/cells/artifacts/artifact-json.ts";
import { decodeArtifact } from "@genomecraft/cells/artifacts/bytes-of-artifact.ts";
import type { Failure } from "@genomecraft/cells/base/failure.ts";
import { doubtsOfArtifact, type SettledDoubt } from "@genomecraft/cells/doubts-of-artifact.ts";
import type { CellId, ResultKey } from "@genomecraft/cells/base/ids.ts";
import { err, ok, type Result } from "@genomecraft/cells/base/result.ts";
import { loadableFormat } from "@genomecraft/cells/files/loadable-format.ts";
import { inlineExecutorOf } from "@genomecraft/cells/inline-executors.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import { dependencyGraph } from "@genomecraft/cells/notebook/dependency-graph.ts";
import { doubtsOfGraph } from "@genomecraft/cells/notebook/doubts-of-graph.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { mainPort } from "@genomecraft/cells/runtime/plan.ts";
import { inflateOnNode } from "../engines/inflate-on-node.ts";
import { newNotebookRuntime } from "@genomecraft/cells/runtime/new-notebook-runtime.ts";
import type { Executor } from "@genomecraft/cells/runtime/executor.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import { sentenceIn } from "@genomecraft/cells/messages/catalogue.ts";
import type { Sentence } from "@genomecraft/cells/messages/sentence.ts";
import type { CellSession, CellStatus } from "@genomecraft/cells/session/cell-status.ts";
import type { ResultLookup } from "@genomecraft/cells/runtime/notebook-runtime.ts";
import { describeArtifact } from "../describe-artifact.ts";
import { newExecutorInPlace } from "../executor-in-place.ts";
import { localLauncher } from "../launch/local.ts";
import type { RunMinutes } from "../config.ts";
import { WorkerPool } from "../pool/worker-pool.ts";
import { probeSandbox } from "../sandbox/choose-walls.ts";
import { FolderResults } from "./folder-results.ts";
import { refusingWhatIsLacking } from "./lacking-here.ts";
import { localFile } from "./local-file.ts";
import { cellNamed, type GivenValue, openNotebook, type OpenedNotebook, type OpenRefusal } from "./open-notebook.ts";
import { words as cliWords } from "@genomecraft/cells/messages/cli/words.ts";

export interface RunNotebookOptions {
  /** Values of parameter cells. */
  readonly set?: readonly GivenValue[];
  /** Only these cells, with what they need. */
  readonly only?: readonly string[];
  /** Looked at before anything runs: a failure refuses the run. */
  readonly check?: (opened: OpenedNotebook) => Failure | null;
  /** Run although results exist. */
  readonly fresh?: boolean;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: RunNotebookEvent) => void;
  readonly lanes?: number;
  readonly memoryBytes?: number;
  /** Minutes that one cell may run. */
  readonly runMinutes?: RunMinutes;
  /** Another place for results than `.genomecraft` beside the notebook. */
  readonly folder?: string;
}

export type RunNotebookEvent =
  | { readonly type: "cell"; readonly cell: Cell; readonly session: CellSession }
  | { readonly type: "progress"; readonly cell: Cell; readonly fraction: number | null; readonly note: Sentence | null }
  | { readonly type: "log"; readonly cell: Cell; readonly text: string }
  /** A kept result of the cell was not what its digest says: it was not used, and the cell was computed. */
  | { readonly type: "altered"; readonly cell: Cell }
  /** Said once, before the first worker starts, when there are no walls here. */
  | { readonly type: "no-walls"; readonly reason: string };

export interface CellRun {
  readonly id: CellId;
  readonly name: string;
  readonly kind: string;
  readonly state: CellStatus["state"];
  readonly cached: boolean;
  /** Milliseconds that the result took when it was made. */
  readonly ms: number | null;
  readonly key: ResultKey | null;
  readonly outputs: { readonly [port: string]: OutputRef };
  readonly failure: Failure | null;
  /** What is doubtful in it by the cells before it (a model whose features were chosen by what it predicts). */
  readonly doubts: readonly Sentence[];
  /** What is doubtful in it by its own account (what was guessed of a file), with the setting that makes it otherwise. */
  readonly told: readonly SettledDoubt[];
  /** The log of this run said so already. */
  readonly isInLog: boolean;
}

export interface NotebookRun {
  readonly opened: OpenedNotebook;
  readonly cells: readonly CellRun[];
  status(cell: CellId): CellStatus | null;
  /** Every cell of `only` is done; without it, none failed or lacks a setting. */
  readonly ok: boolean;
  /** An output of a cell, decoded. Fails with a sentence when there is none. */
  artifact(name: string, port?: string): Promise<Result<Artifact, Failure>>;
}

export async function runNotebookFile(file: string, options: RunNotebookOptions = {}): Promise<Result<NotebookRun, OpenRefusal>> {
  const opening = await openNotebook(file, options.set);
  if (!opening.ok) return opening;
  const opened = opening.value;
  const wanted: CellId[] = [];
  for (const name of options.only ?? []) {
    const found = cellNamed(opened.notebook, name);
    if (!found.ok) return err({ what: "usage", failure: found.error });
    wanted.push(found.value.id);
  }
  const refused = options.check?.(opened);
  if (refused) return err({ what: "usage", failure: refused });
  const results = new FolderResults(options.folder ?? opened.folder, path.basename(opened.file));
  const workers = lazyPool(options);
  const running = new Set<Promise<void>>();
  const logs = new Map<CellId, string>();
  const runtime = openedRuntime(opened, results, {
    executor: recording(
      running,
      refusingWhatIsLacking(
        newExecutorInPlace({
          pool: workers.pool,
          lab: "here",
          artifacts: results,
          openFile: (digest) => {
            const at = opened.paths.get(digest);
            return at === undefined ? Promise.resolve(null) : localFile(at);
          },
        }),
        memoryOfWorker(options),
      ),
      results,
    ),
    onEvent: (event) => {
      if (event.type === "log") logs.set(event.cell.id, `${logs.get(event.cell.id) ?? ""}${event.text}\n`);
      options.onEvent?.(event);
    },
  });
  try {
    const again = options.fresh ? (wanted.length > 0 ? wanted : opened.notebook.cells.map((cell) => cell.id)) : [];
    const demands = [
      ...again.map((cell) => runtime.demand({ cell, mode: "cell", by: "", fresh: true })),
      ...(wanted.length > 0
        ? wanted.map((cell) => runtime.demand({ cell, mode: "upstream", by: "" }))
        : [runtime.demand({ cell: null, mode: "all", by: "" })]),
    ];
    const stop = (): void => demands.forEach((demand) => demand.cancel());
    options.signal?.addEventListener("abort", stop, { once: true });
    if (options.signal?.aborted) stop();
    await Promise.all(demands.map((demand) => demand.settled));
    options.signal?.removeEventListener("abort", stop);
    // A cell is fresh before its artifacts are on disk: they follow behind.
    await Promise.allSettled(running);
    const sessions = runtime.session();
    for (const cell of opened.notebook.cells) {
      const key = sessions.get(cell.id)?.key;
      if (key && results.altered.has(key)) options.onEvent?.({ type: "altered", cell });
    }
    const run = await Promise.all(cellRuns(opened, sessions).map((cell) => withInlineHistory(cell, results)));
    const cells = await Promise.all(run.map((cell) => withItsOwnDoubts(cell, results, logs.get(cell.id) ?? "")));
    return ok({
      opened,
      cells,
      status: (cell) => sessions.get(cell)?.status ?? null,
      ok:
        !options.signal?.aborted &&
        (wanted.length > 0
          ? cells.every((cell) => cell.state === "fresh" || !wanted.includes(cell.id))
          : cells.every((cell) => !isFailure(cell.state))),
      artifact: (name, port) => readArtifact(opened, cells, results, name, port),
    });
  } finally {
    runtime.dispose();
    await workers.close();
  }
}

const isFailure = (state: CellStatus["state"]): boolean =>
  state === "failed" || state === "invalid" || state === "blocked" || state === "needs-input";

/** The reactive notebook over a file: used to run it, and without an executor to find what is kept of it. */
export function openedRuntime(
  opened: OpenedNotebook,
  results: ResultLookup,
  more: { readonly executor: Executor | null; readonly onEvent?: ((event: RunNotebookEvent) => void) | undefined },
): ReturnType<typeof newNotebookRuntime> {
  const cells = new Map(opened.notebook.cells.map((cell) => [cell.id, cell]));
  const tell = (id: CellId, event: (cell: Cell) => RunNotebookEvent): void => {
    const cell = cells.get(id);
    if (cell) more.onEvent?.(event(cell));
  };
  const runtime = newNotebookRuntime({
    results,
    executor: more.executor,
    // A file is looked at where it lies: its first 64 KiB are read faster than what was kept of an earlier look.
    resolve: async ({ digest, name, part = null }) => {
      const at = opened.paths.get(digest);
      const source = at === undefined ? null : await localFile(at);
      return source && ok(await loadableFormat(source, name, inflateOnNode, part));
    },
    now: Date.now,
    onCell: (session) => tell(session.cell, (cell) => ({ type: "cell", cell, session })),
    onProgress: (id, fraction, note) => tell(id, (cell) => ({ type: "progress", cell, fraction, note })),
    onLog: (id, text) => tell(id, (cell) => ({ type: "log", cell, text })),
    graphOf: (notebook) => {
      const graph = dependencyGraph(notebook, kindOf);
      const withData = [...graph.cells].map(([id, cell]) => {
        const problem = opened.dataProblems.get(id);
        return [id, problem ? { ...cell, problem } : cell] as const;
      });
      return { cells: new Map(withData), order: graph.order };
    },
    inlineOf: inlineExecutorOf,
    describe: describeArtifact,
  });
  runtime.update(opened.notebook);
  return runtime;
}

export function cellRuns(opened: OpenedNotebook, sessions: ReadonlyMap<CellId, CellSession>): readonly CellRun[] {
  const graph = dependencyGraph(opened.notebook, kindOf);
  return opened.notebook.cells.flatMap((cell): CellRun[] => {
    const session = sessions.get(cell.id);
    if (cell.deletedAt !== null || !session) return [];
    const { status, shown, key } = session;
    const fresh = status.state === "fresh";
    return [
      {
        id: cell.id,
        name: cell.name,
        kind: cell.kind,
        state: status.state,
        cached: fresh && status.reused !== null,
        ms: fresh ? (shown?.ms ?? null) : null,
        key,
        outputs: fresh ? (shown?.outputs ?? {}) : {},
        failure: "failure" in status ? status.failure : null,
        doubts: doubtsOfGraph(graph, cell.id),
        told: [],
        isInLog: false,
      },
    ];
  });
}

/** Notes and parameters answer at once and are never looked up; that their answer is the one of an earlier run is said all the same. */
async function withInlineHistory(cell: CellRun, results: FolderResults): Promise<CellRun> {
  if (cell.state !== "fresh" || cell.key === null || kindOf(cell.kind)?.place !== "inline") return cell;
  if (results.has(cell.key)) return { ...cell, cached: true };
  await results.store({ ok: true, key: cell.key, outputs: cell.outputs, ms: 0 }, Date.now());
  return cell;
}

/** A figure and a report of quality say below themselves what their run did not log. */
async function withItsOwnDoubts(cell: CellRun, results: FolderResults, log: string): Promise<CellRun> {
  const told: SettledDoubt[] = [];
  for (const output of Object.values(cell.outputs)) {
    const { type } = output.summary;
    const content = type === "report" || type === "figure" ? await contentOf(output, results) : null;
    if (content?.ok) told.push(...doubtsOfArtifact(content.value));
  }
  return { ...cell, told, isInLog: !cell.cached && told.every((doubt) => log.includes(sentenceIn(doubt, "en"))) };
}

async function readArtifact(
  opened: OpenedNotebook,
  cells: readonly CellRun[],
  results: FolderResults,
  name: string,
  port?: string,
): Promise<Result<Artifact, Failure>> {
  const found = cellNamed(opened.notebook, name);
  if (!found.ok) return found;
  const run = cells.find((cell) => cell.id === found.value.id);
  const outputs = run?.outputs ?? {};
  if (Object.keys(outputs).length === 0) return err(cliWords.failure("no-result", { name }));
  const wanted = port ?? mainPort(kindOf(found.value.kind)?.outputs ?? []);
  const output = Object.hasOwn(outputs, wanted) ? outputs[wanted] : undefined;
  if (!output) {
    return err(cliWords.failure("port-unknown", { name, port: wanted, available: Object.keys(outputs).join(", ") }));
  }
  return (await contentOf(output, results)) ?? err(cliWords.failure("no-result", { name }));
}

/** Null where it is not kept. */
async function contentOf({ inline, digest }: OutputRef, results: FolderResults): Promise<Result<Artifact, Failure> | null> {
  if (inline !== undefined) return ok(artifactFromJson(inline));
  const bytes = await results.get(digest);
  return bytes ? decodeArtifact(bytes) : null;
}

/** Writes every outcome down before the notebook goes on; `running` holds the plans that are not over. */
const recording = (running: Set<Promise<void>>, executor: Executor, results: FolderResults): Executor => ({
  run: (plan, hooks, signal) => {
    const run = executor.run(
      plan,
      {
        ...hooks,
        ended: async (step, outcome) => {
          await results.store(outcome, Date.now());
          await hooks.ended(step, outcome);
        },
      },
      signal,
    );
    running.add(run);
    const over = (): void => void running.delete(run);
    run.then(over, over);
    return run;
  },
});

const memoryOfWorker = ({ memoryBytes }: Pick<RunNotebookOptions, "memoryBytes">): number => memoryBytes ?? 4096 * 2 ** 20;

/** A pool that starts with the first plan: a run that finds everything starts nothing. */
export function lazyPool(options: Pick<RunNotebookOptions, "lanes" | "memoryBytes" | "runMinutes" | "onEvent">): {
  pool(): Promise<WorkerPool>;
  close(): Promise<void>;
} {
  let made: Promise<WorkerPool> | null = null;
  return {
    pool: () => {
      made ??= probeSandbox().then((walls) => {
        // One's own notebook on one's own machine: without walls it runs all the same, and says so.
        if (!walls.ok) options.onEvent?.({ type: "no-walls", reason: walls.reason });
        return new WorkerPool({
          launcher: localLauncher,
          lanes: options.lanes ?? 2,
          walls: walls.ok ? "bubblewrap" : "trusted",
          memoryBytes: memoryOfWorker(options),
          ...(options.runMinutes ? { runMinutes: options.runMinutes } : {}),
          spare: false,
        });
      });
      return made;
    },
    close: async () => {
      if (made) await (await made).close();
    },
  };
}
