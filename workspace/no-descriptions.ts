// A plug-in of the build: titles and descriptions of settings (`.meta({title, description})` in the schemas of cells) are
// for programs and for the command line. The screen has words of its own and starts without them.

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly callee?: Node;
  readonly object?: Node;
  readonly property?: Node & { readonly name?: string };
  readonly arguments?: readonly Node[];
}

export const noDescriptions = () => ({
  name: "no-descriptions",
  apply: "build" as const,
  transform(this: { parse(code: string): object }, code: string, id: string): string | null {
    if (!/\/cells\/src\/(?:contract|kinds|steps|charts|learners|formats)\/.*\.ts$/.test(id) || !code.includes(".meta("))
      return null;
    // Last ones first, so that places stay what they are.
    const cuts = [...metaCalls(this.parse(code))].sort((a, b) => b[0] - a[0]);
    return cuts.reduce((left, [start, end]) => left.slice(0, left.lastIndexOf(".", start)) + left.slice(end), code);
  },
});

/** Where `meta({...})` begins and ends, of each. */
function* metaCalls(value: unknown): Generator<readonly [start: number, end: number]> {
  if (typeof value !== "object" || value === null) return;
  const node = value as Node;
  const { callee } = node;
  if (callee?.property?.name === "meta" && callee.object && node.arguments?.[0]?.type === "ObjectExpression") {
    yield [callee.property.start, node.end];
    yield* metaCalls(callee.object);
    return;
  }
  for (const part of Object.values(value)) yield* metaCalls(part);
}
