// What one person sees of a notebook's cells who may see results of the data behind them and no rows. What may be seen at
// once is decided in cells/src/seen-without-rows.ts; here stands what is known of the persons, of the labs and of what they
// released. Every door asks here: feed, states, outputs, thumbnails, runs, lineage.
//
// Of data about persons a cell that is not open looks the same whatever became of it: its state, size, key and digest are
// those of every other.

import { artifactCardOf } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import { digestOfArtifact } from "@genomecraft/cells/artifacts/digest-of-artifact.ts";
import type { Artifact, ArtifactSummary } from "@genomecraft/cells/artifacts/artifact.ts";
import { type OutputRef, outputRefOf } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { CellId, Digest } from "@genomecraft/cells/base/ids.ts";
import { chosen } from "@genomecraft/cells/contract/carried.ts";
import type { Disclosure } from "@genomecraft/cells/contract/disclosure.ts";
import { disclosureOf } from "@genomecraft/cells/disclosure-of.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import { cellsBehind } from "@genomecraft/cells/notebook/cells-behind.ts";
import type { DependencyGraph } from "@genomecraft/cells/notebook/dependency-graph.ts";
import { type CarriedBy, carriedByCell } from "@genomecraft/cells/runtime/carried-by-cell.ts";
import { filesInSpec } from "@genomecraft/cells/runtime/spec-sources.ts";
import { waysInGraph } from "@genomecraft/cells/runtime/way-to-cell.ts";
import { hasAllSamples, type Seen, type SeenQuestion, seenWithoutRows } from "@genomecraft/cells/seen-without-rows.ts";
import type { CellSession, CellStatus, ShownResult } from "@genomecraft/cells/session/cell-status.ts";
import { type Maker, makerOfKey } from "@genomecraft/storage/queries/makers.ts";
import { labOfNotebook } from "@genomecraft/storage/queries/notebooks.ts";
import { releaseAsksIn, releasesIn } from "@genomecraft/storage/queries/releases.ts";
import { sessionsOfCells, shownOf } from "@genomecraft/storage/queries/shown.ts";
import { sourceSet } from "@genomecraft/storage/source-set.ts";
import { ApiError } from "../errors.ts";
import type { Lookout } from "../server-context.ts";
import { type Kept, keptFrom, type Looker } from "./kept-from-person.ts";
import { ArtifactCache } from "./read-output.ts";
import { isOfSpec, withoutValues } from "./states-without-values.ts";

interface Words {
  readonly asked: ReadonlySet<string>;
  readonly decided: Awaited<ReturnType<typeof releasesIn>>;
}

interface Graphed {
  readonly graph: DependencyGraph;
  readonly carriedBy: CarriedBy;
  readonly ways: ReadonlyMap<CellId, Digest>;
}
const graphed = new WeakMap<DependencyGraph, Graphed>();
const graphedOf = (graph: DependencyGraph): Graphed => {
  let known = graphed.get(graph);
  if (!known) graphed.set(graph, (known = { graph, carriedBy: carriedByCell(graph), ways: waysInGraph(graph) }));
  return known;
};

/** How long what was looked up of data sets is believed. */
const believedMs = 2_000;

export class WithoutRows {
  private readonly context: Lookout;
  private readonly of: Looker;
  private readonly cache = new ArtifactCache(16 * 2 ** 20);
  private readonly known = new Map<string, { readonly at: number; readonly kept: Promise<Kept> }>();
  private lab: Promise<string> | null = null;
  private said: { readonly at: number; readonly words: Promise<Words> } | null = null;
  constructor(context: Lookout, of: Looker) {
    this.context = context;
    this.of = of;
  }

  forget(): void {
    this.known.clear();
    this.said = null;
  }

  /** What was asked and decided in the notebook: looked up once for all of its cells. */
  private words(): Promise<Words> {
    const now = performance.now();
    if (this.said && now - this.said.at < believedMs) return this.said.words;
    const { db } = this.context;
    const words = Promise.all([releaseAsksIn(db, this.of.notebook), releasesIn(db, this.of.notebook)]).then(
      ([asks, decided]) => ({
        asked: new Set(asks.map(({ cell }) => cell)),
        decided,
      }),
    );
    this.said = { at: now, words };
    words.catch(() => {
      this.said = null;
    });
    return words;
  }

  /** Whose data they are of which she may see no rows, and whether they are persons'. */
  kept(sources: readonly string[]): Promise<Kept> {
    const name = [...sources].sort().join(" ");
    const now = performance.now();
    const found = this.known.get(name);
    if (found && now - found.at < believedMs) return found.kept;
    const kept = keptFrom(this.context.db, this.of, sources);
    this.known.set(name, { at: now, kept });
    kept.catch(() => this.known.delete(name));
    if (this.known.size > 500) this.known.clear();
    return kept;
  }

  /** What she is told of a cell. `personal`: of values of her own, which nobody has released. */
  async session(
    said: { readonly session: CellSession; readonly sources: readonly string[] },
    personal = false,
  ): Promise<CellSession> {
    const { session, sources } = said;
    const { status, cell } = session;
    const bare: CellSession = { cell, status, shown: null, key: null };
    const { graph } = await this.graph();
    if (isOfSpec(status, graph.cells.get(cell))) return bare;
    const kept = await this.kept(sources);
    const isReleased = !personal && (await this.isReleased(session, sources, kept));
    if (kept.persons && !isReleased) return this.ofPersons(said, kept, personal);
    const shown = session.shown && (await this.shown(session, session.shown, sources, kept, isReleased));
    if (session.shown && shown === null) return this.unreleased(cell, session, sources, kept, personal);
    return { cell, status: withoutValues(status), shown, key: session.key };
  }

  private async ofPersons(
    said: { readonly session: CellSession; readonly sources: readonly string[] },
    kept: Kept,
    personal: boolean,
  ): Promise<CellSession> {
    const { session, sources } = said;
    const { cell, status } = session;
    const closed = (): Promise<CellSession> => this.unreleased(cell, session, sources, kept, personal);
    const { graph, carriedBy } = await this.graph();
    // Whether anything of it may ever be seen at once, by the specs alone.
    const ports = graph.cells.get(cell)?.kind?.outputs ?? [];
    const carried = ports.map(({ name }) => carriedBy(cell, name)).map((port) => (kept.persons?.isChosen ? chosen(port) : port));
    if (carried.every(({ rows }) => rows === "free")) return closed();
    switch (status.state) {
      case "idle":
      case "queued":
      case "waiting":
      case "cancelled":
        return { cell, status, shown: null, key: null };
      case "running":
        return { cell, status: { ...status, fraction: null, note: null }, shown: null, key: null };
      case "stale":
        return { cell, status: { state: "stale", why: [] }, shown: null, key: null };
      case "fresh": {
        // What is on show was made as the graph reads only where it is of the present key.
        if (!session.shown || session.shown.key !== status.key) return closed();
        const shown = await this.shown(session, session.shown, sources, kept, false);
        return shown === null ? closed() : { cell, status: { ...status, reused: null }, shown, key: session.key };
      }
      default:
        return closed();
    }
  }

  /** The same of every cell that waits, whatever became of it. */
  private async unreleased(
    cell: CellId,
    { key }: CellSession,
    sources: readonly string[],
    kept: Kept,
    personal: boolean,
  ): Promise<CellSession> {
    const { asked } = await this.words();
    const decided = personal ? [] : await this.decisions(cell, key, sources);
    const status: CellStatus = {
      state: "unreleased",
      labs: kept.labs.map(({ name }) => name),
      asked: asked.has(cell),
      refused: decided.some(({ released }) => !released),
    };
    return { cell, status, shown: null, key: null };
  }

  /** What labs said of the cell as it reads now. */
  private async decisions(cell: CellId, key: string | null, sources: readonly string[]) {
    const { ways } = await this.graph();
    const way = ways.get(cell);
    if (key === null || way === undefined) return [];
    const set = sourceSet(sources);
    const { decided } = await this.words();
    return decided.filter((row) => row.cell === cell && row.key === key && row.way === way && row.sourceSet === set);
  }

  private async isReleased({ cell, key, shown }: CellSession, sources: readonly string[], { labs }: Kept): Promise<boolean> {
    if (key === null || shown?.key !== key) return false;
    const decided = await this.decisions(cell, key, sources);
    return labs.length > 0 && labs.every(({ id }) => decided.some(({ lab, released }) => lab === id && released));
  }

  private async graph(): Promise<Graphed> {
    return graphedOf(await this.context.documents.graph(this.of.notebook));
  }

  /** Null: something of it waits, and nothing else is there to be seen. */
  private async shown(
    { cell }: CellSession,
    shown: ShownResult,
    sources: readonly string[],
    kept: Kept,
    released: boolean,
  ): Promise<ShownResult | null> {
    const maker = await makerOfKey(this.context.db, this.of.notebook, shown.key);
    const outputs: [string, OutputRef][] = [];
    let waits = false;
    for (const [port, output] of Object.entries(shown.outputs)) {
      if (artifactCardOf(output.summary).rights === "rows") {
        const bare = await this.withoutContent(
          cell,
          port,
          { output, key: shown.key, maker: maker?.kind ?? "", sources },
          kept,
          released,
        );
        if (bare) outputs.push([port, bare]);
        else waits ||= kept.persons !== null;
        continue;
      }
      const artifact = await this.read(output, sources);
      if (!artifact || !maker) continue;
      const seen = await this.seen({ cell, port, artifact, maker, sources }, kept, released);
      // The digest of the whole would let her try what was taken out of it.
      const digestOf = (bare: Artifact): Digest => (bare === artifact ? output.digest : digestOfArtifact(bare));
      if ("artifact" in seen) outputs.push([port, outputRefOf(seen.artifact, digestOf(seen.artifact))]);
      else waits ||= seen.not === "release";
    }
    // The size of a table beside a picture that waits is not what she came for.
    const isSeen = outputs.some(([, { summary }]) => artifactCardOf(summary).rights !== "rows");
    if ((waits && !isSeen) || (kept.persons && outputs.length === 0)) return null;
    const { made, ...rest } = shown;
    return { ...rest, ...(made && !kept.persons ? { made } : {}), outputs: Object.fromEntries(outputs) };
  }

  private async seen(
    of: {
      readonly cell: CellId;
      readonly port: string;
      readonly artifact: Artifact;
      readonly maker: Maker;
      readonly sources: readonly string[];
    },
    { persons }: Kept,
    released: boolean,
  ): Promise<Seen> {
    const { cell, port, artifact, maker, sources } = of;
    const read = artifact.type === "figure" ? await this.readBy(cell) : { columns: null, valueOf: () => undefined };
    // What it reads is not known, so neither is what it names.
    if (!read) return { not: "release" };
    return seenWithoutRows({
      kind: maker.kind,
      spec: maker.spec,
      port,
      artifact,
      ...read,
      persons: persons && {
        least: persons.least,
        rowsEach: await this.rowsEach(cell, persons.files, sources),
        ...(await this.carried(cell, port, { sources, persons })),
      },
      released,
    });
  }

  /** Columns of what a cell reads, and values of parameters that its spec names; null where something is not on show. */
  private async readBy(cell: CellId): Promise<Pick<SeenQuestion, "columns" | "valueOf"> | null> {
    const { graph } = await this.graph();
    const of = graph.cells.get(cell);
    if (!of) return null;
    const cells = [...new Set(of.slots.map((slot) => slot.cell))];
    const rows = await shownOf(this.context.db, this.of.notebook, cells);
    // Of inline cells, parameters among them, nothing is kept but what was said of them.
    const inline = await sessionsOfCells(
      this.context.db,
      this.of.notebook,
      cells.filter((id) => graph.cells.get(id)?.kind?.place === "inline"),
    );
    const shownBy = (from: string): ShownResult | null | undefined =>
      (rows.get(from)?.shown as ShownResult | undefined) ?? (inline.get(from)?.session as CellSession | undefined)?.shown;
    const outputOf = ({ cell: from, port }: { readonly cell: string; readonly port: string }): OutputRef | undefined =>
      shownBy(from)?.outputs[port];
    const inputs = of.slots.filter(({ field }) => of.kind?.inputs.some((input) => input.field === field)).map(outputOf);
    if (inputs.includes(undefined)) return null;
    const columns = inputs.flatMap((input) => (input?.summary.columns ? [input.summary.columns] : []));
    return {
      columns: columns.length > 0 ? columns.flat() : null,
      valueOf: ({ ref, port }) => {
        const main = graph.cells.get(ref)?.kind?.outputs[0]?.name ?? "out";
        return outputOf({ cell: ref, port: port ?? main })?.summary.detail?.["value"];
      },
    };
  }

  /** Of what holds rows: how large it is and what its columns are called, where neither tells more than the file itself. */
  private async withoutContent(
    cell: CellId,
    port: string,
    of: { readonly output: OutputRef; readonly key: string; readonly maker: string; readonly sources: readonly string[] },
    { persons }: Kept,
    released: boolean,
  ): Promise<OutputRef | null> {
    const { output, key, maker, sources } = of;
    if (!kindOf(maker)?.outputs.some(({ name }) => name === port)) return null;
    const { carriedBy } = await this.graph();
    const carried = carriedBy(cell, port);
    const { summary } = output;
    const columns = carried.named ? summary.columns?.map(({ levels: _levels, most: _most, ...column }) => column) : undefined;
    const { columns: _columns, ...rest } = summary;
    const bare: ArtifactSummary = { ...rest, ...(columns ? { columns } : {}) };
    if (!persons) return { digest: output.digest, summary: bare };
    // A digest of few numbers could be guessed: the key stands in its place.
    const digest = key as string as Digest;
    if (released) return { digest, summary: bare };
    const rowsEach = await this.rowsEach(cell, persons.files, sources);
    const rows = summary.shape[summary.type === "assay" ? 1 : 0] ?? 0;
    if (persons.isChosen || carried.rows !== "whole" || rowsEach === null || rows < persons.least * rowsEach) return null;
    return { digest, summary: bare };
  }

  private async carried(
    cell: CellId,
    port: string,
    { sources, persons }: { readonly sources: readonly string[]; readonly persons: NonNullable<Kept["persons"]> },
  ) {
    const { graph, carriedBy } = await this.graph();
    const carried = persons.isChosen ? chosen(carriedBy(cell, port)) : carriedBy(cell, port);
    return {
      carried,
      groups: carried.rows === "groups" ? await this.groupsRead(graph.cells.get(cell)?.slots ?? [], carriedBy, sources) : null,
    };
  }

  /** What is told of the groups that a cell reads; null where it reads two kinds of them, or nobody says. */
  private async groupsRead(
    slots: readonly { readonly cell: CellId; readonly port: string }[],
    carriedBy: CarriedBy,
    sources: readonly string[],
  ): Promise<Disclosure | null> {
    const from = [
      ...new Map(
        slots
          .filter((slot) => carriedBy(slot.cell, slot.port).rows === "groups")
          .map((slot) => [`${slot.cell} ${slot.port}`, slot]),
      ).values(),
    ];
    const [slot] = from;
    if (!slot || from.length > 1) return null;
    const shown = (await shownOf(this.context.db, this.of.notebook, [slot.cell])).get(slot.cell)?.shown as
      | ShownResult
      | undefined;
    const output = shown?.outputs[slot.port];
    const maker = shown && (await makerOfKey(this.context.db, this.of.notebook, shown.key));
    const artifact = output && (await this.read(output, sources));
    if (!artifact || !maker) return null;
    return disclosureOf(maker.kind, { spec: maker.spec, port: slot.port, artifact, columns: null, valueOf: () => undefined });
  }

  /** Rows that one person has at most, counted where the files are loaded; null where nobody has counted. */
  private async rowsEach(
    cell: CellId,
    files: readonly { readonly digest: string; readonly column: string | null }[],
    sources: readonly string[],
  ): Promise<number | null> {
    const { graph } = await this.graph();
    const above = [...cellsBehind(graph, [cell])];
    if (!(await this.areSamplesAll(above, sources))) return null;
    let most = 1;
    for (const { digest, column } of files) {
      const loads = above.filter((id) => filesInSpec(graph.cells.get(id)?.spec ?? {}).some((file) => file.digest === digest));
      if (column === null || loads.length === 0) return null;
      const shown = await shownOf(this.context.db, this.of.notebook, loads);
      for (const load of loads) {
        const [main] = Object.values((shown.get(load)?.shown as ShownResult | undefined)?.outputs ?? {});
        const counted = main?.summary.columns?.find(({ name }) => name === column)?.most;
        if (counted === undefined) return null;
        most = Math.max(most, counted);
      }
    }
    return most;
  }

  /** Whether the reading of each matrix says that all samples of the file are there, and that they are the samples and no features. */
  private async areSamplesAll(cells: readonly CellId[], sources: readonly string[]): Promise<boolean> {
    const { graph } = await this.graph();
    const loads = cells.filter((id) => filesInSpec(graph.cells.get(id)?.spec ?? {}).length > 0);
    for (const row of (await shownOf(this.context.db, this.of.notebook, loads)).values()) {
      const { outputs } = row.shown as ShownResult;
      if (!Object.values(outputs).some(({ summary }) => summary.type === "assay")) continue;
      const reading = outputs["reading"] && (await this.read(outputs["reading"], sources));
      if (!reading || !hasAllSamples(reading)) return false;
    }
    return true;
  }

  /** Null where it is not kept any more, or damaged. */
  private async read(output: OutputRef, sources: readonly string[]): Promise<Artifact | null> {
    if (!this.lab) {
      this.lab = labOfNotebook(this.context.db, this.of.notebook);
      // As long as somebody follows the feed this is asked again and again.
      this.lab.catch(() => {
        this.lab = null;
      });
    }
    return this.cache.read(this.context, { lab: await this.lab, sources }, output).catch((error: unknown) => {
      if (error instanceof ApiError) return null;
      throw error;
    });
  }

  /** What she sees of an output that she was told of. */
  async content(
    cell: CellId,
    port: string,
    said: { readonly session: CellSession; readonly sources: readonly string[] },
  ): Promise<Artifact | null> {
    const shown = said.session.shown;
    const output = shown?.outputs[port];
    const maker = shown && (await makerOfKey(this.context.db, this.of.notebook, shown.key));
    const artifact = output && (await this.read(output, said.sources));
    if (!artifact || !maker) return null;
    const { sources } = said;
    const kept = await this.kept(sources);
    const released = await this.isReleased(said.session, sources, kept);
    const seen = await this.seen({ cell, port, artifact, maker, sources }, kept, released);
    return "artifact" in seen ? seen.artifact : null;
  }
}
