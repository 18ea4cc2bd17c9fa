// The sites that plink1.9 --indep-pairwise keeps of simulated genotypes (testing/reference/steps/prune-ld.py).

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type Assay, missingByte } from "../../artifacts/artifact.ts";
import { assayOf, featureIds } from "../../artifacts/assay.ts";
import { integerColumn, tableOf, takeRows, textColumn } from "../../artifacts/table.ts";
import { FailureError } from "../../base/failure.ts";
import type { StepScope } from "../../contract/step.ts";
import { runStep } from "../../chains/run-step.ts";
import { stepSchema } from "../../steps.ts";

interface Simulated {
  readonly people: number;
  readonly chromosomes: readonly string[];
  readonly calls: readonly string[];
  /** Absent: ten bases apart. */
  readonly positions?: readonly number[];
  readonly answers: readonly {
    readonly window: number;
    readonly step: number;
    readonly most: number;
    readonly kept: readonly number[];
  }[];
}
const file = path.join(import.meta.dirname, "../../testing/reference/steps/prune-ld.json");
const sets = JSON.parse(readFileSync(file, "utf8")) as readonly Simulated[];

const genotypes = ({ people, chromosomes, calls, positions }: Simulated, order = calls.map((_, site) => site)): Assay =>
  assayOf({
    values: {
      layout: "bytes",
      data: Int8Array.from(
        order.flatMap((site) => [...(calls[site] ?? "")].map((call) => (call === "." ? missingByte : Number(call)))),
      ),
    },
    features: takeRows(
      tableOf(
        textColumn(
          "site",
          calls.map((_, site) => `v${site}`),
        ),
        textColumn("chromosome", chromosomes, { semantic: "chromosome" }),
        integerColumn(
          "position",
          calls.map((_, site) => positions?.[site] ?? 10 * site + 1),
          { semantic: "position", origin: 1 },
        ),
      ),
      order,
    ),
    samples: tableOf(
      textColumn(
        "sample",
        Array.from({ length: people }, (_, at) => `s${at}`),
      ),
    ),
    scale: "dosage",
    featureNoun: "site",
  });

async function pruned(assay: Assay, options: object) {
  const said: string[] = [];
  const scope: Partial<StepScope> = {
    index: 0,
    valueOf: (field) => field as never,
    say: ({ key }) => void said.push(key.replace("step-prune-ld.", "")),
    signal: new AbortController().signal,
  };
  try {
    const out = await runStep(stepSchema.parse({ verb: "prune-ld", ...options }), assay, scope as StepScope);
    return { kept: featureIds(out as Assay), said };
  } catch (thrown) {
    if (thrown instanceof FailureError) return { kept: thrown.failure.reason, said };
    throw thrown;
  }
}
const named = (sites: readonly number[]): readonly string[] => sites.map((site) => `v${site}`);

describe.each(sets.map((set, at) => [at === 0 ? "whole genotypes" : "missing genotypes", set] as const))("%s", (_title, set) => {
  test.each(set.answers.map(({ kept, ...options }) => [options, kept] as const))("%j", async (options, kept) => {
    expect(await pruned(genotypes(set), options)).toEqual({ kept: named(kept), said: [] });
  });

  test("in the order of the positions, whatever that of the matrix is", async () => {
    const order = set.calls.map((_, site) => (site * 97) % set.calls.length);
    const { kept, said } = await pruned(genotypes(set, order), {});
    expect(new Set(kept)).toEqual(new Set(named(set.answers[0]?.kept ?? [])));
    expect(said).toEqual(["not-sorted"]);
  });
});

const inKb = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "../../testing/reference/steps/prune-ld-kb.json"), "utf8"),
) as readonly Simulated[];

describe.each(inKb.map((set, at) => [at === 0 ? "dense sites" : "sparse sites with missing genotypes", set] as const))(
  "windows in kb: %s",
  (_title, set) => {
    test.each(set.answers.map(({ kept, ...options }) => [options, kept] as const))("%j", async (options, kept) => {
      expect(await pruned(genotypes(set), { ...options, unit: "kb" })).toEqual({ kept: named(kept), said: [] });
    });
  },
);

const [set] = sets as [Simulated];
const with_ = (more: (assay: Assay) => Partial<Assay>): Assay => ({ ...genotypes(set), ...more(genotypes(set)) });

test("sites that have no place among autosomes stay, and it is said", async () => {
  const assay = with_(({ features }) => ({
    features: tableOf(
      features.columns[0] as never,
      textColumn(
        "chromosome",
        set.chromosomes.map((name) => (name === "1" ? "chrX" : name === "2" ? null : "3")),
        { semantic: "chromosome" },
      ),
    ),
  }));
  const { kept, said } = await pruned(assay, {});
  const first = set.chromosomes.indexOf("3");
  expect(kept).toEqual([
    ...named(set.calls.map((_, site) => site).slice(0, first)),
    ...named((set.answers[0]?.kept ?? []).filter((site) => site >= first)),
  ]);
  expect(said).toEqual(["others", "no-positions"]);
  expect((await pruned(assay, { unit: "kb", step: 1 })).kept).toBe("step-prune-ld.kb-no-positions");
  expect((await pruned(assay, { unit: "kb" })).kept).toBe("step-prune-ld.kb-step");
});

test("children are not asked where founders are there", async () => {
  const [ids] = genotypes(set).samples.columns;
  const father = (isChild: (at: number) => boolean) =>
    textColumn(
      "father",
      Array.from({ length: set.people }, (_, at) => (isChild(at) ? "f" : null)),
    );
  const some = await pruned(
    with_(() => ({
      samples: tableOf(
        ids as never,
        father((at) => at > 2),
      ),
    })),
    {},
  );
  expect(some.kept.length).toBeLessThan(60);
  const all = await pruned(
    with_(() => ({
      samples: tableOf(
        ids as never,
        father(() => true),
      ),
    })),
    {},
  );
  expect(all).toEqual({ kept: named(set.answers[0]?.kept ?? []), said: ["all-children"] });
});

test("what is no genotype, no number that will do, and too much work are refused", async () => {
  expect(
    (
      await pruned(
        with_(() => ({ scale: "counts" })),
        {},
      )
    ).kept,
  ).toBe("step-prune-ld.no-genotypes");
  expect((await pruned(genotypes(set), { most: 1.5 })).kept).toBe("step-prune-ld.out-of-range");
  expect((await pruned(genotypes(set), { window: 6, step: 10 })).kept).toBe("step-prune-ld.too-far");
  expect((await pruned(genotypes(set), { window: 1 })).kept).toBe("transform.number-range");
  expect((await pruned(genotypes(set), { step: 0 })).kept).toBe("transform.number-range");
  expect((await pruned(genotypes(set), { window: 2.5 })).kept).toBe("transform.number-whole");
  expect((await pruned(genotypes(set), { window: 1e300 })).kept).toEqual((await pruned(genotypes(set), { window: 240 })).kept);
});

test("where nothing varies nothing is left", async () => {
  const same = with_(({ values }) => ({ values: { layout: "bytes", data: new Int8Array(values.data.length).fill(1) } }));
  expect((await pruned(same, {})).kept).toEqual([]);
});
