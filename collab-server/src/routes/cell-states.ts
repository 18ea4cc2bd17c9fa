// The state of cells: as it is, and as it becomes (the feed for programs, server-sent events).

import { createRoute, z } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import { artifactFromJson } from "@genomecraft/cells/artifacts/artifact-json.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import { sentenceIn } from "@genomecraft/cells/messages/catalogue.ts";
import { doubtsOfArtifact, type SettledDoubt } from "@genomecraft/cells/doubts-of-artifact.ts";
import { doubtsOfGraph } from "@genomecraft/cells/notebook/doubts-of-graph.ts";
import type { RunEvent } from "@genomecraft/cells/session/run-event.ts";
import { accessChannel } from "@genomecraft/storage/queries/rights.ts";
import { sessionAnswer } from "../../contract/cell-states.ts";
import { notebookAccessOf, principalOf, requireNotebook } from "../access.ts";
import { isSignedIn } from "../accounts/is-signed-in.ts";
import { changeOf, followFeed, Sight } from "../feed/personal-feed.ts";
import type { Live } from "../live.ts";
import { recordOpened } from "../outputs/record-read.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, errorAnswers, idParam } from "./route-shapes.ts";

const tags = ["Runs"];
const at = "/api/v1/notebooks/{id}";
const params = idParam("notebook");

export function registerCellStates(app: App, context: ServerContext, { documents, scheduler, feed, notifications }: Live): void {
  const { db } = context;
  const read = requireNotebook(context, "notebook.read");

  app.openapi(
    createRoute({
      method: "get",
      path: `${at}/session`,
      tags,
      summary: "The state of every cell",
      middleware: [read] as const,
      request: { params },
      responses: answer(sessionAnswer),
    }),
    async (c) => {
      const { id } = c.var.notebook;
      await recordOpened(context, c.var.notebook, principalOf(c.var.principal).user.id);
      await scheduler.look(id);
      const { seq, cells } = await feed.snapshot(id);
      const sight = new Sight({ context, notebook: id, user: principalOf(c.var.principal).user.id });
      const sessions = await sight.sessionsFor(cells, await documents.sources(id));
      // How often something happened would tell of what is restricted.
      const isOpen = sessions.every(({ status }) => status.state !== "restricted" && status.state !== "unreleased");
      const graph = await documents.graph(id);
      const told = sessions.map((session) => {
        const found = [
          ...doubtsOfGraph(graph, session.cell),
          ...Object.values(session.shown?.outputs ?? {}).flatMap(doubtsOfShown),
        ];
        const doubts = found.map((doubt) => ({ ...doubt, message: sentenceIn(doubt, "en") }));
        return doubts.length === 0 ? session : { ...session, doubts };
      });
      return c.json({ seq: isOpen ? seq : 0, cells: told } as never, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: `${at}/feed`,
      tags,
      summary: "What happens, as server-sent events: a snapshot, then what follows; `closed` says why it ends",
      middleware: [read] as const,
      request: { params },
      responses: { 200: { description: "Events", content: { "text/event-stream": { schema: z.string() } } }, ...errorAnswers },
    }),
    async (c) => {
      const { id, lab } = c.var.notebook;
      const principal = principalOf(c.var.principal);
      const { user } = principal;
      await recordOpened(context, c.var.notebook, user.id);
      /** Why nothing more is told, or null where all is as it was. */
      const ending = async (): Promise<"signed-out" | "no-access" | "gone" | null> => {
        if (!(await isSignedIn(context, principal))) return "signed-out";
        const access = await notebookAccessOf(db, id, user.id);
        return access === null ? "no-access" : access.deletedAt === null ? null : "gone";
      };
      return streamSSE(c, async (stream) => {
        let queue: Promise<unknown> = Promise.resolve();
        const send = (event: RunEvent): void => {
          const line = { data: JSON.stringify(event), event: event.type, ...("seq" in event ? { id: String(event.seq) } : {}) };
          queue = queue.then(() => stream.writeSSE(line)).catch(() => {});
        };
        const following = await followFeed({
          context,
          feed,
          notebook: id,
          user: user.id,
          send,
          onTrouble: (error) => c.var.log.warn({ err: error }, "feed"),
          notifications,
        });
        // Rights end under an open stream, too: looked up when they change, and now and then.
        let changed = false;
        let wake: () => void = () => {};
        const stopHearing = notifications.on(accessChannel, (payload) => {
          const change = changeOf(payload);
          if (change?.notebook !== undefined && change.notebook !== id) return;
          if (change?.user !== undefined && change.user !== user.id) return;
          changed = true;
          wake();
        });
        const leave = scheduler.opened(id, lab, user.id);
        try {
          while (!stream.aborted) {
            const nudged = new Promise<void>((resolve) => {
              wake = resolve;
            });
            if (!changed) await Promise.race([stream.sleep(15_000), nudged]);
            if (stream.aborted) break;
            const isChange = changed;
            changed = false;
            // A database that is away says nothing about rights.
            const why = await ending().catch(() => null);
            if (why !== null) {
              following.stop();
              await queue;
              await stream.writeSSE({ data: JSON.stringify({ why }), event: "closed" });
              break;
            }
            if (!isChange) await stream.writeSSE({ data: "", event: "alive" });
          }
        } finally {
          following.stop();
          stopHearing();
          leave();
        }
      }) as never;
    },
  );
}

/** Reports and figures travel with the state where they are small. */
const doubtsOfShown = ({ inline, summary }: OutputRef): readonly SettledDoubt[] =>
  inline !== undefined && summary.type !== "value" ? doubtsOfArtifact(artifactFromJson(inline)) : [];
