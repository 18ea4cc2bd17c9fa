// Letters by SMTP. Over the network never in the clear: smtps from the first byte, smtp with STARTTLS, which a server that is
// not on this machine must offer. Nothing is read from files or addresses that a letter names.

import { createTransport } from "nodemailer";
import { ConfigError, isLoopback, type MailSettings } from "../config.ts";
import { type Mail, MailRefused } from "./mail.ts";

/** Every character that ends a line or steers a terminal: a header holds none. */
const control = /[\p{Cc}\u2028\u2029]+/gu;
const longestSubject = 200;

export interface SmtpMail extends Mail {
  /** Whether letters would be taken: "away" where nobody answers now; throws a sentence where the settings are wrong. */
  check(): Promise<"ready" | "away">;
  close(): void;
}

export function openSmtpMail({ host, port, tls, user, password, from }: MailSettings): SmtpMail {
  const transport = createTransport({
    host,
    port,
    secure: tls,
    requireTLS: !tls && !isLoopback(host),
    // A relay on this machine rarely has a certificate for the name by which it is called here.
    ignoreTLS: !tls && isLoopback(host),
    ...(user === undefined ? {} : { auth: { user, pass: password ?? "" } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, text }) => {
      // The library folds headers; an address with a line end is no address, whoever let it in.
      if (/[\p{Cc}\u2028\u2029\s<>,;]/u.test(to)) throw new MailRefused({ cause: new Error("no address") });
      try {
        await transport.sendMail({
          from: { name: from.name, address: from.address },
          to: { name: "", address: to },
          subject: subject.replace(control, " ").trim().slice(0, longestSubject),
          text,
          // Out-of-office answers to a machine help nobody.
          headers: { "Auto-Submitted": "auto-generated" },
        });
      } catch (cause) {
        if (isForGood(cause)) throw new MailRefused({ cause });
        throw cause;
      }
    },
    check: async () => {
      try {
        await transport.verify();
        return "ready";
      } catch (cause) {
        const sentence = wrongSetting(cause, host, port);
        if (sentence !== null) throw new ConfigError(sentence);
        return "away";
      }
    },
    close: () => transport.close(),
  };
}

interface SmtpError {
  readonly code?: unknown;
  readonly responseCode?: unknown;
}

const isForGood = (error: unknown): boolean => {
  const { code, responseCode } = error as SmtpError;
  return code === "EENVELOPE" || code === "EMESSAGE"
    ? typeof responseCode !== "number" || responseCode >= 500
    : typeof responseCode === "number" && responseCode >= 500 && code !== "EAUTH";
};

/** What no waiting mends; null where the server is away, or busy. */
function wrongSetting(error: unknown, host: string, port: number): string | null {
  const { code, responseCode } = error as SmtpError;
  const text = error instanceof Error ? error.message : "";
  const where = `GENOMECRAFT_SMTP_URL names ${host}, port ${port}`;
  if (code === "EAUTH" && !(typeof responseCode === "number" && responseCode < 500))
    return `${where}, which does not take the user name and password in it. Correct them (@, :, / and # are written %40, %3A, %2F and %23).`;
  if (code === "ETLS" || /certificate|self-signed|unable to verify|wrong version number|packet length/i.test(text))
    return `${where}, with which no sealed connection can be made. Use smtps:// where it speaks TLS from the first byte (mostly port 465) and smtp:// where it offers STARTTLS (mostly 587); for a certificate of your own institution set NODE_EXTRA_CA_CERTS.`;
  if (code === "EPROTOCOL") return `${where}, which is no mail server. Correct the address or the port.`;
  if (code === "ENOTFOUND" || (code === "EDNS" && /ENOTFOUND/.test(text)))
    return `${where}, and no machine is known under that name. Correct it.`;
  return null;
}
