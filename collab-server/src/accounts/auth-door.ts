// The doors of the accounts library, behind ours: who may make an account, which passwords are taken, what of an answer
// reaches scripts, and what stands in the record.

import { cleanName } from "@genomecraft/cells/base/clean-name.ts";
import { invitationByToken } from "@genomecraft/storage/queries/invitations.ts";
import { openLink } from "@genomecraft/storage/queries/links.ts";
import { isAnybodyHere, personByEmail } from "@genomecraft/storage/queries/people.ts";
import { refuse } from "../errors.ts";
import { hashOfToken } from "../secrets.ts";
import { callerHeader } from "./auth.ts";
import { requestedLocale } from "./authenticate.ts";
import { checkPassword } from "./check-password.ts";
import { askForProof, type MailDoor } from "./mailed-links.ts";

export interface AuthRequest {
  /** One of `openAuthPaths`. */
  readonly path: string;
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  /** Null where the method has none. */
  readonly body: string | null;
  /** The address of the socket. */
  readonly caller: string;
}

export async function throughAuthDoor(door: MailDoor, asked: AuthRequest): Promise<Response> {
  const { path, url, method, caller } = asked;
  const headers = new Headers(asked.headers);
  let { body } = asked;
  headers.set(callerHeader, caller);
  const isPost = method === "POST";
  const said = fieldsOf(body ?? "{}");
  if (isPost && path === "/sign-up/email") {
    // Who is proved by a letter makes the account with the link in it.
    if (door.postbox !== null) return refuse("forbidden", "sign-up-by-mail");
    await checkNewAccount(door, said);
    const name = cleanName(textOf(said["name"]), 120);
    if (name === "") return refuse("invalid", "field-missing", { field: "name" });
    body = JSON.stringify({ ...said, name });
    headers.delete("content-length");
  }
  const answer = await door.auth.handler(new Request(url, { method, headers, body }));
  if (isPost && path === "/sign-in/email" && answer.status === 401) {
    // Who was meant, where there is such a person; what was typed may be anything, a password even.
    const target = (await personByEmail(door.db, textOf(said["email"]))) ?? "";
    await door.audit.record(door.db, { lab: "", user: null, action: "session.refuse", target, detail: { caller } });
  }
  // The password was right: only then is said that the address was not proved yet, and another link sent.
  if (isPost && path === "/sign-in/email" && door.postbox !== null && (await isUnproved(answer))) {
    askForProof(door, {
      email: textOf(said["email"]).toLowerCase(),
      locale: requestedLocale(asked.headers.get("accept-language")) ?? "en",
    });
    return refuse("forbidden", "email-unproved");
  }
  return withoutTokens(answer);
}

async function checkNewAccount(door: MailDoor, said: Fields): Promise<void> {
  const email = textOf(said["email"]).toLowerCase();
  if (!(await mayMakeAccount(door, textOf(said["invitation"]), email))) return refuse("forbidden", "sign-up-invited");
  await checkPassword(door.passwords, textOf(said["password"]), [email, textOf(said["name"])]);
}

/** Addresses are not verified, so that a stranger's account would say who has one: one comes by invitation or link. */
export async function mayMakeAccount(door: MailDoor, invitation: string, email: string): Promise<boolean> {
  if (door.config.signUp === "open" || !(await isAnybodyHere(door.db))) return true;
  return (await openedBy(door, invitation, email)) !== null;
}

/** The page that an invitation or a link opens for this address, by the last part of its own; null for none. */
export async function openedBy({ db, now }: MailDoor, invitation: string, email: string): Promise<string | null> {
  if (invitation === "") return null;
  const hash = hashOfToken(invitation);
  const found = await invitationByToken(db, hash);
  if (found?.status === "pending" && found.expiresAt.getTime() > now() && (found.email === "" || found.email === email))
    return `/invite/${invitation}`;
  return (await openLink(db, hash, now())) === null ? null : `/link/${invitation}`;
}

const isUnproved = async (answer: Response): Promise<boolean> =>
  answer.status === 403 && fieldsOf(await answer.clone().text())["code"] === "EMAIL_NOT_VERIFIED";

type Fields = { readonly [field: string]: unknown };
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

function fieldsOf(body: string): Fields {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? (value as Fields) : {};
  } catch {
    // The library has its own answer for it.
    return {};
  }
}

/** Sessions are for cookies, which scripts do not see: no answer tells their tokens. */
async function withoutTokens(answer: Response): Promise<Response> {
  if (!answer.headers.get("content-type")?.includes("json")) return answer;
  const hidden: unknown = JSON.parse((await answer.text()) || "null", (name, value: unknown) =>
    name === "token" ? undefined : value,
  );
  const headers = new Headers(answer.headers);
  headers.delete("content-length");
  return new Response(JSON.stringify(hidden), { status: answer.status, headers });
}
