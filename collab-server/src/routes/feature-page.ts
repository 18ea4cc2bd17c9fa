// One feature of a view, for whoever may see its rows: over versions, over time, by lab, with its users and its history.

import { createRoute } from "@hono/zod-openapi";
import { columnOf } from "@genomecraft/cells/artifacts/table.ts";
import { byPeriod, byValues, labColumnOf } from "@genomecraft/cells/features/feature-groups.ts";
import { datasetById } from "@genomecraft/storage/queries/datasets.ts";
import { cellsUsing, featureViewOf, madeVersionsOf, versionFile } from "@genomecraft/storage/queries/feature-store.ts";
import { smallGroupsOf } from "@genomecraft/storage/queries/labs.ts";
import { labNames } from "@genomecraft/storage/queries/publications.ts";
import { labsOfOrigins } from "@genomecraft/storage/queries/origins.ts";
import { namesOfPeople } from "@genomecraft/storage/queries/people.ts";
import { featurePage } from "../../contract/feature-pages.ts";
import { allowedDataset, principalOf, requirePerson } from "../access.ts";
import { refuse } from "../errors.ts";
import { cellsWithFeature } from "../feature-store/feature-users.ts";
import { findingsIn } from "../feature-store/findings-in-words.ts";
import { toldOfVersion } from "../feature-store/materialise.ts";
import { recordStoreRead } from "../feature-store/record-store-read.ts";
import type { ViewTables } from "../feature-store/view-rows.ts";
import { words } from "../feature-store/words.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, idParam, pathParam } from "./route-shapes.ts";

export function registerFeaturePage(app: App, context: ServerContext, tables: ViewTables): void {
  const { db } = context;

  /** Persons that a group has at least: by the rules of its lab and of the labs whose data it was made of. */
  const ruleOf = async (id: string, labs: readonly string[]) => {
    const dataset = await datasetById(db, id);
    if (!dataset?.aboutPersons) return { least: 0, person: null };
    const rules = await Promise.all(labs.map((lab) => smallGroupsOf(db, lab)));
    return { least: Math.max(0, ...rules), person: dataset.personColumn };
  };

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/feature-views/{id}/features/{feature}",
      tags: ["Feature store"],
      summary: "One feature: its distribution over versions, over time and by lab, its users and its history",
      middleware: [requirePerson] as const,
      request: { params: idParam("feature view").extend({ feature: pathParam("feature", "Name of the column") }) },
      responses: answer(featurePage),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const { user, locale } = principal;
      const { id, feature: name } = c.req.valid("param");
      const [found, view, row] = await Promise.all([
        allowedDataset(db, id, principal, "dataset.see-rows"),
        featureViewOf(db, id),
        versionFile(db, id, null),
      ]);
      if (!view || !row) return refuse("not-found", "not-found", { what: "feature view" });
      const { table } = await tables.read(context, { blob: row.blob, entity: view.entity });
      const feature = columnOf(table, name);
      if (!feature) {
        const available = table.columns.slice(0, 30).map((column) => column.name);
        return refuse(
          "not-found",
          words.failure("no-feature", { name: found.name, feature: name, version: row.version, available }),
        );
      }
      const others = await labsOfOrigins(db, id, row.version);
      const labs = [found.lab, ...others];
      const { least, person } = await ruleOf(id, labs);
      // Where nobody said which column tells persons apart, each entity is one.
      const rule = {
        least,
        person: least === 0 ? null : (columnOf(table, person ?? view.entity) ?? columnOf(table, view.entity)),
      };
      const time = view.time === null ? null : columnOf(table, view.time);
      const byLab = labColumnOf(table);
      const versions = await madeVersionsOf(db, id);
      const people = await namesOfPeople(
        db,
        [...versions, ...view.acknowledged].map(({ by }) => by),
      );
      const personOf = (by: string) => ({ id: by, name: people.get(by) ?? "" });
      const { cells, unseen } = await cellsUsing(db, id, user.id);
      const using = await cellsWithFeature(context, { view: id, feature: name }, cells);
      await recordStoreRead(context, {
        action: "features.read",
        user: user.id,
        id,
        lab: found.lab,
        version: row.version,
        door: "feature",
      });
      return c.json(
        {
          view: {
            id,
            name: found.name,
            lab: { id: found.lab, name: found.labName },
            version: row.version,
            entity: view.entity,
            time: view.time,
          },
          name,
          versions: versions.flatMap(({ version, createdAt, by, made }) => {
            const told = toldOfVersion(made);
            if (!told) return [];
            return [
              {
                version,
                createdAt,
                by: personOf(by),
                rows: told.rows,
                column: told.summary?.columns.find((column) => column.name === name) ?? null,
                against: told.against,
                findings: findingsIn(
                  told.findings.filter(({ column }) => column === name),
                  locale,
                ),
                acknowledged: view.acknowledged
                  .filter((seen) => seen.version === version)
                  .map(({ at, by: who, why }) => ({ at, by: personOf(who), why })),
              },
            ];
          }),
          overTime: time && asJson(byPeriod(table, feature, time, rule)),
          byLab: byLab && byLab !== feature ? asJson(byValues(table, feature, byLab, rule)) : null,
          labs: [...(await labNames(db, labs))],
          least,
          usage: { cells: using.map(({ versions: used, ...cell }) => ({ ...cell, versions: [...used] })), unseen },
        },
        200,
      );
    },
  );
}

const asJson = (found: ReturnType<typeof byPeriod>) =>
  found && {
    ...found,
    groups: found.groups.map(({ values, ...group }) => ({
      ...group,
      values:
        values.sort === "numbers"
          ? { ...values, quantiles: values.quantiles && [...values.quantiles] }
          : { ...values, levels: [...values.levels] },
    })),
  };
