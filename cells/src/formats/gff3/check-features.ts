// What the lines of a GFF3 file say of each other: IDs, parents, bounds of their sequence. Memory is for IDs and open parents, which
// ### closes for none: many files say it where it is not so.

import type { Find } from "../parts/check/finder.ts";
import type { rules } from "./rules.ts";

interface Feature {
  readonly line: number;
  readonly seqid: string;
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly attributes: ReadonlyMap<string, string>;
}
type Say = (rule: keyof typeof rules, field: string, found: string, params?: { readonly [name: string]: string }) => void;

/** Beyond so many, IDs are not compared any more: memory has a bound. */
const mostIds = 5_000_000;

export class Features {
  private readonly types = new Map<string, string>();
  /** Parents that were named: the first line, and the IDs of what has them. */
  private readonly parents = new Map<string, { readonly line: number; readonly children: Set<string> }>();
  private readonly regions = new Map<string, { readonly start: number; readonly end: number }>();
  private readonly circular = new Set<string>();
  private readonly find: Find<typeof rules>;

  constructor(find: Find<typeof rules>) {
    this.find = find;
  }

  region(id: string, start: number, end: number): void {
    this.regions.set(id, { start, end });
  }

  see({ line, seqid, type, start, end, attributes }: Feature, say: Say): void {
    const id = attributes.get("ID");
    if (attributes.get("Is_circular") === "true") this.circular.add(seqid);
    const region = this.regions.get(seqid);
    if (region && !this.circular.has(seqid) && (start < region.start || end > region.end))
      say("gff3-bounds", "end", `${start} ${end}`, { start: String(region.start), end: String(region.end) });
    if (id !== undefined && this.types.size < mostIds) {
      const before = this.types.get(id);
      if (before === undefined) this.types.set(id, type);
      else if (before !== type) say("gff3-id", "ID", id);
    }
    for (const parent of attributes.get("Parent")?.split(",") ?? []) {
      if (parent === id) {
        say("gff3-cycle", "Parent", parent);
        continue;
      }
      let known = this.parents.get(parent);
      if (!known) {
        if (this.parents.size >= mostIds) continue;
        known = { line, children: new Set() };
        this.parents.set(parent, known);
      }
      if (id !== undefined && known.children.size < 10_000) known.children.add(id);
    }
  }

  end(): void {
    for (const [parent, { line }] of this.parents)
      if (!this.types.has(parent) && this.types.size < mostIds)
        this.find("gff3-parent", { line, field: "Parent", found: parent.slice(0, 100) });
    this.findCycles();
  }

  /** A feature that is reached from itself by way of its parts. */
  private findCycles(): void {
    const state = new Map<string, "open" | "done">();
    for (const [root, { line }] of this.parents) {
      if (state.has(root)) continue;
      const path: { readonly id: string; readonly rest: string[] }[] = [
        { id: root, rest: [...(this.parents.get(root)?.children ?? [])] },
      ];
      state.set(root, "open");
      while (path.length > 0) {
        const last = path[path.length - 1] as { readonly id: string; readonly rest: string[] };
        const child = last.rest.pop();
        if (child === undefined) {
          state.set(last.id, "done");
          path.pop();
        } else if (state.get(child) === "open") {
          this.find("gff3-cycle", { line: this.parents.get(child)?.line ?? line, field: "Parent", found: child.slice(0, 100) });
        } else if (!state.has(child)) {
          state.set(child, "open");
          path.push({ id: child, rest: [...(this.parents.get(child)?.children ?? [])] });
        }
      }
    }
  }
}
