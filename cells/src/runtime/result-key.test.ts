import { expect, test } from "vitest";
import { digestOfJson, digestOfText } from "../base/digest.ts";
import { engineVersions } from "../base/engine-versions.ts";
import type { JsonObject } from "../base/json.ts";
import type { Kind } from "../kinds/kind.ts";
import { keyMaker } from "./result-key.ts";

const kind = (engines: Kind["engines"]): Kind => ({ kind: "add", version: 3, engines }) as unknown as Kind;

test("a key is the digest of the canonical JSON of kind, version, engines, spec and inputs", () => {
  const engine = Object.keys(engineVersions)[0] as keyof typeof engineVersions;
  const spec: JsonObject = { b: [1, "ü"], a: { __proto: null } };
  const inputs = { i1: digestOfText("one"), i0: digestOfText("zero") };
  for (const engines of [[], [engine]]) {
    expect(keyMaker(kind(engines), spec)(inputs)).toBe(
      digestOfJson({
        kind: "add",
        version: 3,
        engines: Object.fromEntries(engines.map((name) => [name, engineVersions[name]])),
        spec,
        inputs,
      }),
    );
  }
});
