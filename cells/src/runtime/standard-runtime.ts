// The reactive notebook with this release's kinds: what servers, headless runs and browsers create.

import { digestOfArtifact } from "../artifacts/digest-of-artifact.ts";
import { inlineExecutorOf } from "../inline-executors.ts";
import { kindOf } from "../kinds.ts";
import { dependencyGraph, type DependencyGraph } from "../notebook/dependency-graph.ts";
import type { Notebook } from "../notebook/notebook.ts";
import { outputRefOf } from "../artifacts/output-ref.ts";
import { newNotebookRuntime } from "./new-notebook-runtime.ts";
import type { NotebookRuntime, NotebookRuntimeOptions } from "./notebook-runtime.ts";

export interface StandardRuntimeOptions extends NotebookRuntimeOptions {
  readonly typingPause?: number;
  /** Of whoever needs the graph, too, so that it is made once for a change. */
  readonly graphOf?: (notebook: Notebook) => DependencyGraph;
}

export function standardRuntime(options: StandardRuntimeOptions): NotebookRuntime {
  return newNotebookRuntime({
    graphOf: (notebook) => dependencyGraph(notebook, kindOf),
    ...options,
    inlineOf: inlineExecutorOf,
    describe: (artifact) => outputRefOf(artifact, digestOfArtifact(artifact)),
  });
}
