// Accounts where mail is set up: asking for a link by mail, and what is done with it.

import { z } from "zod";
import { givenName } from "./fields.ts";

const email = z.email().max(254);
const password = z.string().max(1_000);

/** How accounts are made on this server. */
export const signUpWays = z.object({
  /** A link is mailed, and a forgotten password gets one; else an account is made by a form. */
  byMail: z.boolean(),
  /** Whether an invitation or a link is needed, too. */
  byInvitation: z.boolean(),
});
export type SignUpWays = z.infer<typeof signUpWays>;

/** `invitation`: the last part of an invitation's or a link's address, with which to go on. */
export const postSignUp = z.object({ email, invitation: z.string().min(1).max(120).optional() }).strict();
export const postForgottenPassword = z.object({ email }).strict();
/** The same for every address, whoever has an account. */
export const askedByMail = z.object({ asked: z.literal(true) });

export const mailedLink = z.object({
  purpose: z.enum(["sign-up", "verify", "password"]),
  email: z.string(),
  /** Keys for programs, which a new password may end. */
  keys: z.number(),
});
export type MailedLinkAnswer = z.infer<typeof mailedLink>;

export const postMailedAccount = z.object({ name: givenName(120), password }).strict();
export const mailedAccount = z.object({ user: z.object({ id: z.string() }) });
export const provedAddress = z.object({ email: z.string() });
export const postMailedPassword = z.object({ password, keys: z.enum(["keep", "revoke"]) }).strict();
