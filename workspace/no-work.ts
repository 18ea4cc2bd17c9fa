// A plug-in of the build: what variants do is done by kernels, so that the screen holds no code that draws, trains or reads.
// Of a variant it has the card, the words and the form.

const work = /\/cells\/src\/(?:charts\/[^/]+\/draw|learners\/[^/]+\/fit|formats\/[^/]+\/read)\.ts$/;

export const noWork = () => ({
  name: "no-work",
  apply: "build" as const,
  enforce: "pre" as const,
  load: (id: string): string | null => (work.test(id) ? "export {};" : null),
});
