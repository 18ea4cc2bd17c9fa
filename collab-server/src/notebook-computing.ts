// What publications and verification ask of the part that runs cells: to run plans of a notebook on a kernel. live.ts makes
// it; everything else (which cells, which values, what is found by key) is decided by the same notebook runtime.

import type { Executor } from "@genomecraft/cells/runtime/executor.ts";
import { refuse } from "./errors.ts";
import { words as publishWords } from "./publications/words.ts";

export interface PlansOf {
  readonly notebook: string;
  readonly lab: string;
  readonly by: string;
  /** What the cells are called, for the list of runs. */
  readonly names: ReadonlyMap<string, string>;
}

export interface NotebookComputing {
  /**
   * Runs plans by lease, with the grants of the notebook, for `by`. Results are recorded by key as always (a plan that is
   * `fresh` makes a new generation); what the notebook shows does not change.
   */
  executor(of: PlansOf): Executor;
  /** Whether a kernel for this lab was heard of lately: without one a plan would wait for hours. */
  hasKernel(lab: string): Promise<boolean>;
}

/** The executor for a request that waits for its answer; refuses where nothing would run. */
export async function readyExecutor(context: { readonly computing: NotebookComputing }, of: PlansOf): Promise<Executor> {
  const { computing } = context;
  if (!(await computing.hasKernel(of.lab))) return refuse("unavailable", publishWords.failure("no-kernel"));
  return computing.executor(of);
}
