// A plug-in of the build: the list of steps (cells/src/steps.ts) loads the work and the form of each step lazily. No work is
// ever done in a browser, so none is built; forms are shown many at a time, so they are one file. First paint then carries
// one address in the place of two a step.

const works = /\(\) => import\("\.\/steps\/[\w-]+\/apply\.ts"\)/g;
const forms = /\(\) => import\("(\.\/steps\/([\w-]+)\/Form\.tsx)"\)/g;
const together = "virtual:step-forms";

export const stepsForTheScreen = () => {
  let found: readonly { readonly file: string; readonly verb: string }[] = [];
  let folder = "";
  return {
    name: "steps-for-the-screen",
    apply: "build" as const,
    enforce: "pre" as const,
    resolveId: (source: string) => (source === together ? `\0${together}` : null),
    load: (id: string): string | null =>
      id === `\0${together}`
        ? found.map(({ file, verb }) => `export { Form as ${nameOf(verb)} } from "${folder}/${file}";`).join("\n")
        : null,
    transform(code: string, id: string): string | null {
      if (!id.endsWith("/cells/src/steps.ts")) return null;
      folder = id.slice(0, id.lastIndexOf("/"));
      found = [...code.matchAll(forms)].map(([, file = "", verb = ""]) => ({ file, verb }));
      if (found.length === 0) throw new Error("steps.ts loads its forms another way: look at steps-for-the-screen.ts");
      return code
        .replaceAll(works, "noWork")
        .replaceAll(forms, (_whole, _file, verb: string) => `() => formNamed("${nameOf(verb)}")`)
        .concat(
          '\nfunction noWork() { throw new Error("a browser does no step"); }',
          `\nfunction formNamed(name) { return import("${together}").then((all) => ({ Form: all[name] })); }\n`,
        );
    },
  };
};

const nameOf = (verb: string): string => `_${verb.replaceAll("-", "_")}`;
