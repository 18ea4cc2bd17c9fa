// Whether matrices of several labs are on one scale: as it is known, and where it is not, as their values look. Counts beside
// logarithms are what goes wrong most often, and nothing after it shows that it did.

import type { Assay } from "../../artifacts/artifact.ts";
import { rawValues } from "../../artifacts/raw-values.ts";
import { scaleOfValues } from "../../artifacts/scale-of-values.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { StepScope } from "../../contract/step.ts";
import { refuse } from "../parts/step-scope.ts";
import { words } from "./words.ts";

export interface Lab {
  readonly name: string;
  readonly assay: Assay;
}

type Way = "way-log-cpm" | "way-cpm" | "way-lengths" | "way-counts" | "way-one";

const ways: { readonly [scale in Assay["scale"]]?: Way } = {
  "log2-cpm": "way-log-cpm",
  cpm: "way-cpm",
  tpm: "way-lengths",
  fpkm: "way-lengths",
};

/** `isAny`: somebody says that they go together; it is told only. */
export function needOneScale(labs: readonly Lab[], isAny: boolean, scope: StepScope): void {
  const [first, ...others] = labs;
  if (!first) return;
  const step = scope.index + 1;
  const looks = labs.map(({ assay }) => lookOf(assay));
  for (const [at, lab] of others.entries()) {
    const here: Assay["scale"] = first.assay.scale;
    const there: Assay["scale"] = lab.assay.scale;
    const look = looks[at + 1] as Look;
    const isKnown: boolean = here !== "unknown" && there !== "unknown";
    if (isKnown ? here === there : looks[0] === look || look === "nothing" || looks[0] === "nothing") continue;
    const params: JsonObject = {
      here: first.name,
      there: lab.name,
      first: called(here, looks[0] as Look),
      second: called(there, look),
    };
    if (isAny) {
      scope.say(words.sentence("scales-any-said", { step, ...params }));
      continue;
    }
    const other: Assay["scale"] | null = here === "counts" ? there : there === "counts" ? here : null;
    const way: Way = other === null ? "way-one" : (ways[other] ?? "way-counts");
    const fix = { path: ["steps", scope.index, "scales"], value: "any" };
    const isSure: boolean = isKnown && (here === "counts" || there === "counts");
    refuse(
      scope,
      words,
      "scales-differ",
      { ...params, way: { key: words.key(way), params: {} } },
      ["scales"],
      isSure ? {} : { fix },
    );
  }
  const unknown = labs.filter(({ assay }) => assay.scale === "unknown").map(({ name }) => name);
  if (unknown.length > 0 && !isAny) scope.say(words.sentence("scale-unknown", { step, labs: unknown }));
}

type Look = "counts" | "linear" | "small" | "nothing";

/** What values are by themselves; nothing: there are none but 0. */
function lookOf(assay: Assay): Look {
  const { data } = assay.values;
  if (!data.some((value) => value !== 0 && value === value)) return "nothing";
  if (assay.scale === "counts" || scaleOfValues(assay.values) === "counts") return "counts";
  return rawValues({ ...assay, scale: "unknown" }) === null ? "small" : "linear";
}

const called = (scale: Assay["scale"], look: Look): Json =>
  scale !== "unknown" && scale !== "counts"
    ? scale
    : { key: words.key(look === "nothing" ? "scale-small" : `scale-${look}`), params: {} };
