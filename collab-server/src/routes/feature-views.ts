// Feature views of the store: made of a cell, again when it has changed, compared, and read by programs.

import { createRoute } from "@hono/zod-openapi";
import { severities, usualDrift } from "@genomecraft/cells/features/drift.ts";
import {
  addFeatureView,
  type FeatureView,
  featureViewOf,
  madeVersionsOf,
  setFeatureView,
  type StoreEntry,
  storeEntriesFor,
  versionFile,
} from "@genomecraft/storage/queries/feature-store.ts";
import { namesOfPeople } from "@genomecraft/storage/queries/people.ts";
import { done } from "../../contract/fields.ts";
import {
  featureView,
  featureViewList,
  newMaterialisation,
  patchFeatureView,
  postFeatureView,
} from "../../contract/feature-views.ts";
import { storeQuery } from "../../contract/recipes.ts";
import {
  allowedDataset,
  allowedLab,
  allowedNotebook,
  datasetStandingsOf,
  notebookAccessOf,
  principalOf,
  requirePerson,
} from "../access.ts";
import { refuse } from "../errors.ts";
import { binEntry, changeEntry, entryFor, madeInOf, madeOfDatasets } from "../feature-store/entries.ts";
import { findingsIn } from "../feature-store/findings-in-words.ts";
import { entryAnswers, seesRows, usageOf } from "../feature-store/entry-in-words.ts";
import { materialise, toldOfVersion } from "../feature-store/materialise.ts";
import { recordStoreRead } from "../feature-store/record-store-read.ts";
import type { MadeOfCell } from "../feature-store/save-version.ts";
import { alertOf } from "../feature-store/view-alerts.ts";
import { freshnessNow, needTime, staleIn } from "../feature-store/view-freshness.ts";
import { words } from "../feature-store/words.ts";
import { ArtifactCache } from "../outputs/read-output.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, body, idParam } from "./route-shapes.ts";

const tags = ["Feature store"];
const params = idParam("feature view");
const sort = "features";
/** What is told of a view in lists: of what is in it as much as the asker may see rows of. */
function viewInShort(view: FeatureView, entry: StoreEntry, isSeen: boolean, at: { now: number; locale: Locale }) {
  const told = isSeen ? toldOfVersion(entry.made) : null;
  const { entity, entityNoun, time, keepsUp, fresh } = view;
  return {
    entity,
    entityNoun,
    time,
    keepsUp,
    rows: told?.rows ?? null,
    entities: told?.entities ?? null,
    features: told?.summary?.columns.map(({ name }) => name).filter((name) => name !== entity && name !== time) ?? null,
    drift: severities.find((level) => told?.findings.some(({ severity }) => severity === level)) ?? null,
    alert: isSeen ? (alertOf(view, entry, at)?.level ?? null) : null,
    fresh,
    freshness: told ? freshnessNow(told.freshness ?? null, view, at).map((one) => ({ ...one })) : null,
  };
}

export function registerFeatureViews(app: App, context: ServerContext): void {
  const { db, audit } = context;
  const cache = new ArtifactCache(128 * 2 ** 20);

  const viewFor = async (id: string, user: string) => {
    const found = await entryFor(context, { sort, id, user });
    const view = await featureViewOf(db, id);
    return view ? { ...found, view } : refuse("not-found", "not-found", { what: "feature view" });
  };

  /** What is not fresh in the newest version, said to whoever has just made it. */
  const staleOf = async (id: string, { locale }: Principal): Promise<string[]> => {
    const [view, [newest]] = await Promise.all([featureViewOf(db, id), madeVersionsOf(db, id)]);
    const kept = toldOfVersion(newest?.made)?.freshness ?? null;
    return view ? [...staleIn(freshnessNow(kept, view, { now: context.now(), locale }))] : [];
  };

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/feature-views",
      tags,
      summary: "Feature views that you may use or know of, newest first",
      middleware: [requirePerson] as const,
      request: { query: storeQuery },
      responses: answer(featureViewList),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const at = { now: context.now(), locale: principal.locale };
      const { q, ...asked } = c.req.valid("query");
      if (asked.lab !== undefined) await allowedLab(db, asked.lab, principal, "lab.read");
      const entries = await storeEntriesFor(db, principal.user.id, { sort, ...asked, text: q });
      const ids = entries.map(({ id }) => id);
      const standings = await datasetStandingsOf(db, ids, principal.user.id);
      const answers = await entryAnswers(db, entries, standings, principal.user.id);
      const views = await Promise.all(
        answers.map(async (one, place) => {
          const view = await featureViewOf(db, one.id);
          const isSeen = seesRows(standings.get(one.id) ?? "none");
          return view ? [{ ...one, ...viewInShort(view, entries[place] as StoreEntry, isSeen, at) }] : [];
        }),
      );
      return c.json({ views: views.flat() }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/feature-views",
      tags,
      summary: "Make a feature view of a table that a cell shows, with its first version",
      middleware: [requirePerson] as const,
      request: body(postFeatureView),
      responses: answer(newMaterialisation),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const wanted = c.req.valid("json");
      const notebook = await allowedNotebook(db, wanted.notebook, principal, "notebook.read");
      const lab = await allowedLab(db, notebook.lab, principal, "lab.upload");
      const { cell, port, digest, name, entity, entityNoun, time, keepsUp, description, fresh } = wanted;
      needTime(fresh, time);
      const made = await materialise(
        context,
        cache,
        {
          notebook,
          cell,
          port,
          digest,
          user: principal.user.id,
          name,
          entity,
          time,
          before: null,
          described: { description, tags: [...new Set(wanted.tags)] },
        },
        async (tx, dataset) => {
          await addFeatureView(tx, {
            dataset,
            lab: lab.id,
            notebook: notebook.id,
            cell,
            port,
            entity,
            entityNoun,
            time,
            keepsUp,
            fresh,
          });
        },
      );
      return c.json({ ...made, name, stale: await staleOf(made.id, principal) }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/feature-views/{id}",
      tags,
      summary: "A feature view, its versions with their statistics, and who uses it",
      middleware: [requirePerson] as const,
      request: { params },
      responses: answer(featureView),
    }),
    async (c) => {
      const { user, locale } = principalOf(c.var.principal);
      const { id } = c.req.valid("param");
      const { entry, standing, mayChange, view } = await viewFor(id, user.id);
      const [one] = await entryAnswers(db, [entry], new Map([[id, standing]]), user.id);
      if (!one) return refuse("not-found", "not-found", { what: "feature view" });
      const versions = await madeVersionsOf(db, id);
      const names = await namesOfPeople(
        db,
        [...versions, ...view.acknowledged].map(({ by }) => by),
      );
      const isSeen = seesRows(standing);
      // Statistics quote values.
      if (isSeen) {
        const of = { user: user.id, id, lab: entry.lab.id, version: null, door: "summary" };
        await recordStoreRead(context, { action: "features.read", ...of });
      }
      return c.json(
        {
          ...one,
          ...viewInShort(view, entry, isSeen, { now: context.now(), locale }),
          mayChange,
          madeIn: await madeInOf(context, entry.made as MadeOfCell | null, user.id),
          madeOf: await madeOfDatasets(context, entry, user.id),
          usage: await usageOf(db, id, user.id),
          thresholds: view.thresholds,
          usual: { ...usualDrift },
          baseline: view.baseline,
          versions: versions.map(({ version, digest, size, createdAt, by, made }) => {
            const told = isSeen ? toldOfVersion(made) : null;
            return {
              version,
              digest: isSeen ? digest : null,
              size: isSeen ? size : null,
              createdAt,
              by: { id: by, name: names.get(by) ?? "" },
              rows: told?.rows ?? null,
              entities: told?.entities ?? null,
              against: told?.against ?? null,
              findings: told ? findingsIn(told.findings, locale) : [],
              acknowledged: view.acknowledged.flatMap((seen) =>
                isSeen && seen.version === version
                  ? [{ at: seen.at, by: { id: seen.by, name: names.get(seen.by) ?? "" }, why: seen.why }]
                  : [],
              ),
              summary: told?.summary ?? null,
            };
          }),
        },
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/feature-views/{id}/versions",
      tags,
      summary: "Make the view of what its cell shows now; the same again where nothing has changed",
      middleware: [requirePerson] as const,
      request: { params },
      responses: answer(newMaterialisation),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const { id } = c.req.valid("param");
      const { entry, view } = await viewFor(id, principal.user.id);
      await allowedDataset(db, id, principal, "dataset.add-version");
      const notebook = await notebookAccessOf(db, view.notebook, principal.user.id);
      if (!notebook || notebook.deletedAt !== null)
        return refuse("conflict", words.failure("notebook-gone", { name: entry.name }));
      const { cell, port, entity, time } = view;
      const made = await materialise(context, cache, {
        notebook,
        cell,
        port,
        user: principal.user.id,
        name: entry.name,
        entity,
        time,
        before: view,
      });
      return c.json({ ...made, name: entry.name, stale: await staleOf(id, principal) }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "patch",
      path: "/api/v1/feature-views/{id}",
      tags,
      summary: "Rename or describe a view, say how drift is told, or that it is not to be used any more",
      middleware: [requirePerson] as const,
      request: { params, ...body(patchFeatureView) },
      responses: answer(done),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const { id } = c.req.valid("param");
      const { entityNoun, keepsUp, fresh, thresholds, baseline, ...rest } = c.req.valid("json");
      const { entry, view } = await viewFor(id, principal.user.id);
      const found = await allowedDataset(db, id, principal, "dataset.mark");
      if (typeof baseline === "number" && !(await versionFile(db, id, baseline)))
        return refuse("invalid", words.failure("not-materialised", { version: baseline, name: entry.name }));
      needTime(fresh ?? null, view.time);
      // It is made in the name of whoever made it.
      if (keepsUp === true && found.createdBy !== principal.user.id)
        return refuse("forbidden", words.failure("keeps-up-creator", { name: entry.name }));
      const unknown = Object.keys(thresholds ?? {}).find((name) => !Object.hasOwn(usualDrift, name));
      if (unknown !== undefined)
        return refuse("invalid", words.failure("no-threshold", { name: unknown, known: Object.keys(usualDrift) }));
      const set = {
        ...(entityNoun === undefined ? {} : { entityNoun }),
        ...(keepsUp === undefined ? {} : { keepsUp }),
        ...(fresh === undefined ? {} : { fresh }),
        ...(thresholds === undefined ? {} : { thresholds }),
        ...(baseline === undefined ? {} : { baseline }),
      };
      const of = { lab: found.lab, user: principal.user.id, action: "dataset.describe" as const, target: id };
      await changeEntry(context, principal, { sort, id }, rest, async (tx) => {
        if (Object.keys(set).length === 0) return;
        await setFeatureView(tx, id, set);
        await audit.record(tx, { ...of, detail: set });
      });
      return c.json({ done: true as const }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "delete",
      path: "/api/v1/feature-views/{id}",
      tags,
      summary: "Put a feature view into the bin",
      middleware: [requirePerson] as const,
      request: { params },
      responses: answer(done),
    }),
    async (c) => {
      await binEntry(context, principalOf(c.var.principal), { sort, id: c.req.valid("param").id });
      return c.json({ done: true as const }, 200);
    },
  );
}
