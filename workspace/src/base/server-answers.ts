/** Whether the server answers that it is well; false after five seconds without a word. */
export const serverAnswers = async (): Promise<boolean> => {
  try {
    return (await fetch("/api/v1/health", { cache: "no-store", signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
};
