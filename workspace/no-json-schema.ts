// A plug-in of the build: every schema of zod carries the writer of its JSON Schema along, and no packer can leave that
// out. The screen checks settings by schemas and writes none; without the writer it starts with several kilobytes less.

const writers = /^import \{ createStandardJSONSchemaMethod, createToJSONSchemaMethod \} from .*;$/m;
const none = `const createToJSONSchemaMethod = () => () => { throw new Error("the screen writes no JSON Schemas"); };
const createStandardJSONSchemaMethod = createToJSONSchemaMethod;`;
const uses = /^\s*inst\._zod\.processJSONSchema = .*;$/gm;

export const noJsonSchema = () => ({
  name: "no-json-schema",
  apply: "build" as const,
  transform(code: string, id: string): string | null {
    if (!id.endsWith("/zod/v4/classic/schemas.js")) return null;
    if (!writers.test(code)) throw new Error("zod wires the writer of JSON Schemas another way: look at no-json-schema.ts");
    return code.replace(writers, none).replaceAll(uses, "");
  },
});
