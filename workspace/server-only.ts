// A plug-in of the build: what a kind discloses, and what it takes out for readers, is asked on the server. The screen asks
// neither, and starts without them.

const asked = /[\\/]cells[\\/]src[\\/]kinds[\\/][^\\/]+[\\/](discloses|for-readers)\.ts$/;
const names: { readonly [file: string]: string } = { discloses: "discloses", "for-readers": "forReaders" };

export const serverOnly = () => ({
  name: "server-only",
  apply: "build" as const,
  load(id: string): string | null {
    const name = names[asked.exec(id)?.[1] ?? ""];
    return name === undefined ? null : `export const ${name} = () => { throw new Error("only the server asks this"); };`;
  },
});
