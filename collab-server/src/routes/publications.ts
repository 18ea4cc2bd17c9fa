// Dashboards: published from a notebook, listed, withdrawn, verified. What readers get is routes/read.ts.

import { createRoute, z } from "@hono/zod-openapi";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import { namesOfPeople } from "@genomecraft/storage/queries/people.ts";
import { labsOfNotebook } from "@genomecraft/storage/queries/access.ts";
import {
  addAgreement,
  addProposal,
  labNames,
  nextVersion,
  openAgreements,
  proposalsOf,
  publicationById,
  publicationsForLabs,
  publicationsOfNotebook,
} from "@genomecraft/storage/queries/publications.ts";
import { labsOf } from "@genomecraft/storage/queries/rights.ts";
import { decimalOr, done } from "../../contract/fields.ts";
import { verification } from "../../contract/lineage.ts";
import {
  checkPublication,
  type CheckPublication,
  newProposal,
  newPublication,
  postAgreement,
  postPublication,
  type ProposalList,
  proposalList,
  publicationCheck,
  publicationList,
  withdraw,
  type PublicationRow,
} from "../../contract/publications.ts";
import {
  allowedDataset,
  allowedLab,
  allowedNotebook,
  ownStandingsOf,
  principalOf,
  requireNotebook,
  requirePerson,
} from "../access.ts";
import { refuse } from "../errors.ts";
import { canDataset } from "../permissions.ts";
import { ArtifactCache } from "../outputs/read-output.ts";
import { lookAtSelection, obstacleInWords } from "../publications/choose-cells.ts";
import { daysOf } from "../publications/proposal.ts";
import { addressOf, publishNotebook, withdrawPublication } from "../publications/publish-notebook.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, body, idParam } from "./route-shapes.ts";
import { verifyPublication } from "./verify-publication.ts";
import { words as publishWords } from "../publications/words.ts";

const tags = ["Dashboards"];
const params = idParam("notebook");
/** Proposals of a notebook that are looked at; older ones read otherwise by now, most often. */
const mostProposals = 10;

export function registerPublications(app: App, context: ServerContext): void {
  const { db, audit } = context;
  const cache = new ArtifactCache(128 * 2 ** 20);
  const mayPublish = requireNotebook(context, "notebook.publish");

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/notebooks/{id}/publications/check",
      tags,
      summary: "What stands in the way of publishing these cells",
      middleware: [mayPublish] as const,
      request: { params, ...body(checkPublication) },
      responses: answer(publicationCheck),
    }),
    async (c) => {
      const { id, lab, labName } = c.var.notebook;
      const { user, locale } = principalOf(c.var.principal);
      const where = { notebook: id, lab, user: user.id };
      const selection = await lookAtSelection(context, db, where, c.req.valid("json"), (output, sources) =>
        cache.read(context, { lab, sources }, output),
      );
      const least = Math.max(0, ...[...selection.least.values()].flatMap(({ own, others, agreed }) => [own, others, agreed]));
      const groups = await labsOfNotebook(db, id);
      const labs = new Map([
        [lab, { id: lab, name: labName }],
        ...groups.map((group) => [group.lab, { id: group.lab, name: group.name }] as const),
      ]);
      return c.json(
        {
          version: await nextVersion(db, id),
          blockers: selection.obstacles.map((obstacle) => obstacleInWords(obstacle, locale)),
          sources: selection.asked,
          labs: [...labs.values()],
          combinations: selection.combinations.length,
          tables: [...selection.tables],
          smallGroups: least > 0 ? { least, labs: [...selection.leastLabs] } : null,
          proposal: selection.proposal,
        },
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/notebooks/{id}/publications",
      tags,
      summary: "Publish chosen cells as a dashboard that stays as it is",
      middleware: [mayPublish] as const,
      request: { params, ...body(postPublication) },
      responses: answer(newPublication),
    }),
    async (c) => {
      const { user, locale } = principalOf(c.var.principal);
      return c.json(
        await publishNotebook(context, cache, { notebook: c.var.notebook, user: user.id, locale }, c.req.valid("json")),
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/notebooks/{id}/publications",
      tags,
      summary: "Dashboards of a notebook, newest first",
      middleware: [requireNotebook(context, "notebook.read")] as const,
      request: { params },
      responses: answer(publicationList),
    }),
    async (c) => c.json({ publications: await answerRows(context, await publicationsOfNotebook(db, c.var.notebook.id)) }, 200),
  );

  registerProposals(app, context, cache);

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/publications",
      tags,
      summary: "Dashboards of your labs and for them, newest first",
      middleware: [requirePerson] as const,
      request: {
        query: z.object({ lab: z.string().min(1).max(80).optional(), limit: decimalOr(200, { least: 1, most: 500 }) }),
      },
      responses: answer(publicationList),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const { lab, limit } = c.req.valid("query");
      if (lab !== undefined) await allowedLab(db, lab, principal, "lab.read");
      const labs = lab === undefined ? (await labsOf(db, principal.user.id)).map((found) => found.id) : [lab];
      return c.json({ publications: await answerRows(context, await publicationsForLabs(db, labs, limit)) }, 200);
    },
  );

  const publication = async (id: string) =>
    (await publicationById(db, id)) ?? refuse("not-found", "not-found", { what: "dashboard" });

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/publications/{id}/withdraw",
      tags,
      summary: "Take a dashboard back; readers see by whom and when",
      middleware: [requirePerson] as const,
      request: { params: idParam("dashboard"), ...body(withdraw) },
      responses: answer(done),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const row = await publication(c.req.valid("param").id);
      await allowedNotebook(db, row.notebook, principal, "notebook.publish", { inBin: true });
      await withdrawPublication(context, {
        id: row.id,
        notebook: row.notebook,
        lab: row.lab,
        user: principal.user.id,
        reason: c.req.valid("json").reason ?? null,
      });
      return c.json({ done: true as const }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/publications/{id}/verify",
      tags,
      summary: "Make every tile again from the files and compare",
      middleware: [requirePerson] as const,
      request: { params: idParam("dashboard") },
      responses: answer(verification),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const row = await publication(c.req.valid("param").id);
      const notebook = await allowedNotebook(db, row.notebook, principal, "notebook.run", { inBin: true });
      const found = await verifyPublication(context, cache, { row, notebook: notebook.id, user: principal.user.id });
      await audit.record(db, {
        lab: row.lab,
        user: principal.user.id,
        action: "publication.verify",
        target: row.id,
        detail: { ok: found.ok, cells: found.cells.length },
      });
      return c.json(found, 200);
    },
  );
}

/** What waits for the labs whose data would go out, and their agreements. */
function registerProposals(app: App, context: ServerContext, cache: ArtifactCache): void {
  const { db, audit } = context;
  const mayPublish = requireNotebook(context, "notebook.publish");

  /** The selection as it would go out now, for whoever looks. */
  const look = (of: { readonly id: string; readonly lab: string; readonly user: string }, wanted: CheckPublication) =>
    lookAtSelection(context, db, { notebook: of.id, lab: of.lab, user: of.user }, wanted, (output, sources) =>
      cache.read(context, { lab: of.lab, sources }, output),
    );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/notebooks/{id}/publications/proposals",
      tags,
      summary: "Show the labs whose data go out what you want to publish, so that they agree to it",
      middleware: [mayPublish] as const,
      request: { params, ...body(checkPublication) },
      responses: answer(newProposal),
    }),
    async (c) => {
      const { id, lab } = c.var.notebook;
      const { user } = principalOf(c.var.principal);
      const wanted = c.req.valid("json");
      const { proposal, asked } = await look({ id, lab, user: user.id }, wanted);
      await db.transaction(async (tx) => {
        await addProposal(tx, { notebook: id, digest: proposal, lab, wanted, by: user.id, at: context.now() });
        for (const source of asked.filter(({ agreed }) => agreed === false))
          await audit.record(tx, {
            lab: source.lab.id,
            user: user.id,
            action: "publication.propose",
            target: source.dataset.id,
            detail: { notebook: id, proposal },
          });
      });
      return c.json({ proposal }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/notebooks/{id}/publications/proposals",
      tags,
      summary: "What is proposed to be published, newest first: to those who proposed it and those who may agree",
      middleware: [requireNotebook(context, "notebook.read")] as const,
      request: { params },
      responses: answer(proposalList),
    }),
    async (c) => {
      const { id, lab } = c.var.notebook;
      const { user } = principalOf(c.var.principal);
      const proposals: ProposalList["proposals"] = [];
      for (const row of (await proposalsOf(db, id)).slice(0, mostProposals)) {
        const wanted = checkPublication.parse(row.wanted);
        // Who is asked follows from who publishes.
        const now = await look({ id, lab, user: row.by }, { ...wanted, agree: false });
        const asked = now.asked.filter(({ agreed }) => agreed !== null);
        const standings = await ownStandingsOf(
          db,
          asked.map(({ dataset }) => dataset.id),
          user.id,
        );
        const datasets = asked.map(({ dataset, lab: owner, agreed }) => ({
          id: dataset.id,
          name: dataset.name,
          lab: owner,
          agreed: agreed === true,
          mayAgree: canDataset(standings.get(dataset.id) ?? "none", "dataset.grant"),
        }));
        if (row.by !== user.id && !datasets.some(({ mayAgree }) => mayAgree)) continue;
        proposals.push({
          proposal: row.digest as ProposalList["proposals"][number]["proposal"],
          by: { id: row.by, name: row.byName },
          at: row.at,
          title: now.title,
          cells: now.cells.map((cell) => ({ id: cell.id, name: cell.name || cell.kind })),
          parameters: wanted.parameters,
          labels: wanted.labels,
          audience: wanted.audience,
          labs: [...(await labNames(db, wanted.labs ?? []))],
          days: daysOf(wanted),
          small: now.small.map(({ cell, sizes }) => ({ cell, sizes: [...sizes] })),
          datasets,
          changed: now.proposal !== row.digest,
        });
      }
      return c.json({ proposals }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/notebooks/{id}/publications/agreements",
      tags,
      summary: "Agree, for the lab that owns a data set, to what is proposed to be published: to that, once, and to nothing else",
      middleware: [requireNotebook(context, "notebook.read")] as const,
      request: { params, ...body(postAgreement) },
      responses: answer(done),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const { id, lab } = c.var.notebook;
      const { dataset, proposal } = c.req.valid("json");
      const found = await allowedDataset(db, dataset, principal, "dataset.grant");
      const row = (await proposalsOf(db, id)).find((each) => each.digest === proposal);
      if (!row) return refuse("not-found", "not-found", { what: "proposal" });
      const wanted = checkPublication.parse(row.wanted);
      const now = await look({ id, lab, user: row.by }, { ...wanted, agree: false });
      if (now.proposal !== proposal) return refuse("conflict", publishWords.failure("proposal-changed"));
      await db.transaction(async (tx) => {
        const open = await openAgreements(tx, id);
        if (open.some((each) => each.dataset === found.id && each.proposal === proposal)) return;
        await addAgreement(tx, {
          id: newId("agr", systemRandom),
          notebook: id,
          dataset: found.id,
          lab: found.lab,
          by: principal.user.id,
          at: context.now(),
          proposal,
        });
        await audit.record(tx, {
          lab: found.lab,
          user: principal.user.id,
          action: "dataset.agree",
          target: found.id,
          detail: {
            notebook: id,
            proposal,
            cells: now.cells.map((cell) => cell.id),
            audience: wanted.audience,
            labs: [...(wanted.labs ?? [])],
            small: now.small.map(({ cell, sizes }) => ({ cell, sizes: [...sizes] })),
          },
        });
      });
      return c.json({ done: true as const }, 200);
    },
  );
}

/** As lists answer them: with the names of notebooks, labs and people. */
async function answerRows(
  context: ServerContext,
  rows: Awaited<ReturnType<typeof publicationsOfNotebook>>,
): Promise<PublicationRow[]> {
  const { db } = context;
  const labs = new Map(
    (
      await labNames(
        db,
        rows.flatMap((row) => [row.lab, ...row.labs]),
      )
    ).map((lab) => [lab.id, lab]),
  );
  const people = await namesOfPeople(
    db,
    rows.flatMap((row) => (row.withdrawnBy === null ? [] : [row.withdrawnBy])),
  );
  return rows.map(({ notebookTitle, byName, at, ...row }) => ({
    ...row,
    notebook: { id: row.notebook, title: notebookTitle },
    lab: labs.get(row.lab) ?? { id: row.lab, name: "" },
    labs: row.labs.flatMap((id) => labs.get(id) ?? []),
    audience: row.audience === "link" ? "link" : "labs",
    url: addressOf(context, row.slug),
    by: { id: row.by, name: byName },
    publishedAt: at,
    withdrawnBy: row.withdrawnBy === null ? null : { id: row.withdrawnBy, name: people.get(row.withdrawnBy) ?? "" },
  }));
}
