import { describe, expect, it } from "vitest";
import { untilItComes } from "./part.ts";

/** A server that is away for so many questions, and has the part or not. */
function serverThat({ awayFor, hasIt }: { readonly awayFor: number; readonly hasIt: boolean }) {
  const pauses: number[] = [];
  const isAway = (): boolean => pauses.length < awayFor;
  let asked = 0;
  return {
    pauses,
    asked: () => asked,
    load: async (): Promise<string> => {
      asked++;
      if (isAway()) throw new TypeError("Failed to fetch dynamically imported module");
      if (!hasIt) throw new TypeError("404");
      return "dialog";
    },
    answers: async () => !isAway(),
    pause: async (milliseconds: number) => void pauses.push(milliseconds),
  };
}

describe("a part of the screen that was never shown before", () => {
  it("is there at once where the server answers", async () => {
    const server = serverThat({ awayFor: 0, hasIt: true });
    expect(await untilItComes(server.load, server)).toBe("dialog");
    expect([server.asked(), server.pauses]).toEqual([1, []]);
  });

  it("comes when the server is back, however long it was away, and is asked for every three seconds at least", async () => {
    const server = serverThat({ awayFor: 500, hasIt: true });
    expect(await untilItComes(server.load, server)).toBe("dialog");
    expect(server.pauses).toHaveLength(500);
    expect(Math.max(...server.pauses)).toBe(3_000);
  });

  it("is an error where the server answers and has no such part, after a second look", async () => {
    const gone = serverThat({ awayFor: 0, hasIt: false });
    await expect(untilItComes(gone.load, gone)).rejects.toThrow("404");
    expect(gone.asked()).toBe(2);
    const goneAfterwards = serverThat({ awayFor: 7, hasIt: false });
    await expect(untilItComes(goneAfterwards.load, goneAfterwards)).rejects.toThrow("404");
  });
});
