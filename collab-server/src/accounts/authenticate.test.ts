// Who is asking, in the moment in which the database comes back.

import { expect, test } from "vitest";
import { type AccountsContext, authenticate } from "./authenticate.ts";

const headers = new Headers({ cookie: "genomecraft.session_token=t", "accept-language": "en" });
const session = { user: { id: "usr_a", name: "Ada", email: "ada@example.org" }, session: { id: "ses_a" } };

const contextOf = (looks: readonly (() => Promise<unknown>)[], answers: () => Promise<unknown>) => {
  let asked = 0;
  const context = {
    auth: { api: { getSession: () => (looks[asked++] as () => Promise<unknown>)() } },
    pool: { query: answers },
    now: () => 0,
  } as unknown as AccountsContext;
  return { context, asked: () => asked };
};
const fails = (message: string) => () => Promise.reject(new Error(message));

test("a session that could not be read is read again where the database answers", async () => {
  const { context, asked } = contextOf([fails("hidden"), async () => session], async () => ({}));
  expect(await authenticate(context, headers)).toMatchObject({ user: { id: "usr_a" }, sessionId: "ses_a" });
  expect(asked()).toBe(2);
});

test("where it does not answer, that is what is said; and what fails twice is told", async () => {
  const gone = contextOf([fails("hidden")], fails("Connection terminated"));
  await expect(authenticate(gone.context, headers)).rejects.toThrow("Connection terminated");
  const broken = contextOf([fails("hidden"), fails("hidden again")], async () => ({}));
  await expect(authenticate(broken.context, headers)).rejects.toThrow("hidden again");
});
