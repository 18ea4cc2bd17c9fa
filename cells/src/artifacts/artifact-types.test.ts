// Every type of the list keeps the contract.

import { readdirSync } from "node:fs";
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
  expect(shownTypeNames).toEqual(expect.arrayContaining(["table", "figure", "report", "value"]));
  for (const never of ["assay", "model"]) expect(shownTypeNames).not.toContain(never);
});

test("the folders are the list", () => {
  const folders = readdirSync(`${import.meta.dirname}/types`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).sort()).toEqual([...artifactTypeNames].sort());
});

test("names of the language are no types", () => {
  for (const name of ["constructor", "__proto__", "toString", ""]) {
    expect(artifactCardNamed(name)).toBeNull();
    expect(artifactTypeNamed(name)).toBeNull();
  }
});
