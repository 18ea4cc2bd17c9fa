// Accounts where mail is set up: an address is proved by a link that was mailed to it, before there is an account, and once
// for those that are older than the mail server; a password that was forgotten is replaced by one, too. Whoever asks is
// answered before anything is looked up, so that neither the answer nor its time tells who has an account.

import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import type { Audit } from "@genomecraft/storage/audit/audit.ts";
import type { Database } from "@genomecraft/storage/database.ts";
import {
  addMailedLink,
  countUp,
  type MailedFor,
  type MailedLink,
  mailedLinkBy,
  removeMailedLinks,
  takeMailedLink,
} from "@genomecraft/storage/queries/mailed-links.ts";
import { settingsOf } from "@genomecraft/storage/queries/me.ts";
import { endOtherSessions, removeKeysOf, setPassword, passwordOf } from "@genomecraft/storage/queries/password.ts";
import { addProvedPerson, personByEmail, personById, proveEmail } from "@genomecraft/storage/queries/people.ts";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import type { ServerConfig } from "../config.ts";
import { refuse } from "../errors.ts";
import { letterOfAccount, letterOfInvitation, letterWithLink } from "../mail/letters.ts";
import type { Postbox } from "../mail/postbox.ts";
import { hashOfToken, newToken } from "../secrets.ts";
import type { Auth } from "./auth.ts";
import { checkPassword } from "./check-password.ts";
import type { PasswordStrength } from "./password-strength.ts";

const hourMs = 3_600_000;
const mailedLinkLifeMs: { readonly [purpose in MailedFor]: number } = {
  "sign-up": 24 * hourMs,
  verify: 24 * hourMs,
  password: hourMs,
};
/** To one address in an hour, whoever asks: more are not sent, and nobody is told. */
const mostLettersAnHour = 5;
const mostInvitationsAnHour = 30;
const mostAsksAMinute = 10;

export interface MailDoor {
  readonly config: ServerConfig;
  readonly db: Database;
  readonly audit: Audit;
  readonly auth: Auth;
  readonly passwords: PasswordStrength;
  /** Null where no mail is set up. */
  readonly postbox: Postbox | null;
  now(): number;
}

export const postboxOf = ({ postbox }: MailDoor): Postbox => postbox ?? refuse("conflict", "no-mail");

/** So often from one address of the network, counted for all servers together, as signing in is. */
export async function countAsk({ config, db, now }: MailDoor, caller: string): Promise<void> {
  if (config.requestsPerMinute === null) return;
  const asked = await countUp(db, { what: `mail asked ${caller}`, windowMs: 60_000 }, now());
  if (asked > mostAsksAMinute) refuse("rate-limited", "too-many", { seconds: 60 });
}

/** `next`: where to go on with the account, a path of ours. */
export function askForAccount(
  door: MailDoor,
  asked: { readonly email: string; readonly next: string | null; readonly locale: Locale },
): void {
  const { email, next, locale } = asked;
  postboxOf(door).later(async () => {
    const user = await personByEmail(door.db, email);
    if (user === null) return mailLink(door, { purpose: "sign-up", email, user, next, locale });
    if (await isTooMany(door, email)) return;
    postboxOf(door).put(letterOfAccount({ to: email, locale: await localeOf(door, user, locale), site: door.config.publicUrl }));
  });
}

/** To somebody with an account alone; others get nothing. */
export function askForPassword(door: MailDoor, asked: { readonly email: string; readonly locale: Locale }): void {
  const { email, locale } = asked;
  postboxOf(door).later(async () => {
    const user = await personByEmail(door.db, email);
    if (user !== null) await mailLink(door, { purpose: "password", email, user, next: null, locale });
  });
}

/** To somebody who knows the password and whose address was never proved. */
export function askForProof(door: MailDoor, asked: { readonly email: string; readonly locale: Locale }): void {
  const { email, locale } = asked;
  postboxOf(door).later(async () => {
    const user = await personByEmail(door.db, email);
    if (user !== null) await mailLink(door, { purpose: "verify", email, user, next: null, locale });
  });
}

/** Whether one more invitation of this person is mailed to this address; where not she sends the link herself. */
export async function mayMailInvitation(door: MailDoor, of: { readonly by: string; readonly email: string }): Promise<boolean> {
  if (door.postbox === null || (await isTooMany(door, of.email))) return false;
  const what = `invitations mailed by ${of.by}`;
  return (await countUp(door.db, { what, windowMs: hourMs }, door.now())) <= mostInvitationsAnHour;
}

/**
 * Mails an invitation to the address that it is for. The letter holds a link of its own beside the one that the inviter is
 * shown: who opens it has proved the address.
 */
export function mailInvitation(
  door: MailDoor,
  invitation: {
    readonly id: string;
    readonly email: string;
    readonly token: string;
    readonly expiresAt: number;
    readonly name: string;
    readonly lab: string;
    readonly locale: Locale;
  },
): void {
  const { id, email, token, expiresAt, name, lab, locale } = invitation;
  const { config, db, now } = door;
  postboxOf(door).later(async () => {
    const mailed = newToken();
    await addMailedLink(db, { purpose: "sign-up", email, user: null, invitation: id, tokenHash: hashOfToken(mailed), expiresAt });
    const join = `/invite/${token}`;
    const days = Math.max(1, Math.round((expiresAt - now()) / (24 * hourMs)));
    const link = linkOf(config, mailed, join);
    const user = await personByEmail(db, email);
    const to = { to: email, locale: user === null ? locale : await localeOf(door, user, locale), site: config.publicUrl };
    postboxOf(door).put(letterOfInvitation(to, { name, lab, link, join: config.publicUrl + join, days }));
  });
}

async function mailLink(
  door: MailDoor,
  of: MailedLink & { readonly next: string | null; readonly locale: Locale },
): Promise<void> {
  const { purpose, email, user, next, locale } = of;
  if (await isTooMany(door, email)) return;
  const token = newToken();
  const lifetimeMs = mailedLinkLifeMs[purpose];
  await addMailedLink(door.db, { purpose, email, user, tokenHash: hashOfToken(token), expiresAt: door.now() + lifetimeMs });
  const to = { to: email, locale: user === null ? locale : await localeOf(door, user, locale), site: door.config.publicUrl };
  postboxOf(door).put(letterWithLink(to, { purpose, link: linkOf(door.config, token, next), lifetimeMs }));
}

const linkOf = ({ publicUrl }: ServerConfig, token: string, next: string | null): string =>
  `${publicUrl}/confirm/${token}${next === null ? "" : `?next=${encodeURIComponent(next)}`}`;

const localeOf = async ({ db }: MailDoor, user: string, asked: Locale): Promise<Locale> =>
  (await settingsOf(db, user)).locale ?? asked;

async function isTooMany({ db, now }: MailDoor, email: string): Promise<boolean> {
  return (await countUp(db, { what: `mailed to ${hashOfToken(email)}`, windowMs: hourMs }, now())) > mostLettersAnHour;
}

/** What a link is for; refuses one that was used, is over, or never was. */
export async function openMailedLink(door: MailDoor, token: string, purpose?: MailedFor): Promise<MailedLink> {
  postboxOf(door);
  const link = await mailedLinkBy(door.db, hashOfToken(token), door.now());
  if (link === null || (purpose !== undefined && link.purpose !== purpose)) return refuse("not-found", "mailed-link-gone");
  return link;
}

/** Answers the id of the new person. */
export async function accountByLink(
  door: MailDoor,
  token: string,
  said: { readonly name: string; readonly password: string },
): Promise<string> {
  const { email } = await openMailedLink(door, token, "sign-up");
  // Before the link is used up: who takes a weak one tries again.
  await checkPassword(door.passwords, said.password, [email, said.name]);
  const { password: scrypt } = await door.auth.$context;
  const hash = await scrypt.hash(said.password);
  const now = door.now();
  const id = newId("user", systemRandom);
  await door.db.transaction(async (tx) => {
    const link = await takeMailedLink(tx, { tokenHash: hashOfToken(token), purpose: "sign-up", email }, now);
    if (link === null) return refuse("not-found", "mailed-link-gone");
    if (!(await addProvedPerson(tx, { id, name: said.name, email }, now))) return refuse("conflict", "mailed-has-account");
    await setPassword(tx, { user: id, hash, now });
    await removeMailedLinks(tx, { purpose: "sign-up", email });
    await door.audit.record(tx, { lab: "", user: id, action: "account.create", target: id });
    await door.audit.record(tx, { lab: "", user: id, action: "account.verify", target: id });
  });
  return id;
}

/** Answers the address. */
export async function proveByLink(door: MailDoor, token: string): Promise<string> {
  const { email } = await openMailedLink(door, token, "verify");
  const now = door.now();
  return door.db.transaction(async (tx) => {
    const link = await takeMailedLink(tx, { tokenHash: hashOfToken(token), purpose: "verify", email }, now);
    if (link === null || link.user === null) return refuse("not-found", "mailed-link-gone");
    if (await proveEmail(tx, { user: link.user, email: link.email, now }))
      await door.audit.record(tx, { lab: "", user: link.user, action: "account.verify", target: link.user });
    await removeMailedLinks(tx, { purpose: "verify", user: link.user });
    return link.email;
  });
}

export async function passwordByLink(
  door: MailDoor,
  token: string,
  said: { readonly password: string; readonly keys: "keep" | "revoke" },
): Promise<{ readonly user: string; readonly endedSessions: number; readonly revokedKeys: number }> {
  const { email, user } = await openMailedLink(door, token, "password");
  const person = user === null ? null : await personById(door.db, user);
  // The link was mailed to an address, and is good for whoever has it still.
  if (person === null || person.email !== email) return refuse("not-found", "mailed-link-gone");
  await checkPassword(door.passwords, said.password, [email, person.name]);
  const { password: scrypt } = await door.auth.$context;
  const before = await passwordOf(door.db, person.id);
  if (before !== null && (await scrypt.verify({ hash: before, password: said.password })))
    return refuse("invalid", "password-same");
  const hash = await scrypt.hash(said.password);
  const now = door.now();
  const { id } = person;
  return door.db.transaction(async (tx) => {
    if ((await takeMailedLink(tx, { tokenHash: hashOfToken(token), purpose: "password", email }, now)) === null)
      return refuse("not-found", "mailed-link-gone");
    await setPassword(tx, { user: id, hash, now });
    if (await proveEmail(tx, { user: id, email, now }))
      await door.audit.record(tx, { lab: "", user: id, action: "account.verify", target: id });
    const endedSessions = await endOtherSessions(tx, { user: id, except: "" });
    const revokedKeys = said.keys === "revoke" ? await removeKeysOf(tx, id) : 0;
    await removeMailedLinks(tx, { purpose: "password", user: id });
    await door.audit.record(tx, {
      lab: "",
      user: id,
      action: "account.password-by-mail",
      target: id,
      detail: { endedSessions, revokedKeys },
    });
    await notifyAccess(tx, { user: id });
    return { user: id, endedSessions, revokedKeys };
  });
}
