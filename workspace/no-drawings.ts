// A plug-in of the build: charts are drawn by kernels, so that the screen holds no code that draws them.

export const noDrawings = () => ({
  name: "no-drawings",
  apply: "build" as const,
  enforce: "pre" as const,
  load: (id: string): string | null => (/\/cells\/src\/charts\/[^/]+\/draw\.ts$/.test(id) ? "export {};" : null),
});
