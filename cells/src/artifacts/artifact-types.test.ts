// Every type of the list keeps the contract.

import { expect, test } from "vitest";
import { allExamples } from "../testing/example-artifacts.ts";
import { describeArtifactType } from "../testing/describe-artifact-type.ts";
import { artifactCardNamed, artifactCards, artifactTypeNames, shownTypeNames } from "./artifact-cards.ts";
import { artifactTypeNamed, artifactTypes } from "./artifact-types.ts";

allExamples.forEach((artifact, at) => describeArtifactType(artifact, allExamples[(at + 1) % allExamples.length] ?? artifact));

test("the lists hold the same types, each under its own name", () => {
  expect(Object.keys(artifactTypes)).toEqual(artifactTypeNames);
  for (const type of artifactTypeNames) {
    expect(artifactTypes[type].card).toBe(artifactCards[type]);
    expect(artifactCards[type].type).toBe(type);
  }
  expect(shownTypeNames).toEqual(["table", "figure", "report", "value"]);
});

test("names of the language are no types", () => {
  for (const name of ["constructor", "__proto__", "toString", ""]) {
    expect(artifactCardNamed(name)).toBeNull();
    expect(artifactTypeNamed(name)).toBeNull();
  }
});
