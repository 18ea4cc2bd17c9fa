// What publications and verification ask of the part that runs cells: to run plans of a notebook on a kernel. The
// scheduler sets `context.computing` when it starts; everything else (which cells, which values, what is found by key)
// is decided here by the same notebook runtime.

import type { Executor } from "@genomecraft/cells/runtime/executor.ts";

export interface NotebookComputing {
  /**
   * Runs plans by lease, with the grants of the notebook, for `by`. Results are recorded by key as always (a plan that is
   * `fresh` makes a new generation); what the notebook shows does not change.
   */
  executor(of: { readonly notebook: string; readonly lab: string; readonly by: string }): Executor;
}
