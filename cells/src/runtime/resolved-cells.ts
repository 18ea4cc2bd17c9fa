// What cells leave to their files (contract/kind.ts `unresolved`: the format of a load), filled in once somebody looked. The
// key of a cell is made of the filled spec, and so is what a worker is given: headless, on a server, and in a notebook that
// was written before there was such a field.

import type { Failure } from "../base/failure.ts";
import type { Json } from "../base/json.ts";
import type { FileOrPart } from "../base/refs.ts";
import type { Result } from "../base/result.ts";
import type { GraphCell } from "../notebook/notebook-graph.ts";

/**
 * What a file is, for the field that is left to it; null as the value: nothing that the field can hold, so that the cell's
 * own work says why. `asks`: have it looked at. Null: it is not known, and nobody was asked.
 */
export type Resolve = (
  file: FileOrPart,
  options: { readonly asks: boolean; readonly signal: AbortSignal },
) => Promise<Result<Json, Failure> | null>;

export class ResolvedCells {
  private readonly found = new Map<string, Json>();
  private readonly filled = new WeakMap<GraphCell, GraphCell>();
  private readonly over = new AbortController();
  private readonly resolve: Resolve | undefined;
  constructor(resolve: Resolve | undefined) {
    this.resolve = resolve;
  }

  /** The cell with what was found in its place; as it is where nothing is left open, or is not known yet. */
  of(graph: GraphCell): GraphCell {
    const known = this.filled.get(graph);
    if (known) return known;
    const left = leftOpen(graph);
    const value = left && this.found.get(idOf(left.file));
    const filled =
      left && value !== null && value !== undefined ? { ...graph, spec: { ...graph.spec, [left.field]: value } } : graph;
    if (!left || value !== undefined) this.filled.set(graph, filled);
    return filled;
  }

  /** Its key cannot be known before somebody looks. */
  isOpen(graph: GraphCell): boolean {
    const left = this.resolve ? leftOpen(graph) : null;
    return left !== null && !this.found.has(idOf(left.file));
  }

  async look(graph: GraphCell, asks: boolean): Promise<Result<Json, Failure> | null> {
    const left = leftOpen(graph);
    if (!left || !this.resolve) return null;
    const answer = await this.resolve(left.file, { asks, signal: this.over.signal });
    if (answer?.ok) this.found.set(idOf(left.file), answer.value);
    return answer;
  }

  dispose(): void {
    this.over.abort();
  }
}

const leftOpen = ({ kind, problem, spec }: GraphCell) => (problem ? null : (kind?.unresolved?.(spec) ?? null));
/** By bytes and name, whose ending counts in what a file is taken for. */
const idOf = (file: FileOrPart): string => `${file.digest} ${file.part ?? ""} ${file.name}`;
