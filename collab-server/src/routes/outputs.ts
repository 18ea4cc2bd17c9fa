// What a cell has made: summaries, windows, names to choose from, downloads. Rows need the right to rows of every data set
// behind the result, downloads the right to download.

import { createRoute, z } from "@hono/zod-openapi";
import { artifactCardOf } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import { columnSummaries } from "@genomecraft/cells/artifacts/column-summaries.ts";
import { columnsOfWindow, windowOfArtifact } from "@genomecraft/cells/artifacts/window-of-artifact.ts";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { artifactToJson, isInlineArtifact } from "@genomecraft/cells/artifacts/artifact-json.ts";
import { namesOf } from "@genomecraft/cells/artifacts/names-of-artifact.ts";
import { nearestNames } from "@genomecraft/cells/base/nearest-name.ts";
import { searchInArtifact } from "@genomecraft/cells/artifacts/genes/search-in-artifact.ts";
import { searchNames } from "@genomecraft/cells/artifacts/search-names.ts";
import { artifactTypeOf } from "@genomecraft/cells/artifacts/artifact-types.ts";
import { exportFormats } from "@genomecraft/cells/artifacts/export-formats.ts";
import { exportArtifact } from "@genomecraft/cells/formats/write/export-artifact.ts";
import type { TablePart } from "@genomecraft/cells/artifacts/table-window.ts";
import { joinSources, type Sources } from "@genomecraft/cells/base/sources.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import { sessionOfCell } from "@genomecraft/storage/queries/shown.ts";
import {
  alongAnswer,
  alongQuery,
  digestQuery,
  downloadQuery,
  mostColumns,
  outputAnswer,
  searchAnswer,
  searchQuery,
  summaryAnswer,
  summaryQuery,
  windowAnswer,
  windowQuery,
} from "../../contract/outputs.ts";
import { words as serverWords } from "@genomecraft/cells/messages/server/words.ts";
import { principalOf, requireNotebook } from "../access.ts";
import { forbid, refuse } from "../errors.ts";
import { Sight } from "../feed/personal-feed.ts";
import type { Live } from "../live.ts";
import { ArtifactCache, findOutput, presentSources } from "../outputs/read-output.ts";
import { labsConcerned, recordRead } from "../outputs/record-read.ts";
import { standingOnSources } from "../outputs/source-standing.ts";
import { canDataset, type DatasetAction } from "../permissions.ts";
import type { App, Env, ServerContext } from "../server-context.ts";
import { answer, errorAnswers, pathParam } from "./route-shapes.ts";
import type { Context } from "hono";

const tags = ["Outputs"];
const at = "/api/v1/notebooks/{id}/cells/{cell}/outputs/{port}";
const params = z.object({
  id: pathParam("id", "Id of the notebook"),
  cell: pathParam("cell", "Id of the cell"),
  port: pathParam("port", "Output: out, or another name"),
});
/** Summaries of a matrix look at this many samples; the rest is reached by windows. */
const summarisedSamples = 64;

/** Refuses, and has it in the records of the labs whose data these are. */
type Closed = (reason: "restricted" | "restricted-rows" | "unreleased", sources?: Sources) => Promise<never>;

interface Opened {
  readonly output: OutputRef;
  readonly sources: Sources;
  readonly content: () => Promise<Artifact>;
  /** Names of columns that whoever sees no rows may read; null: she sees rows. */
  readonly columns: readonly string[] | null;
}

/** Refuses an order by a column that is not there: rows as they come would be taken for sorted ones. */
function sortable(artifact: Artifact, part: TablePart | undefined, column: string): void {
  const available = columnsOfWindow(artifact, part);
  if (available.length === 0 || available.includes(column)) return;
  const near = nearestNames(column, available);
  refuse("invalid", near.length > 0 ? "sort-near" : "sort-missing", { column, near, available: available.slice(0, 12) });
}

/** Refuses a part that this type does not have: its other rows would be taken for that part. */
function hasPart(artifact: Artifact, part: TablePart | undefined): void {
  if (part === undefined || part === "values" || namesOf(artifact, part)) return;
  refuse("invalid", "part-missing", { type: artifact.type, part });
}

/** Opens an output for whoever asks, as far as she may see it. */
function opener(context: ServerContext, cache: ArtifactCache) {
  const found = async (
    c: Context<Env>,
    where: { cell: string; port: string; digest?: string | undefined },
    action: DatasetAction,
    door: string,
  ): Promise<Opened> => {
    const { notebook } = c.var;
    const { user } = principalOf(c.var.principal);
    const { output, sources } = await findOutput(context, { notebook: notebook.id, lab: notebook.lab, ...where });
    const standing = await standingOnSources(context.db, { notebook: notebook.id, sources, user: user.id });
    const closed: Closed = async (reason, of = sources) =>
      forbid({ target: notebook.id, labs: await labsConcerned(context, notebook, of) }, reason);
    if (!canDataset(standing, "dataset.see-results")) return closed("restricted");
    const what = action === "dataset.see-rows" ? "rows" : "results";
    // A download has a row of its own.
    const opened = async (found: Opened): Promise<Opened> => {
      const of = { ...where, notebook, user: user.id, digest: found.output.digest, what, door, sources: found.sources } as const;
      if (door !== "download") await recordRead(context, of);
      c.header("etag", `"${found.output.digest}"`);
      return found;
    };
    c.header("cache-control", "private, no-cache");
    if (!canDataset(standing, "dataset.see-rows")) {
      const sight = new Sight({ context, notebook: notebook.id, user: user.id });
      return opened(await withoutRows(sight, notebook, where, action, closed));
    }
    // Whether a closed cell was ever run is not told either.
    if (!output) return refuse("not-found", "not-found", { what: "result" });
    // Rows of what is no table (a figure, a value, a report) are results.
    const needed = artifactCardOf(output.summary).rights === "rows" ? action : "dataset.see-results";
    if (!canDataset(standing, needed)) return closed("restricted-rows");
    const content = (): Promise<Artifact> => cache.read(context, { lab: notebook.lab, sources }, output);
    return opened({ output, sources, content, columns: null });
  };

  /** Of what she is told of in the list of states, and of nothing else; whatever is not among that is refused alike. */
  const withoutRows = async (
    sight: Sight,
    { id, lab }: { readonly id: string; readonly lab: string },
    where: { readonly cell: string; readonly port: string; readonly digest?: string | undefined },
    action: DatasetAction,
    closed: Closed,
  ): Promise<Opened> => {
    const kept = await sessionOfCell(context.db, id, where.cell);
    const sources = joinSources(kept?.sources ?? [], await presentSources(context, id, where.cell));
    const said = kept && { session: kept.session as CellSession, sources };
    const told = said && (await sight.sessionFor(said));
    const output = told?.shown?.outputs[where.port];
    if (!said || !output) return closed("unreleased", sources);
    if (where.digest !== undefined && where.digest !== output.digest) return refuse("not-found", "not-found", { what: "result" });
    if (artifactCardOf(output.summary).rights !== "rows") {
      const content = async (): Promise<Artifact> => (await sight.contentFor(said, where.port)) ?? closed("unreleased", sources);
      return { output, sources, content, columns: null };
    }
    if (action !== "dataset.see-results") return closed("restricted-rows", sources);
    // Names of genes are no rows; of persons nobody knows what stands among them.
    const content = async (): Promise<Artifact> =>
      (await sight.seesNoRunsOf(sources)) ? closed("restricted-rows", sources) : cache.read(context, { lab, sources }, output);
    return { output, sources, content, columns: output.summary.columns?.map(({ name }) => name) ?? [] };
  };

  return found;
}

/** How long a request waits for what lies along a place: what takes longer is told as waiting, and whoever asked asks again. */
const holdMs = 1_000;

export function registerOutputs(app: App, context: ServerContext, { alongFiles, documents }: Live): void {
  const cache = new ArtifactCache();
  const read = requireNotebook(context, "notebook.read");
  const found = opener(context, cache);

  app.openapi(
    createRoute({
      method: "get",
      path: `${at}`,
      tags,
      summary: "Digest and summary of an output",
      middleware: [read] as const,
      request: { params, query: digestQuery },
      responses: answer(outputAnswer),
    }),
    async (c) => {
      const { cell, port } = c.req.valid("param");
      const { digest } = c.req.valid("query");
      const { output } = await found(c, { cell, port, digest }, "dataset.see-results", "output");
      return c.json(
        {
          digest: output.digest,
          summary: { ...output.summary },
          ...(output.inline === undefined ? {} : { inline: output.inline }),
        },
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: `${at}/json`,
      tags,
      summary: "A whole figure, report or value",
      middleware: [read] as const,
      request: { params, query: digestQuery },
      responses: answer(z.unknown()),
    }),
    async (c) => {
      const { cell, port } = c.req.valid("param");
      const { digest } = c.req.valid("query");
      const artifact = await (await found(c, { cell, port, digest }, "dataset.see-results", "json")).content();
      if (isInlineArtifact(artifact)) return c.json(artifactToJson(artifact) as never, 200);
      if (artifactCardOf(artifact).rights === "rows") return refuse("invalid", "not-json", { type: artifact.type });
      return c.json(artifactTypeOf(artifact).exportJson(artifact) as never, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: `${at}/window`,
      tags,
      summary: "Rows of a table or matrix",
      middleware: [read] as const,
      request: { params, query: windowQuery },
      responses: answer(windowAnswer),
    }),
    async (c) => {
      const { cell, port } = c.req.valid("param");
      const query = c.req.valid("query");
      const artifact = await (await found(c, { cell, port, digest: query.digest }, "dataset.see-rows", "window")).content();
      hasPart(artifact, query.part);
      if (query.sort === undefined && query.desc !== undefined) return refuse("invalid", "desc-alone");
      if (query.sort !== undefined) sortable(artifact, query.part, query.sort);
      const window = windowOfArtifact(artifact, {
        part: query.part,
        offset: query.offset,
        limit: query.limit,
        columns:
          query.colLimit === undefined && query.colOffset === undefined
            ? undefined
            : { offset: query.colOffset ?? 0, limit: query.colLimit ?? mostColumns },
        sort: query.sort === undefined ? undefined : { column: query.sort, descending: query.desc === "true" },
      });
      if (!window) return refuse("invalid", "no-rows-in", { type: artifact.type });
      return c.json({ ...window, columns: [...window.columns], rows: window.rows.map((row) => [...row]) }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: `${at}/summary`,
      tags,
      summary: "Columns at a glance",
      middleware: [read] as const,
      request: { params, query: summaryQuery },
      responses: answer(summaryAnswer),
    }),
    async (c) => {
      const { cell, port } = c.req.valid("param");
      const query = c.req.valid("query");
      const artifact = await (await found(c, { cell, port, digest: query.digest }, "dataset.see-rows", "summary")).content();
      hasPart(artifact, query.part);
      const columns = columnSummaries(artifact, query.part ?? "values", { most: summarisedSamples, ids: true });
      if (!columns) return refuse("invalid", "no-rows-in", { type: artifact.type });
      return c.json({ columns: columns.map((column) => ({ ...column })) }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: `${at}/search`,
      tags,
      summary: "Names that match",
      middleware: [read] as const,
      request: { params, query: searchQuery },
      responses: answer(searchAnswer),
    }),
    async (c) => {
      const { cell, port } = c.req.valid("param");
      const query = c.req.valid("query");
      // Names of features are no rows: a reader of results may choose a gene; samples and values of columns are.
      const action = query.what === "features" || query.what === "columns" ? "dataset.see-results" : "dataset.see-rows";
      const { columns, content } = await found(c, { cell, port, digest: query.digest }, action, "search");
      if (columns !== null && query.what === "columns") {
        // Values may have become names.
        if (columns.length === 0) return refuse("forbidden", "restricted-rows");
        return c.json({ names: searchNames(columns, query.q, query.limit) }, 200);
      }
      const artifact = await content();
      const names = await searchInArtifact(artifact, query.what, query.q, query.limit);
      if (!names) return refuse("invalid", "no-names-in", { type: artifact.type, what: query.what });
      return c.json({ names: [...names] }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: `${at}/along`,
      tags,
      summary: "What lies along a place of a file: depth of reads, values of a track",
      middleware: [read] as const,
      request: { params, query: alongQuery },
      responses: answer(alongAnswer),
    }),
    async (c) => {
      const { cell, port } = c.req.valid("param");
      const { digest, place, bins, estimate } = c.req.valid("query");
      const { output, sources } = await found(c, { cell, port, digest }, "dataset.see-rows", "along");
      if (output.summary.type !== "file") return refuse("invalid", "along-no-file", { type: output.summary.type });
      const { notebook, principal } = c.var;
      const { user, locale } = principalOf(principal);
      const cellName = (await documents.read(notebook.id)).cells.find(({ id }) => id === cell)?.name ?? "";
      const { id, lab } = notebook;
      const looked = await alongFiles.look(
        { notebook: id, lab, cell, cellName, by: user.id, output, sources, place, bins, isEstimate: estimate === "true" },
        holdMs,
        c.req.raw.signal,
      );
      if (looked.state === "failed") return refuse("invalid", looked.failure);
      if (looked.state === "waiting") {
        const { why, fraction } = looked;
        const message = serverWords.say(`along-${why}`, { place }, locale);
        return c.json({ waiting: { why, fraction, message }, along: null }, 200);
      }
      const { told } = looked;
      const listed = (values: readonly (number | null)[] | null) => values && [...values];
      return c.json(
        { waiting: null, along: { ...told, mean: [...told.mean], min: listed(told.min), max: listed(told.max) } },
        200,
      );
    },
  );

  const download = createRoute({
    method: "get",
    path: `${at}/download`,
    tags,
    summary: "An output as a file",
    middleware: [read] as const,
    request: { params, query: downloadQuery },
    responses: {
      200: { description: "The file", content: { "application/octet-stream": { schema: z.string() } } },
      ...errorAnswers,
    },
  });
  app.openapi(download, async (c) => {
    const { cell, port } = c.req.valid("param");
    const { digest, format } = c.req.valid("query");
    const { output, content, sources } = await found(c, { cell, port, digest }, "dataset.download", "download");
    const artifact = await content();
    const bytes = await exportArtifact(artifact, format);
    if (!bytes.ok) return refuse("invalid", bytes.error);
    const user = principalOf(c.var.principal).user.id;
    const labs = await labsConcerned(context, c.var.notebook, sources);
    const detail = { cell, port, digest: output.digest, format };
    await context.audit.record(
      context.db,
      ...labs.map((lab) => ({ lab, user, action: "output.download", target: c.var.notebook.id, detail })),
    );
    c.header("content-type", exportFormats[format].mime);
    c.header(
      "content-disposition",
      `attachment; filename="${port === "out" ? cell : `${cell}_${port}`}${exportFormats[format].endings[0]}"`,
    );
    return c.body(bytes.value as Uint8Array<ArrayBuffer>, 200) as never;
  });
}
