// The reactive notebook with this release's kinds: what servers, headless runs and browsers create.

import { digestOfArtifact } from "../artifacts/digest-of-artifact.ts";
import { inlineExecutorOf } from "../inline-executors.ts";
import { kindOf } from "../kinds.ts";
import { dependencyGraph } from "../notebook/dependency-graph.ts";
import type { ExecuteInline } from "../contract/execute.ts";
import { outputRefOf } from "../artifacts/output-ref.ts";
import { newNotebookRuntime } from "./new-notebook-runtime.ts";
import type { NotebookRuntime, NotebookRuntimeOptions } from "./notebook-runtime.ts";

export function standardRuntime(options: NotebookRuntimeOptions & { readonly typingPause?: number }): NotebookRuntime {
  return newNotebookRuntime({
    ...options,
    graphOf: (notebook) => dependencyGraph(notebook, kindOf),
    inlineOf: (kind) => inlineExecutorOf(kind) as ExecuteInline<never> | null,
    describe: (artifact) => outputRefOf(artifact, digestOfArtifact(artifact)),
  });
}
