// Whether a password can be guessed: by zxcvbn, on a thread of its own that ends when nobody asks for a minute.

import { Worker } from "node:worker_threads";

export const shortestPassword = 10;
export const longestPassword = 256;
/** Of zxcvbn's 0 to 4: more than 100 million guesses, each of which costs scrypt. */
const strongFrom = 3;
/** Weighed to this letter; a password is no weaker than its beginning. */
const weighed = 64;
const idleMs = 60_000;
const patienceMs = 15_000;
const mostWaiting = 50;

export interface PasswordStrength {
  /** `personal`: what belongs to the person, and so is guessed first. */
  of(password: string, personal: readonly string[]): Promise<"strong" | "weak" | "busy">;
  close(): Promise<void>;
}

export function openPasswordStrength(): PasswordStrength {
  let worker: Worker | null = null;
  let idle: ReturnType<typeof setTimeout> | null = null;
  let last = 0;
  const waiting = new Map<number, (score: number) => void>();

  const end = async (): Promise<void> => {
    const ending = worker;
    worker = null;
    if (idle) clearTimeout(idle);
    // Whoever still waits is answered: what cannot be weighed is not strong.
    for (const answer of waiting.values()) answer(0);
    waiting.clear();
    await ending?.terminate();
  };
  const started = (): Worker => {
    if (worker) return worker;
    const made = new Worker(new URL("./password-worker.mjs", import.meta.url));
    made.unref();
    made.on("message", ({ id, score }: { id: number; score: number }) => waiting.get(id)?.(score));
    made.on("error", () => void end());
    worker = made;
    return made;
  };

  return {
    of: async (password, personal) => {
      if (password.length < shortestPassword) return "weak";
      if (waiting.size >= mostWaiting) return "busy";
      const id = ++last;
      const words = personal.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word.length > 2);
      const score = await new Promise<number>((resolve) => {
        const late = setTimeout(() => void end(), patienceMs);
        late.unref();
        waiting.set(id, (found) => {
          clearTimeout(late);
          waiting.delete(id);
          resolve(found);
        });
        started().postMessage({ id, password: password.slice(0, weighed), personal: ["genomecraft", ...words] });
      });
      if (idle) clearTimeout(idle);
      idle = setTimeout(() => void (waiting.size === 0 && end()), idleMs);
      idle.unref();
      return score >= strongFrom ? "strong" : "weak";
    },
    close: end,
  };
}
