// Recipes of the feature store: saved from a cell that filters or transforms, described, deprecated, used.

import { createHash } from "node:crypto";
import { createRoute, z } from "@hono/zod-openapi";
import type { Json } from "@genomecraft/cells/base/json.ts";
import { type FittedChain, fittedChainOf } from "@genomecraft/cells/contract/fitted-chain.ts";
import { recipeEnding, recipeFile, type RecipeTest } from "@genomecraft/cells/contract/recipe-file.ts";
import { lockDatasets } from "@genomecraft/storage/queries/datasets.ts";
import {
  madeVersion,
  madeVersionsOf,
  type StoreEntry,
  storeEntriesFor,
  versionFile,
} from "@genomecraft/storage/queries/feature-store.ts";
import { namesOfPeople } from "@genomecraft/storage/queries/people.ts";
import { writeRecipe } from "@genomecraft/cells/features/recipe-bytes.ts";
import { proposeTests } from "@genomecraft/cells/features/propose-tests.ts";
import { decimal, done } from "../../contract/fields.ts";
import {
  form,
  newRecipe,
  patchEntry,
  postRecipe,
  recipe,
  recipeList,
  recipeProposal,
  recipeVersion,
  storeQuery,
} from "../../contract/recipes.ts";
import { allowedLab, allowedNotebook, datasetStandingsOf, principalOf, requirePerson } from "../access.ts";
import { forbid, refuse } from "../errors.ts";
import {
  binEntry,
  changeEntry,
  entryFor,
  entryToVersion,
  fileNameOf,
  madeInOf,
  madeOfDatasets,
} from "../feature-store/entries.ts";
import { entryAnswers, seesRows, usageOf } from "../feature-store/entry-in-words.ts";
import { openedCell } from "../feature-store/opened-cell.ts";
import { recordStoreRead } from "../feature-store/record-store-read.ts";
import { type MadeOfCell, sameVersion, saveVersion } from "../feature-store/save-version.ts";
import { freshTestsOf, newestTimes } from "../feature-store/view-freshness.ts";
import { words } from "../feature-store/words.ts";
import { ArtifactCache } from "../outputs/read-output.ts";
import { recordRead } from "../outputs/record-read.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, body, idParam, pathParam } from "./route-shapes.ts";

const tags = ["Feature store"];
const params = idParam("recipe");
const sort = "recipe";

/** What is told of a version of a recipe. */
const told = z.object({
  takes: form,
  gives: form,
  steps: z.array(z.object({ verb: z.string(), freezes: z.string() })),
  tests: z.number(),
});

const toldOf = (chain: FittedChain, tests: readonly RecipeTest[]): Json => ({
  takes: { ...chain.takes, columns: chain.takes.columns.map((column) => ({ ...column })) },
  gives: { ...chain.gives, columns: chain.gives.columns.map((column) => ({ ...column })) },
  steps: chain.steps.map(({ verb, freezes }) => ({ verb, freezes })),
  tests: tests.length,
  fresh: freshTestsOf(tests).map((test) => ({ ...test })),
});

const madeOf = (made: unknown): MadeOfCell | null => (made as MadeOfCell | null) ?? null;
const toldIn = (made: unknown) => told.safeParse(madeOf(made)?.told).data ?? null;

const summaryOf = (entry: StoreEntry, isSeen: boolean) => {
  const known = isSeen ? toldIn(entry.made) : null;
  return { steps: known?.steps ?? null, takes: known?.takes.type ?? null, gives: known?.gives.type ?? null };
};

export function registerRecipes(app: App, context: ServerContext): void {
  const { db } = context;
  const cache = new ArtifactCache(64 * 2 ** 20);

  /** The steps of a cell as they are kept: refuses those of which nothing can be kept for other rows. */
  const chainOf = async (of: Parameters<typeof openedCell>[2]) => {
    const opened = await openedCell(context, cache, of);
    const chain = fittedChainOf(await opened.read());
    if (!chain) return refuse("invalid", words.failure("no-steps", { cell: opened.cellName }));
    return { opened, chain };
  };

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/recipes",
      tags,
      summary: "Recipes that you may use or know of, newest first",
      middleware: [requirePerson] as const,
      request: { query: storeQuery },
      responses: answer(recipeList),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const { q, ...asked } = c.req.valid("query");
      if (asked.lab !== undefined) await allowedLab(db, asked.lab, principal, "lab.read");
      const entries = await storeEntriesFor(db, principal.user.id, { sort, ...asked, text: q });
      const standings = await datasetStandingsOf(
        db,
        entries.map(({ id }) => id),
        principal.user.id,
      );
      const answers = await entryAnswers(db, entries, standings, principal.user.id);
      return c.json(
        {
          recipes: answers.map((one, at) => ({
            ...one,
            ...summaryOf(entries[at] as StoreEntry, seesRows(standings.get(one.id) ?? "none")),
          })),
        },
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/notebooks/{id}/cells/{cell}/recipe",
      tags,
      summary: "What a recipe of the steps of a cell would hold",
      middleware: [requirePerson] as const,
      request: { params: z.object({ id: pathParam("id", "Id of the notebook"), cell: pathParam("cell", "Id of the cell") }) },
      responses: answer(recipeProposal),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const { id, cell } = c.req.valid("param");
      const notebook = await allowedNotebook(db, id, principal, "notebook.read");
      const { chain } = await chainOf({ notebook, cell, port: "fitted", user: principal.user.id });
      const out = await openedCell(context, cache, { notebook, cell, port: "out", user: principal.user.id });
      const artifact = await out.read();
      // What is proposed quotes values.
      const { digest, sources } = out;
      const of = { notebook, user: principal.user.id, cell, port: "out", digest, sources };
      await recordRead(context, { ...of, what: "rows", door: "recipe" });
      const made = artifact.type === "table" ? artifact : artifact.type === "assay" ? artifact.samples : null;
      const tests = made ? proposeTests(made, chain.steps).tests : [];
      const { takes, gives, steps } = told.parse(toldOf(chain, []));
      const unfit = chain.steps.flatMap(({ verb, freezes }) => (freezes === "whole" ? [verb] : []));
      const times = made ? newestTimes(made, context.now()) : [];
      return c.json({ takes, gives, steps, tests: [...tests], times: [...times], unfit }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/recipes",
      tags,
      summary: "Save the steps of a cell, with what they learned, as a recipe or its next version",
      middleware: [requirePerson] as const,
      request: body(postRecipe),
      responses: answer(newRecipe),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const wanted = c.req.valid("json");
      const notebook = await allowedNotebook(db, wanted.notebook, principal, "notebook.read");
      const lab = await allowedLab(db, notebook.lab, principal, "lab.upload");
      const { cell, digest, tests } = wanted;
      const { opened, chain } = await chainOf({ notebook, cell, port: "fitted", digest, user: principal.user.id });
      const whole = chain.steps.find(({ freezes }) => freezes === "whole");
      if (whole) return refuse("invalid", words.failure("not-frozen", { verb: whole.verb, cell: opened.cellName }));
      const described = {
        ...(wanted.description === undefined ? {} : { description: wanted.description }),
        ...(wanted.tags === undefined ? {} : { tags: [...new Set(wanted.tags)] }),
      };
      const said = { name: wanted.name, ...described };
      const older = await entryToVersion(context, principal, { sort, lab: lab.id, versionOf: wanted.versionOf, said });
      const bytes = writeRecipe(chain, tests);
      const fileName = fileNameOf(wanted.name, recipeEnding);
      const made = await db.transaction(async (tx) => {
        if (older) {
          // Of two who save the same at once the second finds what the first has made.
          await lockDatasets(tx, [older.id]);
          const digest = createHash("sha256").update(bytes).digest("hex");
          const same = sameVersion(older.id, await madeVersion(tx, older.id, null), { output: opened.digest, digest });
          if (same && Object.keys(described).length === 0 && wanted.name === older.name) return same;
        }
        return saveVersion(context, tx, {
          sort,
          lab: lab.id,
          user: principal.user.id,
          name: wanted.name,
          fileName,
          bytes,
          made: {
            notebook: notebook.id,
            cell,
            cellName: opened.cellName,
            port: "fitted",
            output: opened.digest,
            told: toldOf(chain, tests),
          },
          sources: opened.sources,
          columns: [],
          versionOf: older?.id ?? null,
          described,
        });
      });
      return c.json({ ...made, name: wanted.name }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/recipes/{id}",
      tags,
      summary: "A recipe, its versions and who uses it",
      middleware: [requirePerson] as const,
      request: { params },
      responses: answer(recipe),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      const { id } = c.req.valid("param");
      const { entry, standing, mayChange } = await entryFor(context, { sort, id, user: user.id });
      const [one] = await entryAnswers(db, [entry], new Map([[id, standing]]), user.id);
      if (!one) return refuse("not-found", "not-found", { what: "recipe" });
      const versions = await madeVersionsOf(db, id);
      const names = await namesOfPeople(
        db,
        versions.map(({ by }) => by),
      );
      const isSeen = seesRows(standing);
      return c.json(
        {
          ...one,
          ...summaryOf(entry, isSeen),
          mayChange,
          madeOf: await madeOfDatasets(context, entry, user.id),
          usage: await usageOf(db, id, user.id),
          versions: await Promise.all(
            versions.map(async ({ version, digest, size, createdAt, by, made }) => {
              const known = isSeen ? toldIn(made) : null;
              return {
                version,
                digest: isSeen ? digest : null,
                size: isSeen ? size : null,
                createdAt,
                by: { id: by, name: names.get(by) ?? "" },
                madeIn: await madeInOf(context, madeOf(made), user.id),
                steps: known?.steps ?? null,
                takes: known?.takes ?? null,
                gives: known?.gives ?? null,
                tests: known?.tests ?? null,
              };
            }),
          ),
        },
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/recipes/{id}/versions/{version}",
      tags,
      summary: "The steps of a version with their options and what they learned, and its tests",
      middleware: [requirePerson] as const,
      request: { params: params.extend({ version: decimal({ least: 1 }) }) },
      responses: answer(recipeVersion),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      const { id, version } = c.req.valid("param");
      const { entry, standing } = await entryFor(context, { sort, id, user: user.id });
      if (!seesRows(standing)) return forbid({ target: id, labs: [entry.lab.id] }, words.failure("rows-needed"));
      const found = await versionFile(db, id, version);
      if (!found) return refuse("not-found", words.failure("not-materialised", { version, name: entry.name }));
      const source = await context.blobs.open(db, found.blob);
      const bytes = await source.read(0, source.size);
      const { chain, tests } = recipeFile.parse(JSON.parse(new TextDecoder().decode(bytes)));
      const of = { user: user.id, id, lab: entry.lab.id, version, door: "steps" };
      await recordStoreRead(context, { action: "recipe.read", ...of });
      return c.json({ chain, tests: [...tests] }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "patch",
      path: "/api/v1/recipes/{id}",
      tags,
      summary: "Rename or describe a recipe, or say that it is not to be used any more",
      middleware: [requirePerson] as const,
      request: { params, ...body(patchEntry) },
      responses: answer(done),
    }),
    async (c) => {
      await changeEntry(context, principalOf(c.var.principal), { sort, id: c.req.valid("param").id }, c.req.valid("json"));
      return c.json({ done: true as const }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "delete",
      path: "/api/v1/recipes/{id}",
      tags,
      summary: "Put a recipe into the bin",
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
