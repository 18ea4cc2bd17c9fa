// Accounts where mail is set up: asking for a link (to make an account, to replace a forgotten password), and what is done
// with it. Opening a link does nothing by itself: programs that look into letters open them, too.

import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import { countKeysOf } from "@genomecraft/storage/queries/password.ts";
import {
  askedByMail,
  mailedAccount,
  mailedLink,
  postForgottenPassword,
  postMailedAccount,
  postMailedPassword,
  postSignUp,
  provedAddress,
  signUpWays,
} from "../../contract/mailed-links.ts";
import { passwordChanged } from "../../contract/password.ts";
import { mayMakeAccount, openedBy } from "../accounts/auth-door.ts";
import {
  accountByLink,
  askForAccount,
  askForPassword,
  countAsk,
  openMailedLink,
  passwordByLink,
  postboxOf,
  proveByLink,
} from "../accounts/mailed-links.ts";
import { refuse } from "../errors.ts";
import type { App, Env, ServerContext } from "../server-context.ts";
import { answer, body, tokenParam } from "./route-shapes.ts";

const tags = ["Accounts"];
const params = tokenParam;
const callerOf = (c: Context<Env>): string => c.env?.incoming?.socket?.remoteAddress ?? "127.0.0.1";

export function registerMailedLinks(app: App, context: ServerContext): void {
  const { db, auth, config } = context;

  const signIn = async (c: Context<Env>, user: string): Promise<void> => {
    const started = await auth.api.startSession({ body: { user }, headers: c.req.raw.headers, asResponse: true });
    for (const cookie of started.headers.getSetCookie()) c.header("set-cookie", cookie, { append: true });
  };

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/sign-up",
      tags,
      summary: "How accounts are made here",
      responses: answer(signUpWays),
    }),
    (c) => c.json({ byMail: context.postbox !== null, byInvitation: config.signUp === "invited" }, 200),
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/sign-up",
      tags,
      summary: "Ask for a link by mail with which to make an account",
      request: body(postSignUp),
      responses: answer(askedByMail),
    }),
    async (c) => {
      postboxOf(context);
      await countAsk(context, callerOf(c));
      const said = c.req.valid("json");
      const email = said.email.toLowerCase();
      const next = await openedBy(context, said.invitation ?? "", email);
      if (said.invitation !== undefined && next === null) return refuse("forbidden", "sign-up-invited");
      if (!(await mayMakeAccount(context, said.invitation ?? "", email))) return refuse("forbidden", "sign-up-invited");
      askForAccount(context, { email, next, locale: c.var.locale });
      return c.json({ asked: true as const }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/forgotten-password",
      tags,
      summary: "Ask for a link by mail with which to choose a new password",
      request: body(postForgottenPassword),
      responses: answer(askedByMail),
    }),
    async (c) => {
      postboxOf(context);
      await countAsk(context, callerOf(c));
      askForPassword(context, { email: c.req.valid("json").email.toLowerCase(), locale: c.var.locale });
      return c.json({ asked: true as const }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/mailed-links/{token}",
      tags,
      summary: "What a mailed link is for",
      request: { params },
      responses: answer(mailedLink),
    }),
    async (c) => {
      const { purpose, email, user } = await openMailedLink(context, c.req.valid("param").token);
      const keys = purpose === "password" && user !== null ? await countKeysOf(db, user) : 0;
      return c.json({ purpose, email, keys }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/mailed-links/{token}/account",
      tags,
      summary: "Make the account that a mailed link is for, and sign in",
      request: { params, ...body(postMailedAccount) },
      responses: answer(mailedAccount),
    }),
    async (c) => {
      await countAsk(context, callerOf(c));
      const user = await accountByLink(context, c.req.valid("param").token, c.req.valid("json"));
      await signIn(c, user);
      return c.json({ user: { id: user } }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/mailed-links/{token}/address",
      tags,
      summary: "Confirm the address that a mailed link went to",
      request: { params },
      responses: answer(provedAddress),
    }),
    async (c) => {
      await countAsk(context, callerOf(c));
      return c.json({ email: await proveByLink(context, c.req.valid("param").token) }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/mailed-links/{token}/password",
      tags,
      summary: "Set a new password by a mailed link, and sign in; all sessions before end",
      request: { params, ...body(postMailedPassword) },
      responses: answer(passwordChanged),
    }),
    async (c) => {
      await countAsk(context, callerOf(c));
      const { user, ...changed } = await passwordByLink(context, c.req.valid("param").token, c.req.valid("json"));
      await signIn(c, user);
      return c.json(changed, 200);
    },
  );
}
