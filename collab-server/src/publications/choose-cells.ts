// The selection that is to go out, looked at: which cells, what they show now, which data are behind them, and what stands
// in the way. Used by the panel before publishing, and again by publishing itself.

import { artifactCardOf } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import { canonicalJson } from "@genomecraft/cells/base/canonical-json.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Failure } from "@genomecraft/cells/base/failure.ts";
import type { Sources } from "@genomecraft/cells/base/sources.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import type { Disclosure } from "@genomecraft/cells/contract/disclosure.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import { failureSentence } from "@genomecraft/cells/messages/catalogue.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import { dependencyGraph, type DependencyGraph } from "@genomecraft/cells/notebook/dependency-graph.ts";
import { type Cell, type Notebook } from "@genomecraft/cells/notebook/notebook.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import type { Executor } from "@genomecraft/storage/database.ts";
import { sourceVersions, type SourceVersion } from "@genomecraft/storage/queries/lineage.ts";
import { openAgreements } from "@genomecraft/storage/queries/publications.ts";
import { agreesTo, mostCombinations, type CheckPublication, type PublicationCheck } from "../../contract/publications.ts";
import { datasetStandingsOf } from "../access.ts";
import { canDataset } from "../permissions.ts";
import type { ServerContext } from "../server-context.ts";
import { committedNotebook } from "../sync/committed-notebook.ts";
import { disclosed, smallGroups } from "./disclosed.ts";
import { showablePort } from "./published-content.ts";
import { sourcesByCell } from "@genomecraft/cells/runtime/sources-by-cell.ts";
import { resultsOfLab, settleCells } from "./settle-notebook.ts";
import { words as publishWords } from "./words.ts";

export interface Selection {
  readonly notebook: Notebook;
  readonly graph: DependencyGraph;
  /** In the order of the page. */
  readonly cells: readonly Cell[];
  readonly sessions: ReadonlyMap<CellId, CellSession>;
  readonly combinations: readonly { readonly [cell: string]: Json }[];
  /** Digests of the files behind what is chosen. */
  readonly sources: readonly string[];
  readonly versions: readonly SourceVersion[];
  /** Of the data sets whose labs have agreed, or need not be asked. */
  readonly asked: PublicationCheck["sources"];
  readonly obstacles: readonly Obstacle[];
  /** Persons that a group of a chosen cell must hold at least; absent where its data are not about persons. */
  readonly least: ReadonlyMap<CellId, number>;
  /** Whose rule that is. */
  readonly leastLabs: readonly string[];
  /** Groups below it, which go out for a reason that was given. */
  readonly small: readonly { readonly cell: CellId; readonly sizes: readonly number[] }[];
}

export interface Obstacle {
  readonly reason: PublicationCheck["blockers"][number]["reason"];
  readonly failure: Failure;
  readonly cells: PublicationCheck["blockers"][number]["cells"];
  readonly datasets: PublicationCheck["blockers"][number]["datasets"];
}

const nameOf = (cell: Cell): string => cell.name || kindOf(cell.kind)?.title || cell.kind;

export async function lookAtSelection(
  context: ServerContext,
  executor: Executor,
  of: { readonly notebook: string; readonly lab: string; readonly user: string },
  wanted: CheckPublication,
  read: (output: OutputRef, sources: Sources) => Promise<Artifact>,
): Promise<Selection> {
  const notebook = await committedNotebook(executor, of.notebook);
  const graph = dependencyGraph(notebook, kindOf);
  const chosen = new Set(wanted.cells);
  const cells = notebook.cells.filter((cell) => chosen.has(cell.id) && cell.deletedAt === null);
  const obstacles: Obstacle[] = [];
  const obstacle = (reason: Obstacle["reason"], value: Failure, more: Partial<Obstacle> = {}): void => {
    obstacles.push({ reason, failure: value, cells: [], datasets: [], ...more });
  };
  if (cells.length < chosen.size) obstacle("not-fresh", publishWords.failure("cell-gone"));

  const sessions = await settleCells(
    notebook,
    cells.map((cell) => cell.id),
    { results: resultsOfLab(context.db, { ...of, now: context.now }), executor: null, by: of.user, now: context.now },
  );
  // ---- whose data go out ----
  const all = sourcesByCell(graph);
  const behind = new Map(cells.map((cell) => [cell, all.get(cell.id) ?? []]));
  const sources = [...new Set([...behind.values()].flat())].sort();
  const versions = await sourceVersions(executor, of.notebook, sources);
  const standings = await datasetStandingsOf(executor, [...new Set(versions.map((version) => version.dataset))], of.user);
  const standing = (version: SourceVersion) => standings.get(version.dataset) ?? "none";
  const closed = new Set(
    sources.filter(
      (source) => !versions.some((version) => version.digest === source && canDataset(standing(version), "dataset.see-results")),
    ),
  );
  /** Of these nothing is said but whose they are: what became of them tells of the data. */
  const hidden = new Set(cells.filter((cell) => behind.get(cell)?.some((source) => closed.has(source))));
  const stateOf = (cell: Cell): string => (hidden.has(cell) ? "restricted" : (sessions.get(cell.id)?.status.state ?? "idle"));

  const late = cells.filter((cell) => !hidden.has(cell) && stateOf(cell) !== "fresh");
  if (late.length > 0)
    obstacle("not-fresh", publishWords.failure("not-fresh", { n: late.length, names: late.map(nameOf) }), {
      cells: late.map((cell) => ({ id: cell.id, name: nameOf(cell), state: stateOf(cell) })),
    });

  const looked = new Map<CellId, { readonly artifact: Artifact; readonly told: Disclosure }>();
  for (const cell of cells) {
    const outputs = sessions.get(cell.id)?.shown?.outputs;
    if (!outputs || late.includes(cell) || hidden.has(cell)) continue;
    const one = { cells: [{ id: cell.id, name: nameOf(cell), state: stateOf(cell) }] };
    const port = showablePort(outputs);
    if (port === null) {
      const [main] = Object.values(outputs);
      const type = main ? { ...artifactCardOf(main.summary).words.sentence("name") } : cell.kind;
      obstacle("not-showable", publishWords.failure("not-showable", { name: nameOf(cell), type }), one);
      continue;
    }
    const artifact = await read(outputs[port] as OutputRef, behind.get(cell) ?? []);
    const told = disclosed(artifact, cell, port, { graph, sessions });
    if (!told) {
      obstacle("not-showable", publishWords.failure("undeclared", { name: nameOf(cell) }), one);
      continue;
    }
    looked.set(cell.id, { artifact, told });
    if (told.identifying.length > 0 && !wanted.labels)
      obstacle("identifiers", publishWords.failure("identifiers", { name: nameOf(cell), columns: [...told.identifying] }), one);
  }

  const combinations = combine(wanted, cells, obstacle);

  if (closed.size > 0) {
    obstacle("restricted", publishWords.failure("restricted", { names: [...hidden].map(nameOf) }), {
      cells: [...hidden].map((cell) => ({ id: cell.id, name: nameOf(cell), state: stateOf(cell) })),
    });
  }
  // Rows go out only by whoever may see them herself: results of a data set are no rows.
  const rowless = new Set(
    sources.filter(
      (source) => !versions.some((version) => version.digest === source && canDataset(standing(version), "dataset.see-rows")),
    ),
  );
  const tables = cells.filter((cell) => {
    if (hidden.has(cell)) return false;
    const outputs = sessions.get(cell.id)?.shown?.outputs ?? {};
    const output = outputs[showablePort(outputs) ?? ""];
    return output !== undefined && artifactCardOf(output.summary).rights === "rows";
  });
  for (const cell of tables) {
    const hidden = behind.get(cell)?.filter((source) => rowless.has(source) && !closed.has(source)) ?? [];
    if (hidden.length > 0)
      obstacle("restricted", publishWords.failure("rows", { name: nameOf(cell) }), {
        cells: [{ id: cell.id, name: nameOf(cell), state: stateOf(cell) }],
      });
  }
  // ---- small groups of persons ----
  const least = new Map<CellId, number>();
  const small: { readonly cell: CellId; readonly sizes: readonly number[] }[] = [];
  for (const cell of cells) {
    const wantedBy = versions.filter((version) => behind.get(cell)?.includes(version.digest));
    const most = Math.max(0, ...wantedBy.map((version) => version.smallGroups));
    if (most === 0) continue;
    least.set(cell.id, most);
    const seen = looked.get(cell.id);
    const found = seen ? tooSmall(seen.artifact, seen.told, cell, most) : null;
    if (!found) continue;
    if (wanted.smallGroups !== undefined) small.push({ cell: cell.id, sizes: found.sizes });
    else obstacle("small-groups", found.failure, { cells: [{ id: cell.id, name: nameOf(cell), state: stateOf(cell) }] });
  }
  const leastLabs = [...new Set(versions.filter((version) => version.smallGroups > 0).map((version) => version.labName))];

  const agreements = new Set((await openAgreements(executor, of.notebook)).map((row) => row.dataset));
  const asked: PublicationCheck["sources"] = [];
  const refused: SourceVersion[] = [];
  for (const source of sources) {
    const holders = versions.filter((version) => version.digest === source);
    if (holders.length === 0 || closed.has(source)) continue;
    const own = holders.find((version) => version.lab === of.lab);
    const agreed = holders.find(
      (version) =>
        agreements.has(version.dataset) ||
        (agreesTo(wanted.agree, version.dataset) && canDataset(standing(version), "dataset.grant")),
    );
    const shown = own ?? agreed ?? (holders[0] as SourceVersion);
    asked.push({
      dataset: { id: shown.dataset, name: shown.name, version: shown.version },
      lab: { id: shown.lab, name: shown.labName },
      agreed: own ? null : agreed !== undefined,
      mayAgree: !own && canDataset(standing(shown), "dataset.grant"),
    });
    if (!own && !agreed) refused.push(shown);
  }
  if (refused.length > 0) {
    const labs = [...new Set(refused.map((version) => version.labName))];
    obstacle(
      "must-agree",
      publishWords.failure("must-agree", { labs, datasets: refused.map((version) => version.name), n: labs.length }),
      {
        datasets: refused.map((version) => ({
          id: version.dataset,
          name: version.name,
          lab: { id: version.lab, name: version.labName },
        })),
      },
    );
  }
  return { notebook, graph, cells, sessions, combinations, sources, versions, asked, obstacles, least, leastLabs, small };
}

/** Groups of a tile that hold fewer persons than the labs of the data want, with the sentence; null where there are none. */
export function tooSmall(
  artifact: Artifact,
  told: Disclosure,
  cell: Cell,
  fewest: number,
): { readonly sizes: readonly number[]; readonly failure: Failure } | null {
  const few = smallGroups(artifact, told, fewest);
  if (few === null) return null;
  const name = nameOf(cell);
  return few === "rows"
    ? { sizes: [1], failure: publishWords.failure("small-rows", { name, least: fewest }) }
    : { sizes: few, failure: publishWords.failure("small-groups", { name, least: fewest, sizes: few }) };
}

/** Every combination of the values that readers may choose, the one that is shown at first in front. */
function combine(
  wanted: CheckPublication,
  cells: readonly Cell[],
  obstacle: (reason: Obstacle["reason"], value: Failure) => void,
): readonly { readonly [cell: string]: Json }[] {
  let combinations: { readonly [cell: string]: Json }[] = [{}];
  const n = Object.values(wanted.parameters).reduce((product, values) => product * distinct(values).length, 1);
  if (n > mostCombinations) {
    obstacle("too-many", publishWords.failure("too-many", { n, most: mostCombinations }));
    return combinations;
  }
  for (const [id, given] of Object.entries(wanted.parameters)) {
    const cell = cells.find((candidate) => candidate.id === id);
    const control = cardOf(cell?.kind ?? "")?.control;
    if (!cell || !control) {
      obstacle("not-parameter", publishWords.failure("not-parameter", { name: cell ? nameOf(cell) : id }));
      continue;
    }
    const kind = kindOf(cell.kind);
    const values = distinct(given as readonly Json[]);
    const wrong = values.find((value) => kind?.schema.safeParse({ ...cell.spec, [control.value]: value }).success !== true);
    if (wrong !== undefined) {
      obstacle("value-refused", publishWords.failure("value-refused", { name: nameOf(cell), value: JSON.stringify(wrong) }));
      continue;
    }
    const now = canonicalJson((cell.spec[control.value] ?? null) as Json);
    const ordered = [...values].sort((a, b) => Number(canonicalJson(b) === now) - Number(canonicalJson(a) === now));
    combinations = ordered.flatMap((value) => combinations.map((before) => ({ ...before, [id]: value })));
  }
  return combinations;
}

export const distinct = (values: readonly Json[]): readonly Json[] => [
  ...new Map(values.map((value) => [canonicalJson(value), value])).values(),
];

export const obstacleInWords = (obstacle: Obstacle, locale: Locale): PublicationCheck["blockers"][number] => ({
  reason: obstacle.reason,
  message: failureSentence(obstacle.failure, locale),
  cells: obstacle.cells,
  datasets: obstacle.datasets,
});
