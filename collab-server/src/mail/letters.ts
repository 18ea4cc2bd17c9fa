// The letters that the server writes: plain text, a line that says why it came, what to do, and what if it was somebody else.

import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import type { Letter } from "./mail.ts";
import { words } from "./words.ts";

export interface Addressee {
  readonly to: string;
  readonly locale: Locale;
  /** The server's address. */
  readonly site: string;
}

const hourMs = 3_600_000;
const longestName = 80;

export function letterWithLink(
  { to, locale, site }: Addressee,
  what: { readonly purpose: "sign-up" | "verify" | "password"; readonly link: string; readonly lifetimeMs: number },
): Letter {
  const { purpose, link, lifetimeMs } = what;
  return {
    to,
    subject: words.say(`${purpose}-subject`, {}, locale),
    text: textOf([
      words.say(purpose, { site }, locale),
      `${words.say(`${purpose}-do`, {}, locale)}\n${link}`,
      words.say("works-once", { hours: lifetimeMs / hourMs }, locale),
      words.say(`${purpose}-not`, {}, locale),
    ]),
  };
}

/** To who wanted an account and has one. */
export const letterOfAccount = ({ to, locale, site }: Addressee): Letter => ({
  to,
  subject: words.say("have-subject", {}, locale),
  text: textOf([
    words.say("have", { site }, locale),
    `${words.say("have-do", {}, locale)}\n${site}/sign-in`,
    words.say("have-not", {}, locale),
  ]),
});

export function letterOfInvitation(
  { to, locale, site }: Addressee,
  what: {
    readonly name: string;
    readonly lab: string;
    /** Makes an account, then goes on to `join`. */
    readonly link: string;
    readonly join: string;
    readonly days: number;
  },
): Letter {
  const said = {
    name: nameForLetter(what.name) ?? words.say("a-colleague", {}, locale),
    lab: nameForLetter(what.lab) ?? words.say("a-lab", {}, locale),
  };
  return {
    to,
    subject: words.say("invite-subject", said, locale),
    text: textOf([
      words.say("invite", { ...said, site }, locale),
      `${words.say("invite-do", {}, locale)}\n${what.link}`,
      `${words.say("invite-known", {}, locale)}\n${what.join}`,
      words.say("works-once-days", { days: what.days }, locale),
      words.say("invite-not", {}, locale),
    ]),
  };
}

/**
 * A name as a letter to somebody else's address may hold it: one line, short. Null where a mail program would make a link of
 * it: nobody puts addresses of hers into our letters.
 */
export function nameForLetter(name: string): string | null {
  const line = name.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return line === "" || /[/\\@]|:\S|[\p{L}\p{N}]\.[\p{L}\p{N}]{2,}/u.test(line) ? null : line.slice(0, longestName);
}

const textOf = (paragraphs: readonly string[]): string => `${paragraphs.join("\n\n")}\n`;
