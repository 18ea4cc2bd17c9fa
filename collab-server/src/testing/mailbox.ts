// A mail server for tests, on loopback: takes letters by SMTP and keeps them as they came over the line.

import { createServer, type Socket } from "node:net";

export interface ReceivedLetter {
  readonly from: string;
  readonly to: readonly string[];
  /** Head and body as they came. */
  readonly raw: string;
  readonly subject: string;
  readonly text: string;
  /** The addresses of pages in it, without the host. */
  readonly links: readonly string[];
}

export interface Mailbox {
  readonly port: number;
  readonly letters: ReceivedLetter[];
  /** The newest letter to this address, as soon as there are so many of them. */
  to(address: string, many?: number): Promise<ReceivedLetter>;
  /** From now on every letter, or whoever signs in, is answered so; null: taken. */
  answerWith(line: string | null): void;
  close(): Promise<void>;
}

export async function openMailbox(
  options: { readonly port?: number; readonly login?: readonly [string, string] } = {},
): Promise<Mailbox> {
  const letters: ReceivedLetter[] = [];
  const sockets = new Set<Socket>();
  let refusal: string | null = null;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    const say = (line: string) => socket.write(`${line}\r\n`);
    let rest = "";
    let from = "";
    let to: string[] = [];
    let data: string[] | null = null;
    const take = (line: string): void => {
      if (data !== null) {
        if (line !== ".") return void data.push(line.replace(/^\./, ""));
        letters.push(received(from, to, data.join("\r\n")));
        data = null;
        say("250 taken");
        return;
      }
      const [verb = ""] = line.toUpperCase().split(" ");
      const address = /<([^>]*)>/.exec(line)?.[1] ?? "";
      if (verb === "EHLO") {
        say("250-test");
        say(options.login === undefined ? "250 8BITMIME" : "250 AUTH PLAIN");
      } else if (verb === "AUTH") {
        const said = Buffer.from(line.split(" ")[2] ?? "", "base64")
          .toString()
          .split("\0")
          .slice(1);
        say(said.join() === options.login?.join() ? "235 yes" : "535 5.7.8 no");
      } else if (verb === "MAIL") {
        if (refusal !== null) return void say(refusal);
        [from, to] = [address, []];
        say("250 yes");
      } else if (verb === "RCPT") {
        to.push(address);
        say("250 yes");
      } else if (verb === "DATA") {
        data = [];
        say("354 go on");
      } else if (verb === "QUIT") {
        say("221 bye");
        socket.end();
      } else say("250 yes");
    };
    socket.on("data", (chunk) => {
      rest += chunk.toString("latin1");
      for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        take(line);
      }
    });
    say("220 test ESMTP");
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const at = server.address();
  return {
    port: at !== null && typeof at === "object" ? at.port : 0,
    letters,
    to: async (address, many = 1) => {
      for (let left = 200; left > 0; left--) {
        const his = letters.filter((letter) => letter.to.includes(address));
        const newest = his.at(-1);
        if (newest && his.length >= many) return newest;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error(`no letter to ${address}; there are ${letters.map((letter) => letter.to.join()).join(" ")}`);
    },
    answerWith: (line) => {
      refusal = line;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function received(from: string, to: readonly string[], raw: string): ReceivedLetter {
  const [head = "", ...parts] = raw.split("\r\n\r\n");
  const body = parts.join("\r\n\r\n");
  const lines = head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  const field = (name: string): string =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? "";
  const text = decodedBody(body, field("content-transfer-encoding"));
  return {
    from,
    to,
    raw,
    subject: field("subject").replace(/=\?utf-8\?([BQ])\?([^?]*)\?=\s*/gi, (_whole, how: string, said: string) =>
      how.toUpperCase() === "B" ? Buffer.from(said, "base64").toString() : fromQuoted(said.replaceAll("_", " ")),
    ),
    text,
    links: [...text.matchAll(/https?:\/\/[^/\s]+(\/\S+)/g)].map((found) => found[1] ?? ""),
  };
}

const decodedBody = (body: string, encoding: string): string =>
  encoding === "base64"
    ? Buffer.from(body, "base64").toString()
    : encoding === "quoted-printable"
      ? fromQuoted(body.replace(/=\r\n/g, ""))
      : Buffer.from(body, "latin1").toString();

const fromQuoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString();
