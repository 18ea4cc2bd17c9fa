// The doors of the accounts library, behind ours: who may make an account, which passwords are taken, what of an answer
// reaches scripts, and what stands in the record.

import type { Audit } from "@genomecraft/storage/audit/audit.ts";
import type { Database } from "@genomecraft/storage/database.ts";
import { invitationByToken } from "@genomecraft/storage/queries/invitations.ts";
import { openLink } from "@genomecraft/storage/queries/links.ts";
import { isAnybodyHere, personByEmail } from "@genomecraft/storage/queries/people.ts";
import type { ServerConfig } from "../config.ts";
import { refuse } from "../errors.ts";
import { hashOfToken } from "../secrets.ts";
import { type Auth, callerHeader } from "./auth.ts";
import { longestPassword, type PasswordStrength, shortestPassword } from "./password-strength.ts";

export interface AuthDoor {
  readonly config: ServerConfig;
  readonly db: Database;
  readonly audit: Audit;
  readonly auth: Auth;
  readonly passwords: PasswordStrength;
  now(): number;
}

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

export async function throughAuthDoor(door: AuthDoor, asked: AuthRequest): Promise<Response> {
  const { path, url, method, body, caller } = asked;
  const headers = new Headers(asked.headers);
  headers.set(callerHeader, caller);
  const isPost = method === "POST";
  const said = fieldsOf(body ?? "{}");
  if (isPost && path === "/sign-up/email") await checkNewAccount(door, said);
  const answer = await door.auth.handler(new Request(url, { method, headers, body }));
  if (isPost && path === "/sign-in/email" && answer.status === 401) {
    // Who was meant, where there is such a person; what was typed may be anything, a password even.
    const target = (await personByEmail(door.db, textOf(said["email"]))) ?? "";
    await door.audit.record(door.db, { lab: "", user: null, action: "session.refuse", target, detail: { caller } });
  }
  return withoutTokens(answer);
}

async function checkNewAccount(door: AuthDoor, said: Fields): Promise<void> {
  const email = textOf(said["email"]).toLowerCase();
  if (!(await mayMakeAccount(door, textOf(said["invitation"]), email))) return refuse("forbidden", "sign-up-invited");
  await checkPassword(door.passwords, textOf(said["password"]), [email, textOf(said["name"])]);
}

/** Refuses what can be guessed, with a sentence that says what to do. */
export async function checkPassword(passwords: PasswordStrength, password: string, personal: readonly string[]): Promise<void> {
  if (password.length < shortestPassword || password.length > longestPassword)
    return refuse("invalid", "password-length", { least: shortestPassword, most: longestPassword });
  const found = await passwords.of(password, personal);
  if (found === "busy") return refuse("rate-limited", "too-many", { seconds: 10 });
  if (found === "weak") return refuse("invalid", "password-weak");
}

/** Addresses are not verified, so that a stranger's account would say who has one: one comes by invitation or link. */
async function mayMakeAccount({ config, db, now }: AuthDoor, invitation: string, email: string): Promise<boolean> {
  if (config.signUp === "open" || !(await isAnybodyHere(db))) return true;
  if (invitation === "") return false;
  const hash = hashOfToken(invitation);
  const found = await invitationByToken(db, hash);
  if (found?.status === "pending" && found.expiresAt.getTime() > now() && (found.email === "" || found.email === email))
    return true;
  return (await openLink(db, hash, now())) !== null;
}

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
