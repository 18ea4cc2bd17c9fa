// docker/compose.yaml and the Dockerfile speak of settings that exist, and of files that are there.

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

const root = path.resolve(import.meta.dirname, "..", "..");
const read = (name: string): string => readFileSync(path.join(root, name), "utf8");
interface Service {
  readonly environment?: { readonly [name: string]: string };
  readonly security_opt?: readonly string[];
  readonly build?: { readonly context: string; readonly dockerfile: string };
}
const { services } = parse(read("docker/compose.yaml")) as { readonly services: { readonly [name: string]: Service } };

test("every setting of the containers stands in docs/SETTINGS.md", () => {
  const documented = new Set([...read("docs/SETTINGS.md").matchAll(/^\| `(\w+)`/gm)].map((match) => match[1]));
  const image = [...read("docker/Dockerfile").matchAll(/\b([A-Z_]+)=/g)].map((match) => match[1] ?? "");
  const used = [services.server, services.kernel].flatMap((service) => Object.keys(service?.environment ?? {}));
  expect(used).toContain("GENOMECRAFT_MASTER_KEY");
  const foreign = ["NODE_ENV", "BASE"];
  expect([...used, ...image].filter((name) => !documented.has(name) && !foreign.includes(name))).toEqual([]);
});

test("the files that compose.yaml names are there, and no service may gain privileges", () => {
  for (const service of [services.server, services.kernel]) {
    expect(service?.security_opt).toContain("no-new-privileges");
    for (const option of service?.security_opt ?? []) {
      const profile = /^seccomp:(.*)$/.exec(option)?.[1];
      if (profile) expect(Object.keys(JSON.parse(read(path.join("docker", profile))) as object)).toContain("defaultAction");
    }
    if (service?.build) expect(existsSync(path.join(root, "docker", service.build.context, service.build.dockerfile))).toBe(true);
  }
});

test("images and continuous integration use the Node that README recommends, and try the one before it", () => {
  const recommended = /Node (\d+) is recommended; (\d+)/.exec(read("README.md"));
  expect(recommended?.slice(1)).toEqual(["24", "22"]);
  expect(read("docker/Dockerfile")).toContain("node:24-bookworm-slim");
  const gitlab = parse(read(".gitlab-ci.yml")) as {
    readonly test: { readonly parallel: { readonly matrix: readonly unknown[] } };
  };
  expect(gitlab.test.parallel.matrix).toEqual([{ NODE: ["24", "22"] }]);
  const github = parse(read(".github/workflows/test.yml")) as {
    readonly jobs: { readonly test: { readonly strategy: { readonly matrix: { readonly node: readonly number[] } } } };
  };
  expect(github.jobs.test.strategy.matrix.node).toEqual([24, 22]);
});

test("what the Dockerfile copies is there in a clone", () => {
  const copied = [...read("docker/Dockerfile").matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap((match) =>
    (match[1] ?? "").split(" "),
  );
  expect(copied.length).toBeGreaterThan(5);
  expect(copied.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});
