// The floor plan as a test: which folder may import which. Each cross-edge that the plan does not give stands in
// `exceptions` with its reason; an entry that nothing uses any more fails too.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = import.meta.dirname;
const rooms: readonly { readonly room: string; readonly at: RegExp; readonly may: readonly string[] }[] = [
  { room: "cells/base", at: /^cells\/src\/base\//, may: [] },
  { room: "cells/stats", at: /^cells\/src\/stats\//, may: [] },
  { room: "cells/messages", at: /^cells\/src\/messages\//, may: ["cells/base"] },
  { room: "cells/artifacts", at: /^cells\/src\/artifacts\//, may: ["cells/base", "cells/stats", "cells/messages"] },
  { room: "cells/contract", at: /^cells\/src\/contract\//, may: ["cells/base", "cells/messages", "cells/artifacts"] },
  {
    room: "cells/notebook",
    at: /^cells\/src\/notebook\//,
    may: ["cells/base", "cells/messages", "cells/artifacts", "cells/contract"],
  },
  {
    room: "cells/session",
    at: /^cells\/src\/session\//,
    may: ["cells/base", "cells/messages", "cells/artifacts", "cells/notebook"],
  },
  { room: "cells/formula", at: /^cells\/src\/formula\//, may: ["cells/base", "cells/artifacts"] },
  {
    room: "cells/algorithms",
    at: /^cells\/src\/(formats|learn|explain)\//,
    may: ["cells/base", "cells/stats", "cells/messages", "cells/artifacts", "cells/contract"],
  },
  {
    room: "cells/ui",
    at: /^cells\/src\/ui\//,
    may: ["cells/base", "cells/messages", "cells/artifacts", "cells/contract", "cells/variant-lists"],
  },
  {
    room: "cells/steps",
    at: /^cells\/src\/steps\/.*\.ts$/,
    may: ["cells/base", "cells/stats", "cells/messages", "cells/artifacts", "cells/contract", "cells/formula"],
  },
  {
    room: "cells/variant-forms",
    at: /^cells\/src\/(steps|learners)\/.*\.tsx$/,
    may: ["cells/base", "cells/stats", "cells/messages", "cells/contract", "cells/steps", "cells/learners", "cells/ui"],
  },
  {
    room: "cells/learners",
    at: /^cells\/src\/learners\/.*\.ts$/,
    may: ["cells/base", "cells/stats", "cells/messages", "cells/contract", "cells/algorithms"],
  },
  {
    room: "cells/variant-lists",
    at: /^cells\/src\/(steps|learners|formats|known-formats)\.ts$/,
    // Forms and readers are named to be loaded lazily.
    may: ["cells/base", "cells/contract", "cells/steps", "cells/learners", "cells/algorithms", "cells/variant-forms"],
  },
  {
    room: "cells/files",
    at: /^cells\/src\/files\//,
    may: ["cells/base", "cells/messages", "cells/artifacts", "cells/contract", "cells/algorithms", "cells/variant-lists"],
  },
  {
    room: "cells/views",
    at: /^cells\/src\/(kinds\/[^/]+\/.*\.tsx|views\.ts)$/,
    may: [
      "cells/base",
      "cells/messages",
      "cells/artifacts",
      "cells/contract",
      "cells/spec",
      "cells/notebook",
      "cells/session",
      "cells/algorithms",
      "cells/variant-lists",
      "cells/lists",
      "cells/ui",
    ],
  },
  {
    room: "cells/execute",
    at: /^cells\/src\/kinds\/[^/]+\/execute.*\.ts$/,
    may: [
      "cells/base",
      "cells/messages",
      "cells/artifacts",
      "cells/contract",
      "cells/spec",
      "cells/stats",
      "cells/algorithms",
      "cells/files",
      "cells/variant-lists",
      "cells/notebook",
      "cells/steps",
    ],
  },
  {
    room: "cells/spec",
    at: /^cells\/src\/kinds\/[^/]+\/[^/]+\.ts$/,
    may: [
      "cells/base",
      "cells/stats",
      "cells/messages",
      "cells/artifacts",
      "cells/contract",
      "cells/notebook",
      "cells/algorithms",
      "cells/steps",
      "cells/variant-lists",
    ],
  },
  {
    room: "cells/job",
    at: /^cells\/src\/jobs\//,
    may: ["cells/base", "cells/artifacts", "cells/contract", "cells/files", "cells/variant-lists"],
  },
  {
    room: "cells/lists",
    at: /^cells\/src\/(kinds|executors|inline-executors|jobs|all-words)\.ts$/,
    may: ["cells/base", "cells/messages", "cells/contract", "cells/variant-lists", "cells/spec", "cells/execute", "cells/job"],
  },
  {
    room: "cells/runtime",
    at: /^cells\/src\/runtime\//,
    may: ["cells/base", "cells/messages", "cells/artifacts", "cells/contract", "cells/notebook", "cells/session", "cells/lists"],
  },
  { room: "storage", at: /^storage\//, may: ["cells/base", "cells/artifacts"] },
  { room: "kernel", at: /^kernel\//, may: ["cells/*", "storage"] },
  {
    room: "collab-server/contract",
    at: /^collab-server\/contract\//,
    may: ["cells/base", "cells/session", "cells/notebook", "cells/artifacts", "cells/contract", "cells/variant-lists"],
  },
  { room: "collab-server", at: /^collab-server\/src\//, may: ["collab-server/contract", "cells/*", "storage"] },
  { room: "workspace", at: /^workspace\//, may: ["cells/*", "collab-server/contract"] },
];

/** from -> to: why the plan gives way here. */
const exceptions: { readonly [edge: string]: string } = {};

const packages: { readonly [name: string]: string } = {
  "@genomecraft/cells/": "cells/src/",
  "@genomecraft/storage/": "storage/src/",
  "@genomecraft/kernel/": "kernel/src/",
  "@genomecraft/collab-server/contract/": "collab-server/contract/",
  "@genomecraft/collab-server/": "collab-server/src/",
};

function* sourcesBelow(folder: string): Generator<string> {
  if (!existsSync(path.join(root, folder))) return;
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    if (entry.name === "node_modules" || entry.name === "dist" || entry.name === "migrations") continue;
    const at = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* sourcesBelow(at);
    else if (/\.tsx?$/.test(entry.name) && !/\.(test|d)\.tsx?$/.test(entry.name) && !at.includes("/testing/")) yield at;
  }
}
const allSources = (): string[] =>
  ["cells/src", "storage/src", "kernel/src", "collab-server/src", "collab-server/contract", "workspace/src"].flatMap((folder) => [
    ...sourcesBelow(folder),
  ]);
const roomOf = (file: string): string | null => rooms.find((room) => room.at.test(file))?.room ?? null;

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), "utf8");
  const found: string[] = [];
  for (const match of text.matchAll(/(?:from\s+|import\s*\(\s*|import\s+)["']([^"']+)["']/g)) {
    const name = match[1] as string;
    if (name.startsWith(".")) found.push(path.posix.normalize(`${path.posix.dirname(file)}/${name}`));
    else {
      const owner = Object.keys(packages).find((start) => name.startsWith(start));
      found.push(owner ? `${packages[owner]}${name.slice(owner.length)}` : name);
    }
  }
  return found;
}

test("every import goes down the floor plan, or stands as an exception with its reason", () => {
  const used = new Set<string>();
  const wrong: string[] = [];
  for (const file of allSources()) {
    const from = roomOf(file);
    if (!from) {
      wrong.push(`${file} is in no room of the floor plan`);
      continue;
    }
    const may = rooms.find((room) => room.room === from)?.may ?? [];
    for (const target of importsOf(file)) {
      const to = roomOf(target);
      if (!to || to === from) continue;
      if (may.includes(to) || (to.startsWith("cells/") && may.includes("cells/*"))) continue;
      const edge = `${file} -> ${to}`;
      if (exceptions[edge]) used.add(edge);
      else wrong.push(`${file} (${from}) imports ${target} (${to})`);
    }
  }
  expect(wrong).toEqual([]);
  expect(
    Object.keys(exceptions).filter((edge) => !used.has(edge)),
    "exceptions that nothing uses",
  ).toEqual([]);
});

test("the language of the notebook knows no Node API, and React only in views", () => {
  const wrong: string[] = [];
  for (const file of sourcesBelow("cells/src")) {
    for (const target of importsOf(file)) {
      if (target.startsWith("node:")) wrong.push(`${file} imports ${target}`);
      const view =
        roomOf(file) === "cells/ui" || file.endsWith(".tsx") || file === "cells/src/views.ts" || file.endsWith("-view.ts");
      if (!view && /^(react|@mui|@emotion)(\/|$)/.test(target)) wrong.push(`${file} imports ${target}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("a view is loaded lazily by all that is no view, so that programs without a screen can leave it out", () => {
  const wrong = [...sourcesBelow("cells/src")]
    .filter((file) => file.endsWith(".ts") && roomOf(file) !== "cells/ui")
    .filter((file) => /\bfrom\s+["'][^"']+\.tsx["']/.test(readFileSync(path.join(root, file), "utf8")));
  expect(wrong).toEqual([]);
});

test("the kernel's code reaches no database and no view; the workspace never reaches arquero", () => {
  const wrong: string[] = [];
  for (const file of sourcesBelow("kernel/src")) {
    for (const target of importsOf(file)) {
      if (/^(pg|drizzle-orm)(\/|$)/.test(target) || target.endsWith(".tsx")) wrong.push(`${file} imports ${target}`);
      if (target.startsWith("storage/src/") && !target.startsWith("storage/src/blobs/")) wrong.push(`${file} imports ${target}`);
    }
  }
  for (const file of sourcesBelow("workspace/src")) {
    for (const target of importsOf(file)) if (target === "arquero") wrong.push(`${file} imports arquero`);
  }
  expect(wrong).toEqual([]);
});

test("the server parses no file of a stranger: readers of formats run in workers only", () => {
  const readers =
    /^(hyparquet|hyparquet-compressors|@e965\/xlsx)$|^cells\/src\/(formats\/(?!write\/)|files\/(?!match-files\.ts$))/;
  const wrong: string[] = [];
  for (const file of sourcesBelow("collab-server/src")) {
    const text = readFileSync(path.join(root, file), "utf8").replaceAll(/import type [^;]*;/g, "");
    for (const [, name = ""] of text.matchAll(/(?:from\s+|import\s*\(\s*|import\s+)["']([^"']+)["']/g)) {
      const target = name.replace("@genomecraft/cells/", "cells/src/");
      if (readers.test(target)) wrong.push(`${file} imports ${target}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("process.env is read in config files and by the command line only", () => {
  const wrong = ["storage/src", "kernel/src", "collab-server/src"]
    .flatMap((folder) => [...sourcesBelow(folder)])
    .filter(
      (file) =>
        !file.endsWith("config.ts") &&
        !file.startsWith("kernel/src/cli/") &&
        /process\.env\b/.test(readFileSync(path.join(root, file), "utf8")),
    );
  expect(wrong).toEqual([]);
});
