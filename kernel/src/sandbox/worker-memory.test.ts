// A worker that takes more memory than it was given is ended and its cell says so, by a control group where one may be
// made and by the watch where none may.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { act, hostilePool, step, valueOf } from "../testing/run-hostile.ts";
import { probeSandbox } from "./choose-walls.ts";
import { findWorkerGroups, lookForGroups } from "./worker-groups.ts";

const walls = await probeSandbox();
const groups = findWorkerGroups();
const wallsNote = walls.ok ? "" : ` (skipped: ${walls.reason})`;
const groupNote = groups ? `, version ${groups.version}` : " (skipped: no control group may be made here)";

describe.each([
  { title: `a control group${groupNote}${wallsNote}`, chosen: groups, possible: walls.ok && groups !== null },
  { title: `the watch${wallsNote}`, chosen: null, possible: walls.ok },
])("with $title", ({ chosen, possible }) => {
  // V8 tries hard before it gives up its heap, which takes its time on a busy machine.
  test.skipIf(!possible).each(["eat-memory", "eat-heap"])(
    "a worker that does '%s' is ended, the cell says so, and the next plan runs",
    { timeout: 90_000 },
    async (name) => {
      const pool = hostilePool({ groups: chosen, memoryBytes: 200 << 20 });
      expect(valueOf(await act(pool, [step(name)]))).toEqual({ failed: "general.out-of-memory" });
      expect(valueOf(await act(pool, [step("answer", { value: 1 })]))).toBe(1);
      await pool.close();
    },
  );
});

test.skipIf(!walls.ok || !groups)(`what a worker writes to its /tmp counts as its memory${groupNote}`, async () => {
  const pool = hostilePool({ groups, tmpBytes: 1 << 30 });
  expect(valueOf(await act(pool, [step("fill-temp")]))).toEqual({ failed: "general.out-of-memory" });
  await pool.close();
});

test.skipIf(!groups)(`a group is gone when its worker is${groupNote}`, async () => {
  const group = groups?.make({ memoryBytes: 64 << 20, threads: 8 });
  const folders = group?.enter.filter((part) => part.startsWith("/sys/")) ?? [];
  expect(folders.every((folder) => existsSync(folder))).toBe(true);
  group?.remove();
  await expect.poll(() => folders.some((folder) => existsSync(folder))).toBe(false);
});

describe("where groups are looked for", () => {
  /** A folder that looks as Linux does; plain files take what is written, so nothing is enforced. */
  const machine = (mountinfo: string, cgroup: string, files: { readonly [file: string]: string }) => {
    const root = mkdtempSync(path.join(os.tmpdir(), "genomecraft-groups-"));
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    writeFileSync(path.join(root, "mountinfo"), mountinfo.replaceAll("ROOT", root));
    writeFileSync(path.join(root, "cgroup"), cgroup);
    return root;
  };
  const mounted = "25 18 0:23 / ROOT/cg rw,nosuid - cgroup2 cgroup2 rw,nsdelegate\n";

  test.each([
    ["a service whose group hands memory on", { "cg/app/cgroup.subtree_control": "memory pids\n" }, "cg/app", true],
    ["a program beside others in a group that hands memory on", { "cg/cgroup.subtree_control": "cpu memory\n" }, "cg", false],
  ])("%s", (_title, files, expected, limitsThreads) => {
    const root = machine(mounted, "0::/app\n", { "cg/app/cgroup.procs": "1\n2\n", ...files });
    const found = lookForGroups(root);
    expect({ version: found?.version, limitsThreads: found?.limitsThreads }).toEqual({ version: 2, limitsThreads });
    const group = found?.make({ memoryBytes: 1000, threads: 8 });
    expect(path.dirname(group?.enter.at(-1) ?? "")).toBe(path.join(root, expected));
    expect(readdirSync(group?.enter.at(-1) ?? "")).toContain("memory.max");
    rmSync(root, { recursive: true });
  });

  test.each([
    ["nothing is mounted", "", "0::/app\n", {}],
    [
      "memory is not handed on and others share the group",
      mounted,
      "0::/app\n",
      { "cg/app/cgroup.controllers": "memory pids", "cg/app/cgroup.procs": "1\n2\n" },
    ],
    ["the group lies outside what this container may see", mounted, "0::/../../other\n", { "cg/cgroup.procs": "" }],
  ])("none where %s", (_title, mountinfo, cgroup, files) => {
    const root = machine(mountinfo, cgroup, files as unknown as { readonly [file: string]: string });
    expect(lookForGroups(root)).toBe(null);
    rmSync(root, { recursive: true });
  });
});
