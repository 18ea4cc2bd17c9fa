// Letters by SMTP against a mail server of the test: what goes over the line, what is refused, and what waits.

import { createServer } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { MailSettings } from "../config.ts";
import { openMailbox, type Mailbox } from "../testing/mailbox.ts";
import { letterOfInvitation, nameForLetter } from "./letters.ts";
import { MailRefused } from "./mail.ts";
import { openPostbox } from "./postbox.ts";
import { openSmtpMail } from "./smtp-mail.ts";

const ending: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});
const from = { name: "Лаборатория Вебер", address: "genomes@example.org" };
const openMail = (settings: Partial<MailSettings>) => {
  const mail = openSmtpMail({ host: "127.0.0.1", port: 25, tls: false, from, ...settings });
  ending.push(() => mail.close());
  return mail;
};
async function openBox(options: { readonly login?: readonly [string, string] } = {}): Promise<Mailbox> {
  const box = await openMailbox(options);
  ending.push(() => box.close());
  return box;
}

describe("a letter", () => {
  test("comes as it was written, in any script", async () => {
    const box = await openBox();
    await openMail({ port: box.port }).send({
      to: "ada@example.org",
      subject: "Учётная запись: подтвердите адрес, пожалуйста, не откладывая на потом",
      text: "Откройте страницу:\nhttps://genomes.example.org/confirm/abc?next=%2Finvite%2Fx\n.\n.Точка\n",
    });
    const letter = await box.to("ada@example.org");
    expect(letter.from).toBe("genomes@example.org");
    expect(letter.subject).toBe("Учётная запись: подтвердите адрес, пожалуйста, не откладывая на потом");
    expect(letter.text.replaceAll("\r\n", "\n")).toContain("/confirm/abc?next=%2Finvite%2Fx\n.\n.Точка");
    expect(letter.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  });

  test("has one addressee and no line of its own in its head, whatever it is given (M-3)", async () => {
    const box = await openBox();
    const mail = openMail({ port: box.port });
    for (const to of [
      "a@example.org\r\nBcc: all@example.org",
      "a@example.org, b@example.org",
      "A <a@example.org>",
      "a @b.org",
      "",
    ])
      await expect(mail.send({ to, subject: "s", text: "t" })).rejects.toBeInstanceOf(Error);
    expect(box.letters).toEqual([]);
    await mail.send({ to: "a@example.org", subject: "one\r\nBcc: all@example.org\r\n\r\nbody", text: "t" });
    const letter = await box.to("a@example.org");
    expect(letter.to).toEqual(["a@example.org"]);
    expect(letter.subject).toBe("one Bcc: all@example.org body");
    expect(letter.raw).not.toMatch(/^bcc:/im);
    await mail.send({ to: "a@example.org", subject: "x".repeat(1_000_000), text: "t" });
    expect((await box.to("a@example.org", 2)).subject.length).toBe(200);
  });

  test.each([
    ["Weber Lab", "Weber Lab"],
    ["U.S. Genome Center, St. Louis", "U.S. Genome Center, St. Louis"],
    ["Лаборатория\r\nдвух\u200b строк", "Лаборатория двух строк"],
    ["Win at evil.test", null],
    ["https://evil.test/x", null],
    ["mail me@evil", null],
    ["javascript:alert(1)", null],
    [" \u0000 ", null],
    ["x".repeat(500), "x".repeat(80)],
  ])("names somebody as %j: %j", (name, said) => expect(nameForLetter(name)).toBe(said));

  test("of an invitation whose names are addresses of pages says who without them", () => {
    const to = { to: "a@example.org", locale: "ru", site: "https://genomes.example.org" } as const;
    const letter = letterOfInvitation(to, { name: "evil.test", lab: "a/b", link: "L", join: "J", days: 3 });
    expect(letter.subject).toBe("GenomeCraft: коллега приглашает вас в лабораторию");
    expect(letter.text).toContain("в течение 3 дней");
  });
});

describe("at the start", () => {
  test("a mail server that takes us is ready, and one that is away now stops nothing", async () => {
    const box = await openBox({ login: ["genomes", "se:cret/@"] });
    expect(await openMail({ port: box.port, user: "genomes", password: "se:cret/@" }).check()).toBe("ready");
    await box.close();
    expect(await openMail({ port: box.port }).check()).toBe("away");
  });

  test("a wrong password, no mail server and a line that cannot be sealed stop it with a sentence, without the password", async () => {
    const box = await openBox({ login: ["genomes", "right"] });
    const wrong = openMail({ port: box.port, user: "genomes", password: "wrong-and-secret" }).check();
    await expect(wrong).rejects.toThrow(/does not take the user name and password.*Correct them/);
    await expect(wrong).rejects.not.toThrow(/wrong-and-secret/);
    await expect(openMail({ port: box.port, tls: true }).check()).rejects.toThrow(/no sealed connection.*smtps:\/\//);
    const web = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
    ending.push(() => new Promise<void>((resolve) => web.close(() => resolve())));
    const { port } = web.address() as { readonly port: number };
    await expect(openMail({ port }).check()).rejects.toThrow(/is no mail server/);
    await expect(openMail({ host: "mail.invalid" }).check()).rejects.toThrow(/no machine is known under that name/);
  });
});

describe("the postbox", () => {
  test("tries again what was not taken now, and gives up what never will be", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    ending.push(() => void vi.useRealTimers());
    const sent: string[] = [];
    const trouble: string[] = [];
    let isBusy = true;
    const postbox = openPostbox(
      {
        send: async ({ to }) => {
          if (to === "never") throw new MailRefused({ cause: null });
          if (isBusy) throw new Error("451 later");
          sent.push(to);
        },
      },
      (_error, what) => trouble.push(what),
    );
    const settle = async () => {
      for (let i = 0; i < 10; i++) await new Promise((resolve) => setImmediate(resolve));
    };
    postbox.put({ to: "never", subject: "", text: "" });
    postbox.put({ to: "ada", subject: "", text: "" });
    await settle();
    expect(trouble.sort()).toEqual(["a letter waits: the mail server does not take it now", "a letter was not sent"]);
    await vi.advanceTimersByTimeAsync(5_000);
    await settle();
    isBusy = false;
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(60_000);
    await settle();
    expect(sent).toEqual(["ada"]);
    await postbox.close();
  });

  test("a server that answers 'later' keeps the letter waiting, one that answers 'no' does not", async () => {
    const box = await openBox();
    const mail = openMail({ port: box.port });
    const letter = { to: "a@example.org", subject: "s", text: "t" };
    box.answerWith("451 4.3.0 later");
    await expect(mail.send(letter)).rejects.not.toBeInstanceOf(MailRefused);
    box.answerWith("550 5.7.1 no");
    await expect(mail.send(letter)).rejects.toBeInstanceOf(MailRefused);
    box.answerWith(null);
    await mail.send(letter);
    expect(box.letters.length).toBe(1);
  });
});
