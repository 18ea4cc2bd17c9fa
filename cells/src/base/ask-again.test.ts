import { expect, test } from "vitest";
import { askAgain } from "./ask-again.ts";

const asking = async (answers: readonly string[]) => {
  const waited: number[] = [];
  let asked = 0;
  const answer = await askAgain(
    async () => answers[Math.min(asked++, answers.length - 1)] as string,
    (text) => text === "on its way",
    async (ms) => void waited.push(ms),
  );
  return { answer, asked, waited };
};

test("what is there is answered at once; what is on its way is asked for again, at ever longer intervals", async () => {
  expect(await asking(["here"])).toEqual({ answer: "here", asked: 1, waited: [] });
  expect(await asking(["on its way", "on its way", "here"])).toEqual({ answer: "here", asked: 3, waited: [200, 300] });
});

test("another refusal is an answer, and so is the last one after some nine seconds", async () => {
  expect(await asking(["on its way", "no access"])).toMatchObject({ answer: "no access", asked: 2 });
  const { answer, asked, waited } = await asking(["on its way"]);
  expect([answer, asked, waited.reduce((sum, ms) => sum + ms, 0)]).toEqual(["on its way", 8, 8600]);
});
