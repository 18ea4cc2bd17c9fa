// Which output of a cell a dashboard shows.

import { expect, test } from "vitest";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { ArtifactType } from "@genomecraft/cells/artifacts/artifact.ts";
import { showablePort } from "./published-content.ts";

const output = (type: ArtifactType): OutputRef => ({ digest: "d", summary: { type, shape: [1] } }) as unknown as OutputRef;

test("the picture that a kind names for dashboards, else its main output", () => {
  expect(showablePort({ out: output("table"), report: output("report"), volcano: output("figure") }, "contrast")).toBe("volcano");
  expect(showablePort({ out: output("table"), report: output("report") }, "contrast")).toBe("out");
  expect(showablePort({ out: output("figure"), data: output("table") }, "chart")).toBe("out");
  expect(showablePort({ out: output("table"), report: output("report"), forest: output("figure") }, "regression")).toBe("forest");
  expect(showablePort({ out: output("table"), pairs: output("table"), report: output("report") }, "test")).toBe("report");
  expect(showablePort({}, "contrast")).toBeNull();
});
