// The reactive notebook with this release's kinds: what servers, headless runs and browsers create.

import { digestOfArtifact } from "../artifacts/digest-of-artifact.ts";
import { inlineExecutorOf } from "../inline-executors.ts";
import { outputRefOf } from "../artifacts/output-ref.ts";
import { graphOfNotebook } from "./graph-of-notebook.ts";
import { newNotebookRuntime } from "./new-notebook-runtime.ts";
import type { NotebookRuntime, NotebookRuntimeOptions } from "./notebook-runtime.ts";

export interface StandardRuntimeOptions extends NotebookRuntimeOptions {
  readonly typingPause?: number;
}

export function standardRuntime(options: StandardRuntimeOptions): NotebookRuntime {
  return newNotebookRuntime({
    graphOf: graphOfNotebook,
    ...options,
    inlineOf: inlineExecutorOf,
    describe: (artifact) => outputRefOf(artifact, digestOfArtifact(artifact)),
  });
}
