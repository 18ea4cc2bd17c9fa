// The selection that is to go out, looked at: which cells, what they show now, which data are behind them, and what stands
// in the way. Used by the panel before publishing, and again by publishing itself.

import { artifactCardOf } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import type { CellId, Digest } from "@genomecraft/cells/base/ids.ts";
import type { Failure } from "@genomecraft/cells/base/failure.ts";
import type { Sources } from "@genomecraft/cells/base/sources.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import type { Disclosure } from "@genomecraft/cells/contract/disclosure.ts";
import { failureSentence } from "@genomecraft/cells/messages/catalogue.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import type { DependencyGraph } from "@genomecraft/cells/notebook/dependency-graph.ts";
import { type Cell, type Notebook } from "@genomecraft/cells/notebook/notebook.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import type { Executor } from "@genomecraft/storage/database.ts";
import { sourceVersions, type SourceVersion } from "@genomecraft/storage/queries/lineage.ts";
import { labsOfNotebook } from "@genomecraft/storage/queries/access.ts";
import { originsInNotebook } from "@genomecraft/storage/queries/origins.ts";
import { openAgreements, pinnedWith } from "@genomecraft/storage/queries/publications.ts";
import { agreesTo, type CheckPublication, type PublicationCheck } from "../../contract/publications.ts";
import { datasetStandingsOf, ownStandingsOf } from "../access.ts";
import { Sight } from "../feed/personal-feed.ts";
import { canDataset } from "../permissions.ts";
import type { ServerContext } from "../server-context.ts";
import { committedNotebook } from "../sync/committed-notebook.ts";
import { closeTotals, type PublishedView } from "./close-totals.ts";
import { asReadersSee, disclosed, identifiersShown, smallGroups } from "./disclosed.ts";
import { digestOfProposal } from "./proposal.ts";
import { showablePort } from "./published-content.ts";
import { graphOfNotebook, sourcesInNotebook } from "@genomecraft/cells/runtime/graph-of-notebook.ts";
import { combine, nameOf } from "./reader-values.ts";
import { resultsOfLab, settleCells } from "./settle-notebook.ts";
import { words as publishWords } from "./words.ts";

export interface Selection {
  readonly notebook: Notebook;
  readonly graph: DependencyGraph;
  /** Of the dashboard. */
  readonly title: string;
  /** In the order of the page. */
  readonly cells: readonly Cell[];
  readonly sessions: ReadonlyMap<CellId, CellSession>;
  readonly combinations: readonly { readonly [cell: string]: Json }[];
  /** Digests of the files behind what is chosen, and of those that these were made of. */
  readonly sources: readonly string[];
  /** The same of one of the cells. */
  sourcesOf(cell: Cell): readonly string[];
  readonly versions: readonly SourceVersion[];
  /** Of the data sets whose labs have agreed, or need not be asked. */
  readonly asked: PublicationCheck["sources"];
  readonly obstacles: readonly Obstacle[];
  /** Persons that a group of a chosen cell must hold at least; absent where its data are not about persons. */
  readonly least: ReadonlyMap<CellId, Least>;
  /** What is shown to labs of the data, and to what they agree. */
  readonly proposal: Digest;
  /** Sentences about views whose totals of a category are almost those of another one, here or in a dashboard that is out. */
  tooCloseIn(views: readonly PublishedView[]): readonly Failure[];
  /** Whose rule that is. */
  readonly leastLabs: readonly string[];
  /** What goes out as a table. */
  readonly tables: PublicationCheck["tables"];
  /** Groups below it, which go out for a reason that was given. */
  readonly small: readonly { readonly cell: CellId; readonly sizes: readonly number[] }[];
}

/** Groups of persons that may go out. */
export interface Least {
  /** What the notebook's own lab wants: a reason overrides it. */
  readonly own: number;
  /** What other labs want who have not agreed to this. Nothing overrides it. */
  readonly others: number;
  /** What those want who have agreed: they saw what goes out. */
  readonly agreed: number;
  /** Names of the other labs. */
  readonly labs: readonly string[];
}

export interface Obstacle {
  readonly reason: PublicationCheck["blockers"][number]["reason"];
  readonly failure: Failure;
  readonly cells: PublicationCheck["blockers"][number]["cells"];
  readonly datasets: PublicationCheck["blockers"][number]["datasets"];
}

export async function lookAtSelection(
  context: ServerContext,
  executor: Executor,
  of: { readonly notebook: string; readonly lab: string; readonly user: string },
  wanted: CheckPublication,
  read: (output: OutputRef, sources: Sources) => Promise<Artifact>,
): Promise<Selection> {
  const notebook = await committedNotebook(executor, of.notebook);
  const graph = graphOfNotebook(notebook);
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
  const groups = await labsOfNotebook(executor, of.notebook);
  const title = wanted.title ?? notebook.title;
  const proposal = digestOfProposal({ graph, cells, title, sessions, labs: [of.lab, ...groups.map(({ lab }) => lab)] }, wanted);
  // ---- whose data go out ----
  const all = sourcesInNotebook(notebook);
  const behind = new Map(cells.map((cell) => [cell, all.get(cell.id) ?? []]));
  const sources = [...new Set([...behind.values()].flat())].sort();
  // What recipes and tables of features were made of goes out with them: their labs are asked, and their rules count.
  const made = await originsInNotebook(executor, of.notebook, sources);
  const withOrigins = (of: readonly string[]): string[] =>
    [...new Set(of.flatMap((one) => [one, ...(made.get(one) ?? [])]))].sort();
  const allBehind = new Map(cells.map((cell) => [cell, withOrigins(behind.get(cell) ?? [])]));
  const versions = await sourceVersions(executor, of.notebook, sources);
  const ids = [...new Set(versions.map((version) => version.dataset))];
  const standings = await datasetStandingsOf(executor, ids, of.user, of.notebook);
  const standing = (version: SourceVersion) => standings.get(version.dataset) ?? "none";
  // The word of a lab on what it made is its own; on what it made that of, others' are asked for beside it.
  const owned = await ownStandingsOf(executor, ids, of.user);
  const ownStanding = (version: SourceVersion) => owned.get(version.dataset) ?? "none";
  const without = (right: Parameters<typeof canDataset>[1]): ReadonlySet<string> =>
    new Set(
      sources.filter((source) => !versions.some((version) => version.digest === source && canDataset(standing(version), right))),
    );
  const closed = without("dataset.see-results");
  const binned = onlyInBin(
    withOrigins(sources).filter((source) => !closed.has(source)),
    versions,
  );
  if (binned.length > 0)
    obstacle(
      "data-in-bin",
      publishWords.failure("data-in-bin", { names: [...new Set(binned.map(({ name }) => name))], n: binned.length }),
      named(binned),
    );
  /** Of these nothing is said but whose they are: what became of them tells of the data. */
  const hidden = new Set(cells.filter((cell) => behind.get(cell)?.some((source) => closed.has(source))));
  // Of data of which she sees results only, what she sees of a cell is all that may be told of it.
  const rowless = without("dataset.see-rows");
  const sight = new Sight({ context, notebook: of.notebook, user: of.user });
  const unreleased = new Set<Cell>();
  for (const cell of cells) {
    const behindCell = behind.get(cell) ?? [];
    const session = sessions.get(cell.id);
    if (hidden.has(cell) || !session || !behindCell.some((source) => rowless.has(source))) continue;
    const told = await sight.sessionFor({ session, sources: behindCell });
    if (told.status.state === "unreleased") unreleased.add(cell);
  }
  const stateOf = (cell: Cell): string =>
    hidden.has(cell) ? "restricted" : unreleased.has(cell) ? "unreleased" : (sessions.get(cell.id)?.status.state ?? "idle");
  if (unreleased.size > 0) {
    const labs = [...new Set(versions.filter(({ digest }) => rowless.has(digest)).map(({ labName }) => labName))];
    obstacle("unreleased", publishWords.failure("unreleased", { names: [...unreleased].map(nameOf), n: unreleased.size, labs }), {
      cells: [...unreleased].map((cell) => ({ id: cell.id, name: nameOf(cell), state: "unreleased" })),
    });
  }

  const late = cells.filter((cell) => !hidden.has(cell) && !unreleased.has(cell) && stateOf(cell) !== "fresh");
  if (late.length > 0)
    obstacle("not-fresh", publishWords.failure("not-fresh", { n: late.length, names: late.map(nameOf) }), {
      cells: late.map((cell) => ({ id: cell.id, name: nameOf(cell), state: stateOf(cell) })),
    });

  const goingOut: PublicationCheck["tables"] = [];
  const looked = new Map<CellId, { readonly artifact: Artifact; readonly told: Disclosure }>();
  for (const cell of cells) {
    const outputs = sessions.get(cell.id)?.shown?.outputs;
    if (!outputs || late.includes(cell) || hidden.has(cell) || unreleased.has(cell)) continue;
    const one = { cells: [{ id: cell.id, name: nameOf(cell), state: stateOf(cell) }] };
    const port = showablePort(outputs, cell.kind);
    if (port === null) {
      const [main] = Object.values(outputs);
      const type = main ? { ...artifactCardOf(main.summary).words.sentence("name") } : cell.kind;
      // Its track is read from its rows whenever somebody looks, and readers are given none of these.
      const why = main?.summary.type === "file" ? "not-showable-file" : "not-showable";
      obstacle("not-showable", publishWords.failure(why, { name: nameOf(cell), type }), one);
      continue;
    }
    const artifact = await read(outputs[port] as OutputRef, behind.get(cell) ?? []);
    const seen = asReadersSee(artifact, cell, { graph });
    const told = disclosed(artifact, cell, port, { graph, sessions });
    if (!told) {
      obstacle("not-showable", publishWords.failure("undeclared", { name: nameOf(cell) }), one);
      continue;
    }
    looked.set(cell.id, { artifact, told });
    if (seen.type === "table") goingOut.push({ cell: cell.id, name: nameOf(cell), rows: seen.rowCount });
    if (told.identifying.length > 0 && !wanted.labels)
      obstacle("identifiers", identifiersShown(nameOf(cell), told.identifying, seen), one);
  }

  const combinations = combine(wanted, cells, obstacle);

  if (closed.size > 0) {
    obstacle("restricted", publishWords.failure("restricted", { names: [...hidden].map(nameOf) }), {
      cells: [...hidden].map((cell) => ({ id: cell.id, name: nameOf(cell), state: stateOf(cell) })),
    });
  }
  // Rows go out only by whoever may see them herself: results of a data set are no rows.
  const tables = cells.filter((cell) => {
    if (hidden.has(cell) || unreleased.has(cell)) return false;
    const outputs = sessions.get(cell.id)?.shown?.outputs ?? {};
    const output = outputs[showablePort(outputs, cell.kind) ?? ""];
    return output !== undefined && artifactCardOf(output.summary).rights === "rows";
  });
  for (const cell of tables) {
    const hidden = behind.get(cell)?.filter((source) => rowless.has(source) && !closed.has(source)) ?? [];
    if (hidden.length > 0)
      obstacle("restricted", publishWords.failure("rows", { name: nameOf(cell) }), {
        cells: [{ id: cell.id, name: nameOf(cell), state: stateOf(cell) }],
      });
  }
  // ---- whose labs have agreed, to exactly this ----
  const agreements = new Set(
    (await openAgreements(executor, of.notebook)).filter((row) => row.proposal === proposal).map((row) => row.dataset),
  );
  /** Of the notebook's lab, and she is of it: a guest who owns a notebook is not asked for her own word. */
  const isOwn = (version: SourceVersion): boolean => version.lab === of.lab && canDataset(ownStanding(version), "dataset.attach");
  const hasAgreed = (version: SourceVersion): boolean =>
    agreements.has(version.dataset) ||
    (agreesTo(wanted.agree, version.dataset) && canDataset(ownStanding(version), "dataset.grant"));
  const open = withOrigins(sources.filter((source) => !closed.has(source)));
  const mayGrant = (version: SourceVersion): boolean => canDataset(ownStanding(version), "dataset.grant");
  const { asked, refused } = whoIsAsked(open, versions, { isOwn, hasAgreed, mayGrant });

  // ---- small groups of persons ----
  const least = new Map<CellId, Least>();
  const small: { readonly cell: CellId; readonly sizes: readonly number[] }[] = [];
  const hasReason = wanted.smallGroups !== undefined;
  for (const cell of cells) {
    const wantedBy = versions.filter((version) => version.smallGroups > 0 && allBehind.get(cell)?.includes(version.digest));
    if (wantedBy.length === 0) continue;
    const rule = leastOf(wantedBy, { isOwn, hasAgreed });
    least.set(cell.id, rule);
    const seen = looked.get(cell.id);
    if (!seen) continue;
    const found = tooSmall(seen.artifact, seen.told, cell, { rule, hasReason });
    if (found) obstacle("small-groups", found.failure, { cells: [{ id: cell.id, name: nameOf(cell), state: stateOf(cell) }] });
    const few = smallGroups(seen.artifact, seen.told, Math.max(rule.own, rule.others, rule.agreed));
    if (few !== null) small.push({ cell: cell.id, sizes: typeof few === "string" ? [1] : few });
  }
  const leastLabs = [...new Set(versions.filter((version) => version.smallGroups > 0).map((version) => version.labName))];

  // ---- totals that are almost equal ----
  const views = cells.flatMap((cell): PublishedView[] => {
    const told = looked.get(cell.id)?.told.behind;
    return told?.of === "groups" && told.totals
      ? [{ name: nameOf(cell), sources: allBehind.get(cell) ?? [], totals: told.totals }]
      : [];
  });
  const out = await viewsThatAreOut(executor, withOrigins(sources), context.now());
  const tooCloseIn = (all: readonly PublishedView[]): readonly Failure[] =>
    tooClose(all, out, versions, { isOwn, hasReason, hasAgreed });
  for (const found of tooCloseIn(views)) obstacle("close-totals", found);

  if (refused.length > 0) {
    const labs = [...new Set(refused.map((version) => version.labName))];
    obstacle(
      "must-agree",
      publishWords.failure("must-agree", { labs, datasets: refused.map((version) => version.name), n: labs.length }),
      named(refused),
    );
  }
  return {
    notebook,
    graph,
    cells,
    sessions,
    combinations,
    sources: withOrigins(sources),
    sourcesOf: (cell) => allBehind.get(cell) ?? [],
    versions,
    asked,
    obstacles,
    least,
    leastLabs,
    small,
    tables: goingOut,
    title,
    proposal,
    tooCloseIn,
  };
}

/** Groups of a tile that hold fewer persons than the labs of the data want, as a sentence; null where nothing stands in the way. */
export function tooSmall(
  artifact: Artifact,
  told: Disclosure,
  cell: Cell,
  { rule, hasReason }: { readonly rule: Least; readonly hasReason: boolean },
): { readonly failure: Failure } | null {
  const name = nameOf(cell);
  const foreign = smallGroups(artifact, told, rule.others);
  if (foreign !== null) {
    const sizes = typeof foreign === "string" ? [1] : foreign;
    return {
      failure: publishWords.failure("small-of-labs", { name, least: rule.others, sizes: [...sizes], labs: [...rule.labs] }),
    };
  }
  const few = hasReason ? null : smallGroups(artifact, told, rule.own);
  if (few === null) return null;
  if (typeof few === "string") return { failure: publishWords.failure(`small-${few}`, { name, least: rule.own }) };
  return { failure: publishWords.failure("small-groups", { name, least: rule.own, sizes: [...few] }) };
}

/** What dashboards that are out say of these files. */
async function viewsThatAreOut(executor: Executor, sources: readonly string[], now: number): Promise<readonly PublishedView[]> {
  const other = publishWords.say("other-dashboard", {}, "en");
  return (await pinnedWith(executor, sources, now)).flatMap((pinned) =>
    ((pinned as { readonly views?: readonly PublishedView[] }).views ?? []).map((view) => ({ ...view, name: other })),
  );
}

const named = (versions: readonly SourceVersion[]): Pick<Obstacle, "datasets"> => ({
  datasets: versions.map(({ dataset, name, lab, labName }) => ({ id: dataset, name, lab: { id: lab, name: labName } })),
});

/** A version of each source that is kept in the bin alone. */
const onlyInBin = (sources: readonly string[], versions: readonly SourceVersion[]): readonly SourceVersion[] =>
  sources.flatMap((source) => {
    const holders = versions.filter((version) => version.digest === source);
    return holders.every(({ inBin }) => inBin) ? holders.slice(0, 1) : [];
  });

interface LabsBehind {
  readonly isOwn: (version: SourceVersion) => boolean;
  readonly hasAgreed: (version: SourceVersion) => boolean;
}

/** Of each file the version by which it may go out, or of which somebody has to be asked; `refused`: those who have not agreed. */
function whoIsAsked(
  sources: readonly string[],
  versions: readonly SourceVersion[],
  { isOwn, hasAgreed, mayGrant }: LabsBehind & { readonly mayGrant: (version: SourceVersion) => boolean },
): { readonly asked: PublicationCheck["sources"]; readonly refused: readonly SourceVersion[] } {
  const asked: PublicationCheck["sources"] = [];
  const refused: SourceVersion[] = [];
  for (const source of sources) {
    const all = versions.filter((version) => version.digest === source);
    const kept = all.filter(({ inBin }) => !inBin);
    const holders = kept.length > 0 ? kept : all;
    const [first] = holders;
    if (!first) continue;
    const own = holders.find(isOwn);
    const agreed = holders.find(hasAgreed);
    const shown = own ?? agreed ?? first;
    asked.push({
      dataset: { id: shown.dataset, name: shown.name, version: shown.version },
      lab: { id: shown.lab, name: shown.labName },
      agreed: own ? null : agreed !== undefined,
      mayAgree: !own && mayGrant(shown),
    });
    if (!own && !agreed) refused.push(shown);
  }
  return { asked, refused };
}

function leastOf(wantedBy: readonly SourceVersion[], { isOwn, hasAgreed }: LabsBehind): Least {
  const most = (of: readonly SourceVersion[]): number => Math.max(0, ...of.map(({ smallGroups }) => smallGroups));
  const others = wantedBy.filter((version) => !isOwn(version));
  return {
    own: most(wantedBy.filter(isOwn)),
    others: most(others.filter((version) => !hasAgreed(version))),
    agreed: most(others.filter(hasAgreed)),
    labs: [...new Set(others.map(({ labName }) => labName))],
  };
}

/** Sentences about views whose totals of a category are closer than a lab of the data wants. */
function tooClose(
  views: readonly PublishedView[],
  out: readonly PublishedView[],
  versions: readonly SourceVersion[],
  by: {
    isOwn(version: SourceVersion): boolean;
    readonly hasReason: boolean;
    readonly hasAgreed: (version: SourceVersion) => boolean;
  },
): readonly Failure[] {
  return versions.flatMap((version) => {
    const isOwn = by.isOwn(version);
    if (version.smallGroups === 0 || (isOwn ? by.hasReason : by.hasAgreed(version))) return [];
    return closeTotals(views, out, { source: version.digest, least: version.smallGroups }).map(({ category, ...found }) => {
      const params = {
        ...found,
        other: { ...publishWords.sentence("other-dashboard") } as Json,
        ...(out.some(({ name }) => name === found.other) ? {} : { other: found.other }),
        category: category === "" ? ({ ...publishWords.sentence("in-all") } as Json) : category,
        least: version.smallGroups,
      };
      return isOwn
        ? publishWords.failure("close-totals", params)
        : publishWords.failure("close-totals-of-labs", { ...params, labs: [version.labName] });
    });
  });
}

export const obstacleInWords = (obstacle: Obstacle, locale: Locale): PublicationCheck["blockers"][number] => ({
  reason: obstacle.reason,
  message: failureSentence(obstacle.failure, locale),
  cells: obstacle.cells,
  datasets: obstacle.datasets,
});
