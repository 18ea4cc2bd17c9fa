// Asking again for what is on its way: a result is told of before its bytes are all stored, and a refusal in between is no
// answer yet. Used by whoever asks through a door that refuses: the screen, and what publishes. (Behind the door waits
// collab-server/src/outputs/wait-for-artifact.ts, which is woken.)

/** Milliseconds between questions: some nine seconds in all, then what was answered last is the answer. */
const pauses = [200, 300, 500, 800, 1300, 2000, 3500] as const;

export async function askAgain<T>(
  ask: () => Promise<T>,
  isOnItsWay: (answer: T) => boolean,
  pause: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): Promise<T> {
  for (const ms of pauses) {
    const answer = await ask();
    if (!isOnItsWay(answer)) return answer;
    await pause(ms);
  }
  return ask();
}
