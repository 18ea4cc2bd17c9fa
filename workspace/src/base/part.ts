// Parts of the screen that come when they are first shown. While the server does not answer they are asked for again, so
// that what is open stays open; where it answers and has no such part (a newer release is there), that is an error.

import { type ComponentType, lazy, type LazyExoticComponent } from "react";
import { serverAnswers } from "./server-answers.ts";

/** A component that is loaded when it is first shown; until then its `Suspense` shows what it falls back to. */
export const part = <P extends object>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> =>
  lazy(async () => ({ default: await untilItComes(load) }));

interface Server {
  answers(): Promise<boolean>;
  pause(milliseconds: number): Promise<void>;
}
const server: Server = {
  answers: serverAnswers,
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** Rejects as `load` did when it fails twice while the server answers. */
export async function untilItComes<T>(load: () => Promise<T>, { answers, pause }: Server = server): Promise<T> {
  let refused = 0;
  for (let tries = 1; ; tries++) {
    try {
      return await load();
    } catch (error) {
      if (await answers()) refused++;
      if (refused === 2) throw error;
      await pause(Math.min(250 * tries, 3_000));
    }
  }
}
