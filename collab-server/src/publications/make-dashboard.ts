// A dashboard out of a selection: every tile complete, for every combination of values that readers may choose. Cells lose
// their ids here; what is not chosen never comes this far.

import { artifactCardOf } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import { colourOf, groupNumbers, withGroupColours } from "@genomecraft/cells/artifacts/group-colours.ts";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { canonicalJson } from "@genomecraft/cells/base/canonical-json.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Sources } from "@genomecraft/cells/base/sources.ts";
import { isJsonObject, type Json, type JsonObject } from "@genomecraft/cells/base/json.ts";
import type { CellRef } from "@genomecraft/cells/base/refs.ts";
import { usualTile } from "@genomecraft/cells/contract/kind-card.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import { failureSentence } from "@genomecraft/cells/messages/catalogue.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import { nameKey } from "@genomecraft/cells/notebook/cell-name.ts";
import type { Cell, DashboardTile } from "@genomecraft/cells/notebook/notebook.ts";
import type { Executor as PlanExecutor } from "@genomecraft/cells/runtime/executor.ts";
import { overrideNotebook } from "@genomecraft/cells/runtime/override-notebook.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { CellSession, ShownResult } from "@genomecraft/cells/session/cell-status.ts";
import type { Database } from "@genomecraft/storage/database.ts";
import type { PostPublication, PublishedParameter, PublishedTile, TileContent, TurnedTile } from "../../contract/publications.ts";
import { refuse } from "../errors.ts";
import { traceResult } from "../lineage/trace-result.ts";
import { asJson, publishedContent, showablePort } from "./published-content.ts";
import { triedBefore } from "./tried-before.ts";
import { sourcesInNotebook } from "@genomecraft/cells/runtime/graph-of-notebook.ts";
import type { Selection } from "./choose-cells.ts";
import { tooSmall } from "./choose-cells.ts";
import { distinct } from "./reader-values.ts";
import type { PublishedView } from "./close-totals.ts";
import { asReadersSee, type Behind, disclosed, identifiersShown, outputBehind } from "./disclosed.ts";
import { resultsOfLab, settleCells } from "./settle-notebook.ts";
import { words as publishWords } from "./words.ts";

export interface MadeDashboard {
  readonly tiles: readonly PublishedTile[];
  readonly parameters: readonly PublishedParameter[];
  /** Canonical JSON of {tile: value} -> what changes with it. Empty without live parameters. */
  readonly variants: ReadonlyMap<string, { readonly [tile: string]: TurnedTile }>;
  /** For verification and lineage; stays on the server. */
  readonly pinned: readonly PinnedTile[];
  /** What it says of categories of persons, under every value: what is published later is compared with it. */
  readonly views: readonly PublishedView[];
}

export interface PinnedTile {
  readonly tile: string;
  readonly cell: string;
  readonly name: string;
  readonly port: string;
  readonly key: string;
  readonly digest: string;
  readonly digests: readonly string[];
}

export interface MakeOptions {
  readonly db: Database;
  readonly notebook: string;
  readonly lab: string;
  readonly user: string;
  readonly locale: Locale;
  readonly now: () => number;
  /** Runs what other values need; null where nothing can run. */
  readonly computing: PlanExecutor | null;
  readonly read: (output: OutputRef, sources: Sources) => Promise<Artifact>;
  readonly signal: AbortSignal;
}

/** Combinations that are computed at once. */
const atOnce = 4;

export async function makeDashboard(selection: Selection, wanted: PostPublication, options: MakeOptions): Promise<MadeDashboard> {
  const { cells, graph, notebook } = selection;
  const tileOf = new Map(cells.map((cell, at) => [cell.id as string, `t${at + 1}`]));
  const names = new Map(cells.filter((cell) => cell.name !== "").map((cell) => [nameKey(cell.name), cell.name]));
  const nameOfCell = new Map(cells.map((cell) => [cell.id as string, cell.name]));
  const specOf = (cell: Cell) => graph.cells.get(cell.id)?.spec ?? cell.spec;
  const elsewhere = publishWords.say("note-elsewhere", {}, options.locale);

  const behind = sourcesInNotebook(notebook);

  // The colours of the notebook, written into what goes out: a reader's browser knows nothing else of it.
  const colours = colourOf(
    groupNumbers(
      notebook.cells.flatMap((cell) =>
        cell.deletedAt === null
          ? Object.values(selection.sessions.get(cell.id)?.shown?.outputs ?? {}).map((output) => output.summary)
          : [],
      ),
    ),
  );

  // One cell is often the same under many values: read and cleaned once per result.
  const made = new Map<string, Promise<TileContent>>();
  const views: PublishedView[] = [];
  const contentOf = (cell: Cell, shown: ShownResult, sessions: ReadonlyMap<CellId, CellSession>): Promise<TileContent> => {
    const port = showablePort(shown.outputs, cell.kind) ?? "out";
    const output = shown.outputs[port] as OutputRef;
    const name = `${cell.id} ${output.digest}`;
    let content = made.get(name);
    if (!content) {
      content = options.read(output, behind.get(cell.id) ?? []).then((artifact) => {
        // Under other values of a parameter another column may be drawn, or a group be smaller than the one looked at.
        const told =
          disclosed(artifact, cell, port, { graph, sessions }) ??
          refuse("conflict", publishWords.failure("undeclared", { name: cell.name }));
        if (told.identifying.length > 0 && !wanted.labels)
          return refuse("conflict", identifiersShown(cell.name, told.identifying, asReadersSee(artifact, cell, { graph })));
        // Labs that agreed saw the sizes of what is shown at first, and of no other value.
        const isFirst = selection.sessions.get(cell.id)?.shown?.outputs[port]?.digest === output.digest;
        const least = selection.least.get(cell.id);
        const rule = least && !isFirst ? { ...least, others: Math.max(least.others, least.agreed) } : least;
        const few = rule ? tooSmall(artifact, told, cell, { rule, hasReason: wanted.smallGroups !== undefined }) : null;
        if (few) return refuse("conflict", few.failure);
        if (told.behind.of === "groups" && told.behind.totals)
          views.push({ name: cell.name, sources: selection.sourcesOf(cell), totals: told.behind.totals });
        return (
          publishedContent(artifact, {
            coloured: (figure) => withGroupColours(figure, colours),
            kind: cell.kind,
            spec: specOf(cell),
            labels: wanted.labels,
            names,
            elsewhere,
          }) ??
          refuse(
            "conflict",
            publishWords.failure("not-showable", {
              name: cell.name,
              type: { ...artifactCardOf(artifact).words.sentence("name") },
            }),
          )
        );
      });
      made.set(name, content);
    }
    return content;
  };
  const contents = async (sessions: ReadonlyMap<CellId, CellSession>): Promise<ReadonlyMap<string, TileContent>> => {
    const found = new Map<string, TileContent>();
    for (const cell of cells) {
      const shown = sessions.get(cell.id)?.shown;
      if (shown) found.set(tileOf.get(cell.id) ?? "", await contentOf(cell, shown, sessions));
    }
    return found;
  };

  // ---- every combination ----
  const isLive = Object.keys(wanted.parameters).length > 0;
  const settled: ReadonlyMap<CellId, CellSession>[] = [];
  if (isLive) {
    const results = resultsOfLab(options.db, options);
    for (let at = 0; at < selection.combinations.length; at += atOnce) {
      const some = selection.combinations.slice(at, at + atOnce);
      settled.push(
        ...(await Promise.all(
          some.map(async (values) => {
            const sessions = await settleCells(
              overrideNotebook(notebook, values),
              cells.map((cell) => cell.id),
              { results, executor: options.computing, by: options.user, now: options.now, signal: options.signal },
            );
            refuseUnfinished(cells, values, sessions, options);
            return sessions;
          }),
        )),
      );
    }
  } else settled.push(selection.sessions);

  const first = settled[0] ?? selection.sessions;
  const base = await contents(first);
  const variants = new Map<string, { readonly [tile: string]: TurnedTile }>();
  const titleUnder = (cell: Cell, sessions: ReadonlyMap<CellId, CellSession>): string =>
    titleOf(cell, specOf(cell), { graph, sessions }, options.locale);
  // One cell is often made the same way under many values: its way is looked up once.
  const ways = new Map<string, Promise<Way>>();
  const wayOf = (cell: Cell, shown: ShownResult, sessions: ReadonlyMap<CellId, CellSession>): Promise<Way> => {
    const name = `${cell.id} ${shown.key}`;
    // Of what stands there, as its reader gets it: content that was taken out of it could be guessed from another.
    const fingerprintOf = async (id: string): Promise<string | null> => {
      const of = cells.find((one) => one.id === id);
      const found = of && sessions.get(of.id)?.shown;
      return of && found ? (await contentOf(of, found, sessions)).digest : null;
    };
    const within = behind.get(cell.id) ?? [];
    const way =
      ways.get(name) ?? stepsOf(cell, shown, { within, sessions, tileOf, names: nameOfCell, selection, fingerprintOf }, options);
    ways.set(name, way);
    return way;
  };
  if (isLive) {
    const all = await Promise.all(settled.map(contents));
    const turning = [...base.keys()].filter((tile) => all.some((one) => one.get(tile)?.digest !== base.get(tile)?.digest));
    for (const [at, one] of all.entries()) {
      const values = Object.fromEntries(
        Object.entries(selection.combinations[at] ?? {}).map(([cell, value]) => [tileOf.get(cell) ?? "", value]),
      );
      const sessions = settled[at] ?? first;
      const tiles: { [tile: string]: TurnedTile } = {};
      for (const cell of cells) {
        const tile = tileOf.get(cell.id) ?? "";
        const content = one.get(tile);
        const shown = sessions.get(cell.id)?.shown;
        if (!content || !shown || !turning.includes(tile)) continue;
        tiles[tile] = { ...content, title: titleUnder(cell, sessions), ...(await wayOf(cell, shown, sessions)) };
      }
      variants.set(canonicalJson(values), tiles);
    }
  }

  // ---- tiles ----
  const places = placesOf(cells, layoutOf(wanted) ?? notebook.layout.tiles);
  const tiles: PublishedTile[] = [];
  const pinned: PinnedTile[] = [];
  for (const cell of cells) {
    const id = tileOf.get(cell.id) ?? "";
    const shown = first.get(cell.id)?.shown;
    const content = base.get(id);
    if (!shown || !content) continue;
    tiles.push({
      ...content,
      id,
      kind: cell.kind,
      title: titleUnder(cell, first),
      ...(places.get(cell.id) as Place),
      ...(await wayOf(cell, shown, first)),
    });
    pinned.push({
      tile: id,
      cell: cell.id,
      name: cell.name,
      port: showablePort(shown.outputs, cell.kind) ?? "out",
      key: shown.key,
      digest: (shown.outputs[showablePort(shown.outputs, cell.kind) ?? "out"] as OutputRef).digest,
      digests: Object.values(shown.outputs).map((output) => output.digest),
    });
  }
  const parameters = cells.flatMap((cell): PublishedParameter[] => {
    const values = wanted.parameters[cell.id];
    if (!values) return [];
    const control = isJsonObject(cell.spec["control"]) ? cell.spec["control"] : {};
    return [
      {
        tile: tileOf.get(cell.id) ?? "",
        label: titleUnder(cell, first),
        control: String(control["type"] ?? "text"),
        unit: typeof control["unit"] === "string" ? control["unit"] : null,
        value: asJson(selection.combinations[0]?.[cell.id] ?? null),
        values: distinct(values as readonly Json[]).map(asJson),
      },
    ];
  });
  return { tiles, parameters, variants, pinned, views };
}

/**
 * What a reader sees over a tile: what the author wrote; else what its kind says of it under these values; else the cell's
 * name, as words. Never words about other cells.
 */
function titleOf(cell: Cell, spec: JsonObject, behind: Behind, locale: Locale): string {
  const card = cardOf(cell.kind);
  const own = spec[card?.heading ?? "title"];
  if (typeof own === "string" && own !== "") return own;
  if (card?.frame === "prose") return "";
  const valueOf = (ref: CellRef): Json | undefined => outputBehind(behind, ref)?.summary.detail?.["value"];
  const summaryOf = (ref: CellRef) => outputBehind(behind, ref)?.summary ?? null;
  return kindOf(cell.kind)?.headline?.(spec, { locale, valueOf, summaryOf }) ?? cell.name.replace(/_+/gu, " ").trim();
}

function refuseUnfinished(
  cells: readonly Cell[],
  values: { readonly [cell: string]: Json },
  sessions: ReadonlyMap<CellId, CellSession>,
  options: MakeOptions,
): void {
  for (const cell of cells) {
    const status = sessions.get(cell.id)?.status;
    if (status?.state === "fresh") continue;
    const turned = Object.entries(values).find(([id]) => cells.some((one) => one.id === id));
    const name = cells.find((one) => one.id === turned?.[0])?.name ?? "";
    if (status?.state !== "failed" && status?.state !== "invalid" && status?.state !== "blocked")
      refuse("unavailable", publishWords.failure("no-kernel"));
    refuse(
      "conflict",
      publishWords.failure("value-failed", {
        name,
        value: JSON.stringify(turned?.[1] ?? null),
        cell: cell.name,
        detail: status.state === "blocked" ? "" : failureSentence(status.failure, options.locale),
      }),
    );
  }
}

// ---- places -----------------------------------------------------------------------------------------------------------

type Place = Pick<PublishedTile, "x" | "y" | "w" | "h">;
const layoutOf = ({ layout }: PostPublication) => (layout && "tiles" in layout ? layout.tiles : layout);
function placesOf(
  cells: readonly Cell[],
  layout: readonly DashboardTile[] | readonly { cell: string; x: number; y: number; w: number; h: number }[],
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const { cell, x, y, w, h } of layout)
    if (cells.some((one) => one.id === cell)) places.set(cell, { x, y, w: Math.min(w, 12 - x), h });
  let below = Math.max(0, ...[...places.values()].map((place) => place.y + place.h));
  for (const cell of cells) {
    if (places.has(cell.id)) continue;
    // Rows of 40 px.
    const { h } = usualTile[cardOf(cell.kind)?.frame ?? "block"];
    places.set(cell.id, { x: 0, y: below, w: 12, h });
    below += h;
  }
  return places;
}

// ---- how it was made ----------------------------------------------------------------------------------------------------

type Way = Pick<PublishedTile, "made" | "tried">;

/** Kinds and dates of the way from the files; names and fingerprints only of what is published. */
async function stepsOf(
  cell: Cell,
  shown: ShownResult,
  of: {
    readonly within: readonly string[];
    readonly sessions: ReadonlyMap<CellId, CellSession>;
    readonly tileOf: ReadonlyMap<string, string>;
    readonly names: ReadonlyMap<string, string>;
    readonly selection: Pick<Selection, "graph" | "sessions">;
    /** Of a published cell. */
    readonly fingerprintOf: (cell: string) => Promise<string | null>;
  },
  { db, lab, notebook }: MakeOptions,
): Promise<Way> {
  if (kindOf(cell.kind)?.place === "inline") return { made: [] };
  const digests = Object.values(shown.outputs).map((output) => output.digest);
  const { tileOf, names } = of;
  const trace = await traceResult(db, { lab, key: shown.key, digests, within: of.within });
  // What an equal cell of another notebook made stands for the one that shows it here.
  const byKey = new Map([...of.sessions].map(([id, session]) => [session.shown?.key as string | undefined, id as string]));
  const steps: PublishedTile["made"][number][] = [];
  for (const node of trace?.nodes ?? []) {
    if (node.what === "file") steps.push({ kind: "dataset", name: null, tile: null, at: null, fingerprint: null });
    // A value could be guessed from its fingerprint.
    if (node.what !== "result") continue;
    const made = byKey.get(node.result.key) ?? node.result.cell;
    const tile = tileOf.get(made) ?? null;
    steps.push({
      kind: node.result.kind,
      name: tile === null ? null : (names.get(made) ?? null),
      tile,
      at: node.result.at,
      fingerprint: tile === null ? null : await of.fingerprintOf(made),
    });
  }
  const tried = trace ? await triedBefore(db, trace, { ...of.selection, lab, notebook }) : [];
  return { made: steps, ...(tried.length > 0 ? { tried } : {}) };
}
