// A plug-in of the build: what variants do is done by kernels, so that the screen holds no code that trains or reads. Of a variant
// it has the card, the words and the form; of a chart family its drawing as well, loaded where people choose among small pictures
// of the first rows of their data (kinds/chart/proposals.ts). What a cell shows is drawn by kernels alone.

const work = /\/cells\/src\/(?:learners\/[^/]+\/fit|formats\/[^/]+\/read)\.ts$/;

export const noWork = () => ({
  name: "no-work",
  apply: "build" as const,
  enforce: "pre" as const,
  load: (id: string): string | null => (work.test(id) ? "export {};" : null),
});
