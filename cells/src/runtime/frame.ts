// @observablehq/runtime takes its frame function when it is imported, and a browser's animation frames rest in hidden
// tabs, where the notebook must go on. So it gets a timer there. Imported before the runtime, for this effect alone.

const host = globalThis as { requestAnimationFrame?: (run: (time: number) => void) => number; document?: { hidden: boolean } };
const painted = host.requestAnimationFrame?.bind(globalThis);

/** Next frame when the page is visible, next macrotask when it is hidden. */
export function frame(run: (time: number) => void): number {
  if (painted && host.document && !host.document.hidden) return painted(run);
  return Number(setTimeout(() => run(Date.now()), 0));
}

if (painted) host.requestAnimationFrame = frame;

/** Gives the page its own function back once the runtime has taken ours. */
export function restoreFrame(): void {
  if (painted) host.requestAnimationFrame = painted;
}
