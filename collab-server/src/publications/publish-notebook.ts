// Publishing: looks at the selection again, makes the dashboard, and writes it with its agreements and audit rows in one
// transaction. From then on nothing of the notebook reaches it. An agreement is good for what was shown to who gave it.

import { askAgain } from "@genomecraft/cells/base/ask-again.ts";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import type { Sources } from "@genomecraft/cells/base/sources.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import {
  addAgreement,
  addPublication,
  lockNextVersion,
  markWithdrawn,
  openAgreements,
  spendAgreements,
} from "@genomecraft/storage/queries/publications.ts";
import { keyFormat } from "@genomecraft/cells/base/key-format.ts";
import { lockDatasets } from "@genomecraft/storage/queries/datasets.ts";
import { labsOfNotebook } from "@genomecraft/storage/queries/access.ts";
import { agreesTo, type Dashboard, type NewPublication, type PostPublication } from "../../contract/publications.ts";
import { ApiError, refuse } from "../errors.ts";
import type { KeptFor } from "../outputs/kept-artifact.ts";
import type { ArtifactCache } from "../outputs/read-output.ts";
import { newToken } from "../secrets.ts";
import type { ServerContext } from "../server-context.ts";
import { lookAtSelection } from "./choose-cells.ts";
import type { PublishedView } from "./close-totals.ts";
import { makeDashboard } from "./make-dashboard.ts";
import { standsOn } from "./stands-on.ts";
import { daysOf } from "./proposal.ts";
import { words as publishWords } from "./words.ts";
import { words as serverWords } from "@genomecraft/cells/messages/server/words.ts";

const dayMs = 86_400_000;
const mostBytes = 48 * 2 ** 20;
/** How long the values for readers may take to compute. */
const patienceMs = 10 * 60_000;

/** What is kept beside a dashboard: where each tile came from. */
export interface Pinned {
  readonly tiles: Awaited<ReturnType<typeof makeDashboard>>["pinned"];
  readonly sources: readonly string[];
  readonly datasets: readonly string[];
  /** What it says of categories of persons. Absent: published before that was kept. */
  readonly views?: readonly PublishedView[];
}

export async function publishNotebook(
  context: ServerContext,
  cache: ArtifactCache,
  of: {
    readonly notebook: { readonly id: string; readonly lab: string; readonly labName: string; readonly title: string };
    readonly user: string;
    readonly locale: Locale;
  },
  wanted: PostPublication,
): Promise<NewPublication> {
  const { notebook, user } = of;
  const where = { notebook: notebook.id, lab: notebook.lab, user };
  const read = (output: OutputRef, sources: Sources): Promise<Artifact> =>
    readPatiently(context, cache, { lab: notebook.lab, sources }, output);
  const look = { notebook: notebook.id, user, cells: wanted.cells };
  const before = await standsOn(context.db, { ...look, now: context.now() });
  const selection = await lookAtSelection(context, context.db, where, wanted, read);
  const [obstacle] = selection.obstacles;
  if (obstacle) return refuse("conflict", obstacle.failure);

  const names = new Map(selection.notebook.cells.map((cell) => [cell.id as string, cell.name]));
  const dashboard = await makeDashboard(selection, wanted, {
    db: context.db,
    notebook: notebook.id,
    lab: notebook.lab,
    user,
    locale: of.locale,
    now: context.now,
    // Values that were tried before need no kernel.
    computing: (await context.computing.hasKernel(notebook.lab))
      ? context.computing.executor({ notebook: notebook.id, lab: notebook.lab, by: user, names })
      : null,
    read,
    signal: AbortSignal.timeout(patienceMs),
  });

  // Under the other values for readers, too.
  const [close] = selection.tooCloseIn(dashboard.views);
  if (close) return refuse("conflict", close);

  const id = newId("pub", systemRandom);
  const slug = `${slugOf(selection.title)}${newToken().slice(0, 22)}`;
  const days = daysOf(wanted);
  const groups = await labsOfNotebook(context.db, notebook.id);
  const labs = wanted.labs ?? [...new Set([notebook.lab, ...groups.map((group) => group.lab)])];
  const owners = [...new Set([notebook.labName, ...selection.asked.map((source) => source.lab.name)])];

  const version = await context.db.transaction(async (tx) => {
    const next = await lockNextVersion(tx, notebook.id);
    await lockDatasets(tx, before.datasets);
    const now = context.now();
    const expiresAt = days === null ? null : now + days * dayMs;
    const present = await standsOn(tx, { ...look, now });
    if (present.isInBin) return refuse("conflict", "in-bin", { title: notebook.title });
    if (present.mark !== before.mark) return refuse("conflict", publishWords.failure("changed-meanwhile"));
    const body: Dashboard = {
      slug,
      title: selection.title,
      version: next,
      labs: owners,
      audience: wanted.audience,
      publishedAt: now,
      expiresAt,
      withdrawn: null,
      parameters: [...dashboard.parameters],
      tiles: [...dashboard.tiles],
    };
    const rows = [...dashboard.variants].map(([values, tiles]) => ({ values, tiles }));
    const bytes = [body, ...rows].reduce((sum, part) => sum + JSON.stringify(part).length, 0);
    if (bytes > mostBytes)
      return refuse(
        "conflict",
        publishWords.failure("too-large", { size: Math.ceil(bytes / 2 ** 20), most: mostBytes / 2 ** 20 }),
      );
    const pinned: Pinned = {
      tiles: dashboard.pinned,
      sources: selection.sources,
      datasets: selection.asked.map((source) => source.dataset.id),
      views: dashboard.views,
    };
    const row = {
      id,
      notebook: notebook.id,
      lab: notebook.lab,
      version: next,
      slug,
      title: body.title,
      audience: wanted.audience,
      labs,
      reason: wanted.reason,
      by: user,
      at: now,
      expiresAt,
      pinned,
      keyFormat,
      body,
    };
    await addPublication(tx, row, rows);

    // Looked at again under the lock: an agreement is good for one publication.
    const foreign = selection.asked.filter((source) => source.agreed !== null);
    const open = await openAgreements(tx, notebook.id);
    for (const source of foreign) {
      const agreed = open
        .filter((each) => each.dataset === source.dataset.id && each.proposal === selection.proposal)
        .map((each) => each.id);
      if ((await spendAgreements(tx, agreed, id)) > 0) continue;
      if (!agreesTo(wanted.agree, source.dataset.id) || !source.mayAgree)
        return refuse(
          "conflict",
          publishWords.failure("must-agree", { labs: [source.lab.name], datasets: [source.dataset.name], n: 1 }),
        );
      await addAgreement(tx, {
        id: newId("agr", systemRandom),
        notebook: notebook.id,
        dataset: source.dataset.id,
        lab: source.lab.id,
        by: user,
        at: now,
        proposal: selection.proposal,
        publication: id,
      });
      await context.audit.record(tx, {
        lab: source.lab.id,
        user,
        action: "dataset.agree",
        target: source.dataset.id,
        detail: { notebook: notebook.id, publication: id, proposal: selection.proposal },
      });
    }
    // Said to the labs whose rule it was, with the sizes and no names.
    const small = selection.small.length > 0 ? { reason: wanted.smallGroups ?? "", tiles: selection.small } : null;
    const detail = {
      publication: id,
      version: next,
      audience: wanted.audience,
      labs,
      expiresAt,
      reason: wanted.reason,
      labels: wanted.labels,
      ...(small ? { smallGroups: small } : {}),
      cells: dashboard.pinned.map((tile) => tile.cell),
      digests: dashboard.pinned.map((tile) => tile.digest),
    };
    await context.audit.record(tx, { lab: notebook.lab, user, action: "notebook.publish", target: notebook.id, detail });
    // The labs whose data it is read it in their own audit.
    for (const source of foreign)
      await context.audit.record(tx, {
        lab: source.lab.id,
        user,
        action: "dataset.publish",
        target: source.dataset.id,
        detail: { publication: id, notebook: notebook.id, reason: wanted.reason, ...(small ? { smallGroups: small } : {}) },
      });
    return next;
  });
  return { id, version, slug, url: addressOf(context, slug) };
}

async function readPatiently(context: ServerContext, cache: ArtifactCache, of: KeptFor, output: OutputRef): Promise<Artifact> {
  const read = await askAgain(
    () => cache.read(context, of, output).catch((error: unknown) => (isNotKept(error) ? error : Promise.reject(error))),
    isNotKept,
  );
  if (isNotKept(read)) throw read;
  return read;
}
const isNotKept = (answer: unknown): answer is ApiError =>
  answer instanceof ApiError && answer.failure.reason === serverWords.key("result-not-kept");

export const addressOf = (context: ServerContext, slug: string): string => `${context.config.publicUrl}/d/${slug}`;

/** Words of the title for people who look at the address; what follows cannot be guessed. */
function slugOf(title: string): string {
  const words = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "");
  return words === "" ? "" : `${words}-`;
}

/** Takes a dashboard back: its address then says by whom and when. The rows stay, for the audit. */
export async function withdrawPublication(
  context: ServerContext,
  of: {
    readonly id: string;
    readonly notebook: string;
    readonly lab: string;
    readonly user: string;
    readonly reason: string | null;
  },
): Promise<void> {
  await context.db.transaction(async (tx) => {
    const by = { user: of.user, at: context.now(), reason: of.reason };
    if (!(await markWithdrawn(tx, of.id, by))) return refuse("conflict", publishWords.failure("already-withdrawn"));
    await context.audit.record(tx, {
      lab: of.lab,
      user: of.user,
      action: "publication.withdraw",
      target: of.id,
      detail: { notebook: of.notebook, reason: of.reason },
    });
  });
}
