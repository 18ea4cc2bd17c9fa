// What a reader of a dashboard gets: what was stored when it was published, and nothing that is looked up today.

import { createRoute, z } from "@hono/zod-openapi";
import { canonicalJson } from "@genomecraft/cells/base/canonical-json.ts";
import { isJsonObject, type Json } from "@genomecraft/cells/base/json.ts";
import { namesOfPeople } from "@genomecraft/storage/queries/people.ts";
import { labNames, publicationBySlug, tilesFor, type PublicationRow } from "@genomecraft/storage/queries/publications.ts";
import { labStanding } from "@genomecraft/storage/queries/rights.ts";
import { dashboard, dashboardTiles, type Dashboard, type DashboardTiles } from "../../contract/publications.ts";
import { notebookAccessOf } from "../access.ts";
import { refuseKeyTwice } from "../validation.ts";
import { refuse } from "../errors.ts";
import type { Principal } from "../accounts/principal.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, pathParam } from "./route-shapes.ts";
import { words as publishWords } from "../publications/words.ts";

const tags = ["Reader"];
const params = z.object({ slug: pathParam("slug", "The last part of the dashboard's address") });

export function registerRead(app: App, context: ServerContext): void {
  const { db } = context;

  /**
   * Of one of the labs that it was published for; or of the lab that published it, and let into the notebook: they look
   * after it. Guests of the notebook are neither.
   */
  const isMember = async (row: PublicationRow, user: string): Promise<boolean> => {
    const standings = await Promise.all(row.labs.map((lab) => labStanding(db, lab, user)));
    if (standings.some((standing) => standing !== null)) return true;
    return (await labStanding(db, row.lab, user)) !== null && (await notebookAccessOf(db, row.notebook, user)) !== null;
  };

  /** The dashboard, if this reader may see it. */
  const open = async (slug: string, principal: Principal | null): Promise<PublicationRow> => {
    const found = await publicationBySlug(db, slug);
    if (!found) return refuse("not-found", publishWords.failure("gone"));
    const { row, binned } = found;
    if (binned !== null) {
      // As if it were not there, but for those who can see the notebook in their bin (P-6).
      const isKeeper = principal !== null && (await notebookAccessOf(db, row.notebook, principal.user.id)) !== null;
      return refuse("not-found", isKeeper ? publishWords.failure("in-bin", { title: binned }) : publishWords.failure("gone"));
    }
    if (row.audience !== "link") {
      const names = async (): Promise<string[]> => (await labNames(db, row.labs)).map((lab) => lab.name);
      if (!principal) return refuse("unauthorized", publishWords.failure("for-members", { labs: await names() }));
      const user = principal.user.id;
      if (!(await isMember(row, user))) return refuse("forbidden", publishWords.failure("for-members", { labs: await names() }));
      await context.recordOnce(`dashboard ${user} ${row.id}`, async () => [
        { lab: row.lab, user, action: "publication.read", target: row.id },
      ]);
    }
    if (row.expiresAt !== null && row.expiresAt <= context.now())
      return refuse("not-found", publishWords.failure("expired", { date: new Date(row.expiresAt).toISOString().slice(0, 10) }));
    return row;
  };

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/read/{slug}",
      tags,
      summary: "A published dashboard, whole",
      request: { params },
      responses: answer(dashboard),
    }),
    async (c) => {
      const row = await open(c.req.valid("param").slug, c.var.principal);
      const stored = row.body as Dashboard;
      c.header("cache-control", "private, no-cache");
      if (row.withdrawnAt === null) return c.json(stored, 200);
      const by = row.withdrawnBy === null ? "" : ((await namesOfPeople(db, [row.withdrawnBy])).get(row.withdrawnBy) ?? "");
      return c.json(
        { ...stored, parameters: [], tiles: [], withdrawn: { by, at: row.withdrawnAt, reason: row.withdrawnReason } },
        200,
      );
    },
  );

  // The values stand in the query: `?t1="Xist"&t2=5` (JSON; a plain text is taken as one), or all in one as
  // `?values={"t1":"Xist"}`. A parameter that is not named keeps the value that is shown at first.
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/read/{slug}/tiles",
      tags,
      summary: "The tiles that change with other values of its parameters",
      request: { params, query: z.object({ values: z.string().max(8_000).optional() }).catchall(z.string().max(8_000)) },
      responses: answer(dashboardTiles),
    }),
    async (c) => {
      const row = await open(c.req.valid("param").slug, c.var.principal);
      if (row.withdrawnAt !== null) return refuse("not-found", publishWords.failure("gone"));
      const query = c.req.valid("query");
      const { parameters } = row.body as Dashboard;
      const given = asValues(query["values"]);
      const named = Object.keys(query).filter((name) => name !== "values");
      // What would be passed over is refused: a tile that has no values, one that is given twice.
      const strange = [...named, ...Object.keys(given)].find((name) => !parameters.some(({ tile }) => tile === name));
      if (strange !== undefined) return refuse("not-found", publishWords.failure("value-unknown"));
      const twice = named.find((name) => Object.hasOwn(given, name));
      if (twice !== undefined) return refuse("invalid", "query-twice", { name: twice });
      const values: { [tile: string]: Json } = {};
      for (const parameter of parameters) {
        const text: string | undefined = query[parameter.tile];
        const wanted = given[parameter.tile] ?? parsed(text);
        const found =
          text === undefined && given[parameter.tile] === undefined
            ? parameter.value
            : (parameter.values.find((value) => canonicalJson(value as Json) === canonicalJson(wanted)) ??
              parameter.values.find((value) => String(value) === text));
        if (found === undefined) return refuse("not-found", publishWords.failure("value-unknown"));
        values[parameter.tile] = found as Json;
      }
      const tiles = await tilesFor(db, row.id, canonicalJson(values));
      if (tiles === null) return refuse("not-found", publishWords.failure("value-unknown"));
      c.header("cache-control", "private, no-cache");
      return c.json({ values: values as DashboardTiles["values"], tiles: tiles as DashboardTiles["tiles"] }, 200);
    },
  );
}

function parsed(text: string | undefined): Json {
  if (text === undefined) return null;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

function asValues(text: string | undefined): { readonly [tile: string]: Json } {
  if (text === undefined) return {};
  const value = parsed(text);
  if (isJsonObject(value)) refuseKeyTwice(text);
  return isJsonObject(value) ? value : refuse("invalid", "query-values");
}
