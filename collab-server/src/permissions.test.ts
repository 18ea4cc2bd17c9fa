// What each role may do, as one aligned table: the specification that permissions.ts is held to.

import { describe, expect, test } from "vitest";
import {
  canDataset,
  canLab,
  canNotebook,
  permissionTables,
  strongerRole,
  weakerStanding,
  type DatasetStanding,
} from "./permissions.ts";

const rows = (table: string): [string, boolean[]][] =>
  table
    .trim()
    .split("\n")
    .map((line) => {
      const [name = "", ...marks] = line.trim().split(/\s+/);
      return [name, marks.map((mark) => mark === "yes")];
    });

describe("on a notebook (owner, editor, runner, viewer)", () => {
  const table = rows(`
    notebook.read        yes yes yes yes
    notebook.override    yes yes yes yes
    notebook.duplicate   yes yes yes yes
    notebook.export      yes yes yes yes
    notebook.run         yes yes yes no
    notebook.cancel      yes yes yes no
    notebook.edit        yes yes no  no
    notebook.rename      yes yes no  no
    notebook.attach      yes yes no  no
    notebook.see-access  yes yes no  no
    notebook.publish     yes no  no  no
    notebook.share       yes no  no  no
    notebook.delete      yes no  no  no`);
  test.each(table)("%s", (action, marks) => {
    const roles = ["owner", "editor", "runner", "viewer"] as const;
    expect(roles.map((role) => canNotebook(role, action as never))).toEqual(marks);
  });
  test("no action is left out (P-1)", () =>
    expect(table.map(([name]) => name).sort()).toEqual(Object.keys(permissionTables.notebook).sort()));
});

describe("in a lab (owner, admin, member)", () => {
  const table = rows(`
    lab.read             yes yes yes
    lab.create-notebook  yes yes yes
    lab.upload           yes yes yes
    lab.audit            yes yes no
    lab.rename           yes yes no
    lab.small-groups     yes yes no
    lab.invite           yes yes no
    lab.remove-member    yes yes no
    lab.set-role         yes yes no
    lab.kernels          yes yes no
    lab.make-owner       yes no  no
    lab.rotate-keys      yes no  no`);
  test.each(table)("%s", (action, marks) => {
    expect((["owner", "admin", "member"] as const).map((role) => canLab(role, action as never))).toEqual(marks);
  });
  test("no action is left out", () =>
    expect(table.map(([name]) => name).sort()).toEqual(Object.keys(permissionTables.lab).sort()));
});

describe("with a data set (owner, admin, creator, member of its lab; granted download, rows, results; nothing)", () => {
  const standings: readonly DatasetStanding[] = ["owner", "admin", "creator", "member", "download", "rows", "results", "none"];
  const table = rows(`
    dataset.see-results  yes yes yes yes yes yes yes no
    dataset.see-rows     yes yes yes yes yes yes no  no
    dataset.download     yes yes yes yes yes no  no  no
    dataset.attach       yes yes yes yes no  no  no  no
    dataset.add-version  yes yes yes yes no  no  no  no
    dataset.grant        yes yes yes no  no  no  no  no
    dataset.mark         yes yes yes no  no  no  no  no
    dataset.delete       yes yes yes no  no  no  no  no`);
  test.each(table)("%s", (action, marks) => {
    expect(standings.map((standing) => canDataset(standing, action as never))).toEqual(marks);
  });
  test("no action is left out", () =>
    expect(table.map(([name]) => name).sort()).toEqual(Object.keys(permissionTables.dataset).sort()));
});

test("of two roles the stronger counts; of two data sets the weaker standing", () => {
  expect(strongerRole("viewer", "editor")).toBe("editor");
  expect(strongerRole(null, "viewer")).toBe("viewer");
  expect(strongerRole(null, null)).toBeNull();
  expect(weakerStanding("owner", "results")).toBe("results");
  expect(weakerStanding("none", "owner")).toBe("none");
});
