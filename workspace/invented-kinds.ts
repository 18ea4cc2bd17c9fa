// For the test of the first paint: builds the screen as it would be with more kinds. Each invented kind has the files of a
// real one under a name of its own, with a card, words in both languages, a spec, a form and an output.

import { readFileSync } from "node:fs";
import path from "node:path";
import { build, type Plugin } from "vite";
import { cardOf } from "../cells/src/kind-cards.ts";
import type { Messages } from "../cells/src/messages/locale.ts";
import { screenBuild } from "./vite.config.ts";

const cells = path.resolve(import.meta.dirname, "../cells/src");
const models = ["reduce", "train", "profile", "predict", "query"] as const;
const alphabets = { en: "abcdefghijklmnoprstuvw", ru: "абвгдежзиклмнопрстуфхчшщыюя" };

interface Invented {
  readonly name: string;
  readonly model: string;
  /** Of its tasks, by those of the model. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Letters that no packer foresees, the same each time. */
function newLetters(): (alphabet: string, length: number) => string {
  let state = 20_261;
  return (alphabet, length) =>
    Array.from({ length }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return alphabet[(state >>> 16) % alphabet.length];
    }).join("");
}

function invent(count: number): readonly (Invented & { readonly words: Messages })[] {
  const letters = newLetters();
  return Array.from({ length: count }, (_, index) => {
    const model = models[index % models.length] ?? "reduce";
    const name = letters(alphabets.en, 9);
    const ids = new Map((cardOf(model)?.entries ?? []).map(({ id }) => [id, letters(alphabets.en, 7)]));
    const said = (alphabet: string): { readonly [key: string]: string } => ({
      title: `${letters(alphabet, 6)} ${letters(alphabet, 7)}`,
      ...Object.fromEntries(
        [...ids.values()].flatMap((id) => [
          [id, letters(alphabet, 12)],
          [`${id}-line`, letters(alphabet, 50)],
          [`${id}-words`, letters(alphabet, 60)],
        ]),
      ),
    });
    return { name, model, ids, words: { en: said(alphabets.en), ru: said(alphabets.ru) } };
  });
}

const areaOf = ({ name }: Invented): string => `kind-${name}`;

/** The lists with the invented kinds in them, and their files. */
function withKinds(kinds: readonly Invented[]): Plugin {
  const inFolder = (file: string): Invented | undefined => kinds.find(({ name }) => file.startsWith(`${cells}/kinds/${name}/`));
  const put = (code: string, before: string, lines: (kind: Invented) => string): string => {
    if (!code.includes(before)) throw new Error(`a list of kinds has no line ${JSON.stringify(before)} any more`);
    return code.replace(before, `${kinds.map(lines).join("\n")}\n${before}`);
  };
  return {
    name: "invented-kinds",
    enforce: "pre",
    resolveId(source, importer) {
      if (!importer || !source.startsWith(".")) return null;
      const file = path.resolve(path.dirname(importer), source);
      return inFolder(file) ? file : null;
    },
    load(id) {
      const kind = inFolder(id);
      if (!kind) return null;
      const file = path.basename(id);
      if (file === "card-words.ts")
        return `import { defineWords } from "../../messages/define-words.ts";
export const words = defineWords("${areaOf(kind)}", { en: {}, ru: {} });`;
      let code = readFileSync(path.join(cells, "kinds", kind.model, file), "utf8")
        .replaceAll(`export const ${kind.model}:`, `export const ${kind.name}:`)
        .replaceAll(`kind: "${kind.model}"`, `kind: "${kind.name}"`);
      for (const [old, id] of kind.ids) code = code.replaceAll(`id: "${old}"`, `id: "${id}"`);
      return code;
    },
    transform(code, id) {
      if (id === `${cells}/kind-cards.ts`)
        return put(
          put(code, "import type { KindCard }", ({ name }) => `import { card as ${name} } from "./kinds/${name}/card.ts";`),
          "  predict,\n};",
          ({ name }) => `  ${name},`,
        );
      if (id === `${cells}/views.ts`)
        return put(
          code,
          "  predict: {",
          ({ name }) => `  ${name}: {
    Kind: () => import("./kinds/${name}/spec.ts").then(({ ${name} }) => anyKind(${name})),
    Editor: () => import("./kinds/${name}/Editor.tsx"),
    Output: () => import("./kinds/${name}/Output.tsx"),
  },`,
        );
      return null;
    },
  };
}

/** Builds the screen with that many kinds more into a folder. */
export async function buildWithKinds(count: number, outDir: string): Promise<void> {
  const kinds = invent(count);
  await build({
    ...screenBuild({
      before: [withKinds(kinds)],
      words: new Map(kinds.map((kind) => [areaOf(kind), kind.words])),
      outDir,
    }),
    configFile: false,
    root: import.meta.dirname,
    logLevel: "error",
  });
}
