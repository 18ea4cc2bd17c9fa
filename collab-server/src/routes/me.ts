// The person who is signed in: profile, labs, how much work is hers.

import { createRoute } from "@hono/zod-openapi";
import { changePerson, countPublicationsOf, filesOf, settingsOf } from "@genomecraft/storage/queries/me.ts";
import { personById } from "@genomecraft/storage/queries/people.ts";
import { labsOf } from "@genomecraft/storage/queries/rights.ts";
import { labRoles } from "../../contract/roles.ts";
import { me, myWork, patchMe, type Me } from "../../contract/me.ts";
import { principalOf, requirePerson } from "../access.ts";
import { countVisibleRuns } from "../feed/visible-runs.ts";
import { refuse } from "../errors.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, body } from "./route-shapes.ts";

const tags = ["Me"];
const getMe = createRoute({
  method: "get",
  path: "/api/v1/me",
  tags,
  summary: "Who is signed in",
  middleware: [requirePerson] as const,
  responses: answer(me),
});
const changeMe = createRoute({
  method: "patch",
  path: "/api/v1/me",
  tags,
  summary: "Change name, language or theme",
  middleware: [requirePerson] as const,
  request: body(patchMe),
  responses: answer(me),
});
const work = createRoute({
  method: "get",
  path: "/api/v1/me/work",
  tags,
  summary: "How much is yours",
  middleware: [requirePerson] as const,
  responses: answer(myWork),
});
export function registerMe(app: App, context: ServerContext): void {
  const { db } = context;
  const meOf = async (user: string): Promise<Me> => {
    const person = await personById(db, user);
    if (!person) return refuse("unauthorized", "signed-out");
    const labs = await labsOf(db, user);
    return {
      user: { id: person.id, name: person.name, email: person.email, ...(await settingsOf(db, user)) },
      labs: labs.map(({ role, ...lab }) => ({ ...lab, role: labRoles.find((known) => known === role) ?? "member" })),
      features: {
        loopback: context.config.loopback,
        sandboxed: context.features.sandboxed,
        demo: context.features.demo,
        mail: context.postbox !== null,
      },
      publicUrl: context.config.publicUrl,
    };
  };

  app.openapi(getMe, async (c) => c.json(await meOf(principalOf(c.var.principal).user.id), 200));

  app.openapi(changeMe, async (c) => {
    const { user, locale } = principalOf(c.var.principal);
    const change = c.req.valid("json");
    await db.transaction(async (tx) => {
      await changePerson(tx, user.id, change, locale, context.now());
      await context.audit.record(tx, {
        lab: "",
        user: user.id,
        action: "account.change",
        target: user.id,
        detail: { fields: Object.keys(change) },
      });
    });
    return c.json(await meOf(user.id), 200);
  });

  app.openapi(work, async (c) => {
    const { user } = principalOf(c.var.principal);
    return c.json(
      {
        ...(await filesOf(db, user.id)),
        runs: await countVisibleRuns(context, user.id),
        dashboards: await countPublicationsOf(db, user.id),
      },
      200,
    );
  });
}
