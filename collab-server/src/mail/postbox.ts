// Where letters are put that leave in their own time: nobody who asks for one waits for a mail server, and nobody learns from
// the time of an answer whether there was a letter to send. What the next server does not take now is tried again for half an
// hour; it is in memory alone, and who gets nothing asks again.

import { type Letter, type Mail, MailRefused } from "./mail.ts";

const triesAfterMs = [5_000, 60_000, 600_000, 1_200_000];
const mostAtOnce = 1_000;

export interface Postbox {
  put(letter: Letter): void;
  /** Does what need not be waited for; trouble with it is logged. */
  later(work: () => Promise<void>): void;
  /** Until what is under way is done; what waits for another try is given up. */
  close(): Promise<void>;
}

export function openPostbox(mail: Mail, onTrouble: (error: unknown, what: string) => void): Postbox {
  const underWay = new Set<Promise<void>>();
  const waiting = new Set<ReturnType<typeof setTimeout>>();
  let isClosed = false;

  const later = (work: () => Promise<void>): void => {
    if (underWay.size + waiting.size >= mostAtOnce) {
      onTrouble(new Error("too many letters at once"), "a letter was not sent");
      return;
    }
    // Whoever asked is answered first.
    const doing = new Promise<void>((resolve) => setImmediate(resolve))
      .then(work)
      .catch((error: unknown) => onTrouble(error, "a letter was not made"))
      .finally(() => underWay.delete(doing));
    underWay.add(doing);
  };
  const attempt = async (letter: Letter, tries: number): Promise<void> => {
    try {
      await mail.send(letter);
    } catch (error) {
      const wait = triesAfterMs[tries];
      if (error instanceof MailRefused || wait === undefined || isClosed) return onTrouble(error, "a letter was not sent");
      if (tries === 0) onTrouble(error, "a letter waits: the mail server does not take it now");
      const timer = setTimeout(() => {
        waiting.delete(timer);
        later(() => attempt(letter, tries + 1));
      }, wait);
      timer.unref();
      waiting.add(timer);
    }
  };
  return {
    put: (letter) => later(() => attempt(letter, 0)),
    later,
    close: async () => {
      isClosed = true;
      for (const timer of waiting) clearTimeout(timer);
      waiting.clear();
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
