// The list of models of association, and that what each says of other programs names them.

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { associationModels, associationSchema, loadScan } from "../association-models.ts";
import { locales } from "../messages/locale.ts";

test("the folders are the list", () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter(
    (each) => each.isDirectory() && each.name !== "parts",
  );
  expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(associationModels).sort());
});

test.each(Object.values(associationModels).map(({ model }) => [model.name, model] as const))(
  "%s is called what the list calls it, says itself in both languages, and names its peers",
  async (name, model) => {
    expect(model.axis).toBe("association");
    for (const locale of locales)
      for (const key of ["title", "line"] as const) expect(model.words.say(key, {}, locale)).toMatch(/\p{L}/u);
    const options = associationSchema.parse({ type: name });
    const calls = (await loadScan(options)).calls(options, {
      trait: "body height",
      covariates: ["age"],
      components: 2,
      minCount: 20,
      isBinary: name === "logistic",
      hwe: 1e-6,
      hweWithin: name === "logistic",
      takesX: false,
    });
    expect(calls.join("\n")).toContain(name === "logistic" ? "--pheno-name 'body height' --1 --autosome" : "'body height'");
    expect(calls.join("\n").includes("--hwe 0.000001")).toBe(name === "linear");
    expect(calls.join("\n")).toMatch(name === "mixed" ? /gemma .*-lmm 1/ : /plink2 .*--mac 20 .*age,PC1,PC2[^]*`body height`/);
  },
);

// plink2 2.00a3.5: with a column sex beside the sex of the .fam it ends in CORR_TOO_HIGH on X; without one it adds sex there unasked.
test("on X plink2 is told of sex by its own word: as a covariate everywhere, or nowhere", async () => {
  const asked = { trait: "q", components: 0, minCount: 1, isBinary: false, hwe: 0, hweWithin: false, takesX: true };
  for (const [type, isBinary] of [
    ["linear", false],
    ["logistic", true],
  ] as const) {
    const callsOf = async (...covariates: string[]) =>
      (await loadScan(associationSchema.parse({ type })))
        .calls(associationSchema.parse({ type }), { ...asked, isBinary, covariates })
        .join("\n");
    expect(await callsOf("age", "sex")).toMatch(/--covar-name age .*--glm(?: firth-fallback)? sex omit-ref hide-covar/);
    expect(await callsOf("sex")).toMatch(/--glm(?: firth-fallback)? sex omit-ref hide-covar allow-no-covars/);
    expect(await callsOf("age")).toMatch(/--covar-name age .*--glm(?: firth-fallback)? no-x-sex omit-ref/);
    expect(await callsOf("age", "sex")).toContain("copies + age + sex");
  }
});
