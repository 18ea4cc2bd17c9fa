// Waiting in tests until something holds. What never comes ends well before the runner's own end of a test, with a
// sentence; how long a busy machine takes is no matter of the test.

/** Asks again and again until `what` holds; throws after `ms` milliseconds. */
export async function until(what: () => boolean | Promise<boolean>, ms = 50_000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await what())) {
    if (performance.now() > end) throw new Error("it did not come to that");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
