// Alerts of feature views: what drifted or grew old in those that one uses, and that somebody of the lab has looked at it.

import { createRoute, z } from "@hono/zod-openapi";
import { featureViewOf, setFeatureView, versionFile } from "@genomecraft/storage/queries/feature-store.ts";
import { lockDatasets } from "@genomecraft/storage/queries/datasets.ts";
import { featureAlerts, postAcknowledgement } from "../../contract/feature-alerts.ts";
import { done } from "../../contract/fields.ts";
import { allowedDataset, principalOf, requirePerson } from "../access.ts";
import { refuse } from "../errors.ts";
import { entryFor } from "../feature-store/entries.ts";
import { toldOfVersion } from "../feature-store/materialise.ts";
import { alertsFor } from "../feature-store/view-alerts.ts";
import { freshnessNow, staleIn } from "../feature-store/view-freshness.ts";
import { words } from "../feature-store/words.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, body, idParam } from "./route-shapes.ts";

const tags = ["Feature store"];

export function registerFeatureAlerts(app: App, context: ServerContext): void {
  const { db, audit } = context;

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/feature-alerts",
      tags,
      summary: "What drifted or is not fresh any more in feature views that your notebooks use, or that your labs have",
      middleware: [requirePerson] as const,
      request: { query: z.object({ view: z.string().min(1).max(80).optional() }) },
      responses: answer(featureAlerts),
    }),
    async (c) => {
      const { user, locale } = principalOf(c.var.principal);
      const alerts = await alertsFor(context, { user: user.id, locale, only: c.req.valid("query").view ?? null });
      return c.json({ alerts }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/feature-views/{id}/acknowledgements",
      tags,
      summary: "Say that what drifted in a version was looked at, and what came of it: nobody is told of it any more",
      middleware: [requirePerson] as const,
      request: { params: idParam("feature view"), ...body(postAcknowledgement) },
      responses: answer(done),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const { user, locale } = principal;
      const { id } = c.req.valid("param");
      const { version, why } = c.req.valid("json");
      const { entry } = await entryFor(context, { sort: "features", id, user: user.id });
      const found = await allowedDataset(db, id, principal, "dataset.mark");
      if (!(await versionFile(db, id, version)))
        return refuse("not-found", words.failure("not-materialised", { version, name: entry.name }));
      const at = context.now();
      await db.transaction(async (tx) => {
        await lockDatasets(tx, [id]);
        const view = await featureViewOf(tx, id);
        if (!view) return refuse("not-found", "not-found", { what: "feature view" });
        // That of the newest is old is known of that one alone.
        const kept = version === entry.version ? (toldOfVersion(entry.made)?.freshness ?? null) : null;
        const stale = staleIn(freshnessNow(kept, view, { now: at, locale })).length > 0;
        await setFeatureView(tx, id, { acknowledged: [...view.acknowledged, { version, why, by: user.id, at, stale }] });
        await audit.record(tx, {
          lab: found.lab,
          user: user.id,
          action: "features.acknowledge",
          target: id,
          detail: { version, why },
        });
      });
      return c.json({ done: true as const }, 200);
    },
  );
}
