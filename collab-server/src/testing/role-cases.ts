// Who is let through at every route: one line a route, one mark for each of `roles`. The suites in routes/ ask the server,
// each with what its own lines need; role-suite.test.ts sees that no route of the API is without a line.

import type { Person } from "./test-server.ts";

export const roles = ["nobody", "stranger", "viewer", "runner", "editor", "member", "admin", "owner"] as const;

/** method, path, body, then the marks: y let through, n refused (403), - not there (404), else the status. `$name` is filled in. */
export type RoleCase = readonly [method: string, path: string, body: unknown, marks: string];

export const markOf = (status: number): string =>
  status < 300 ? "y" : status === 403 ? "n" : status === 404 ? "-" : String(status);

/** Accounts, labs, notebooks, access, data sets. */
export const placeCases: readonly RoleCase[] = [
  // anybody
  ["GET", "/api/v1/health", undefined, "y y y y y y y y"],
  ["GET", "/api/v1/invitations/unknown", undefined, "- - - - - - - -"],
  ["GET", "/api/v1/links/unknown", undefined, "- - - - - - - -"],
  ["GET", "/api/v1/sign-up", undefined, "y y y y y y y y"],
  // No mail is set up where the roles are asked.
  ["POST", "/api/v1/sign-up", { email: "a@example.org" }, "409 409 409 409 409 409 409 409"],
  ["POST", "/api/v1/forgotten-password", { email: "a@example.org" }, "409 409 409 409 409 409 409 409"],
  ["GET", "/api/v1/mailed-links/unknown", undefined, "409 409 409 409 409 409 409 409"],
  ["POST", "/api/v1/mailed-links/unknown/account", { name: "A", password: "x" }, "409 409 409 409 409 409 409 409"],
  ["POST", "/api/v1/mailed-links/unknown/address", undefined, "409 409 409 409 409 409 409 409"],
  ["POST", "/api/v1/mailed-links/unknown/password", { password: "x", keys: "keep" }, "409 409 409 409 409 409 409 409"],
  // somebody
  ["GET", "/api/v1/me", undefined, "401 y y y y y y y"],
  ["PATCH", "/api/v1/me", { locale: "en" }, "401 y y y y y y y"],
  ["GET", "/api/v1/me/work", undefined, "401 y y y y y y y"],
  ["GET", "/api/v1/me/password", undefined, "401 y y y y y y y"],
  // Every one of them has a password and does not say it.
  ["POST", "/api/v1/me/password", { password: "lichen otters 47 umbrella", keys: "keep" }, "401 n n n n n n n"],
  ["GET", "/api/v1/keys", undefined, "401 y y y y y y y"],
  ["POST", "/api/v1/keys", { name: "k" }, "401 y y y y y y y"],
  ["DELETE", "/api/v1/keys/key_other", undefined, "401 - - - - - - -"],
  ["GET", "/api/v1/sessions", undefined, "401 y y y y y y y"],
  ["DELETE", "/api/v1/sessions/ses_other", undefined, "401 - - - - - - -"],
  ["POST", "/api/v1/labs", { name: "Mine" }, "401 y y y y y y y"],
  ["POST", "/api/v1/invitations/unknown/accept", undefined, "401 - - - - - - -"],
  ["POST", "/api/v1/links/unknown/accept", undefined, "401 - - - - - - -"],
  ["GET", "/api/v1/notebooks", undefined, "401 y y y y y y y"],
  ["GET", "/api/v1/datasets", undefined, "401 y y y y y y y"],
  // labs
  ["GET", "/api/v1/labs/$lab", undefined, "401 - - - - y y y"],
  ["PATCH", "/api/v1/labs/$lab", { name: "One" }, "401 - - - - n y y"],
  ["POST", "/api/v1/labs/$lab/invitations", { role: "member" }, "401 - - - - n y y"],
  ["POST", "/api/v1/labs/$lab/invitations", { role: "owner" }, "401 - - - - n n y"],
  ["DELETE", "/api/v1/labs/$lab/invitations/inv_unknown", undefined, "401 - - - - n - -"],
  ["PATCH", "/api/v1/labs/$lab/members/$member", { role: "member" }, "401 - - - - n y y"],
  ["PATCH", "/api/v1/labs/$lab/members/$owner", { role: "member" }, "401 - - - - n n 409"],
  ["DELETE", "/api/v1/labs/$lab/members/$owner", undefined, "401 - - - - n n 409"],
  ["DELETE", "/api/v1/labs/$lab/members/user_unknown", undefined, "401 - - - - n - -"],
  ["GET", "/api/v1/labs/$lab/audit", undefined, "401 - - - - n y y"],
  ["GET", "/api/v1/labs/$lab/audit/verify", undefined, "401 - - - - n y y"],
  ["GET", "/api/v1/labs/$lab/audit/head", undefined, "401 - - - - n y y"],
  ["POST", "/api/v1/labs/$lab/rotate-key", undefined, "401 - - - - n n y"],
  ["GET", "/api/v1/labs/$lab/kernels", undefined, "401 - - - - n y y"],
  ["POST", "/api/v1/labs/$lab/kernels", { name: "gpu box" }, "401 - - - - n y y"],
  ["DELETE", "/api/v1/labs/$lab/kernels/kt_unknown", undefined, "401 - - - - n - -"],
  // notebooks: a member of the lab edits what the lab owns, who runs the lab owns it
  ["POST", "/api/v1/notebooks", { lab: "$lab", title: "T" }, "401 - - - - y y y"],
  ["GET", "/api/v1/notebooks/$notebook", undefined, "401 - y y y y y y"],
  ["GET", "/api/v1/notebooks/$notebook/thumbnail", undefined, "401 - y y y y y y"],
  ["PUT", "/api/v1/notebooks/$notebook/star", { starred: true }, "401 - y y y y y y"],
  ["PATCH", "/api/v1/notebooks/$notebook", { title: "N" }, "401 - n n y y y y"],
  ["POST", "/api/v1/notebooks/$notebook/duplicate", {}, "401 - - - - y y y"],
  ["POST", "/api/v1/notebooks/$notebook/restore", undefined, "401 - n n n n y y"],
  ["GET", "/api/v1/notebooks/$notebook/access", undefined, "401 - n n y y y y"],
  ["PUT", "/api/v1/notebooks/$notebook/access", { user: "$viewer", role: "viewer" }, "401 - n n n n y y"],
  ["PUT", "/api/v1/notebooks/$notebook/access/acs_unknown/results", { results: [] }, "401 - - - - - - -"],
  ["GET", "/api/v1/notebooks/$notebook/invited-see?datasets=ds_mice", undefined, "401 - n n n n y y"],
  ["GET", "/api/v1/notebooks/$notebook/unshown-results", undefined, "401 - y y y y y y"],
  ["POST", "/api/v1/notebooks/$notebook/unshown-results/ds_unknown", { guests: ["acs_unknown"] }, "401 - - - - - - -"],
  ["GET", "/api/v1/asks", undefined, "401 y y y y y y y"],
  ["GET", "/api/v1/notebooks/$notebook/asks", undefined, "401 - y y y y y y"],
  ["POST", "/api/v1/notebooks/$notebook/asks", { cell: "cell_unknown" }, "401 - - - - - - -"],
  ["PUT", "/api/v1/notebooks/$notebook/asks/ds_unknown/user_unknown", { shown: true }, "401 - - - - - - -"],
  ["DELETE", "/api/v1/notebooks/$notebook/access/acs_unknown", undefined, "401 - n n n n - -"],
  ["POST", "/api/v1/notebooks/$notebook/links", { role: "viewer" }, "401 - n n n n y y"],
  // attaching needs both: edit the notebook, share the data set
  ["POST", "/api/v1/notebooks/$notebook/datasets", { dataset: "$dataset" }, "401 - n n - y y y"],
  ["DELETE", "/api/v1/notebooks/$notebook/datasets/ds_unknown", undefined, "401 - n n - - - -"],
  // data sets
  ["GET", "/api/v1/datasets/$dataset", undefined, "401 - - - - y y y"],
  ["GET", "/api/v1/datasets/$dataset/versions/$first/file", undefined, "401 - - - - y y y"],
  ["GET", "/api/v1/datasets?notebook=$notebook", undefined, "401 - y y y y y y"],
  ["PATCH", "/api/v1/datasets/$dataset", { aboutPersons: true }, "401 - - - - n y y"],
  ["PUT", "/api/v1/datasets/$dataset/grants", { lab: "$otherLab", right: null }, "401 - - - - n y y"],
  ["GET", "/api/v1/datasets/$dataset/guests", undefined, "401 - - - - n y y"],
  ["DELETE", "/api/v1/datasets/$dataset/guests/acs_unknown", undefined, "401 - - - - n - -"],
  // the feature store: its own suite says who may do what with one that is there
  ["GET", "/api/v1/recipes", undefined, "401 y y y y y y y"],
  ["GET", "/api/v1/notebooks/$notebook/cells/cell_none/recipe", undefined, "401 - - - - - - -"],
  ["POST", "/api/v1/recipes", { notebook: "$notebook", cell: "cell_none", name: "R" }, "401 - - - - - - -"],
  ["GET", "/api/v1/recipes/$dataset", undefined, "401 - - - - - - -"],
  ["GET", "/api/v1/recipes/$dataset/versions/$first", undefined, "401 - - - - - - -"],
  ["PATCH", "/api/v1/recipes/$dataset", { description: "D" }, "401 - - - - - - -"],
  ["DELETE", "/api/v1/recipes/$dataset", undefined, "401 - - - - - - -"],
  ["GET", "/api/v1/feature-views", undefined, "401 y y y y y y y"],
  ["POST", "/api/v1/feature-views", { notebook: "$notebook", cell: "cell_none", name: "V", entity: "e" }, "401 - - - - - - -"],
  ["GET", "/api/v1/feature-views/$dataset", undefined, "401 - - - - - - -"],
  ["GET", "/api/v1/feature-views/$dataset/rows", undefined, "401 - - - - - - -"],
  ["GET", "/api/v1/feature-views/$dataset/drift?from=1&to=2", undefined, "401 - - - - - - -"],
  ["GET", "/api/v1/feature-views/$dataset/features/$first", undefined, "401 - - - - - - -"],
  ["GET", "/api/v1/feature-alerts", undefined, "401 y y y y y y y"],
  ["POST", "/api/v1/feature-views/$dataset/acknowledgements", { version: 1, why: "W" }, "401 - - - - - - -"],
  ["POST", "/api/v1/feature-views/$dataset/versions", undefined, "401 - - - - - - -"],
  ["PATCH", "/api/v1/feature-views/$dataset", { description: "D" }, "401 - - - - - - -"],
  ["DELETE", "/api/v1/feature-views/$dataset", undefined, "401 - - - - - - -"],
  ["POST", "/api/v1/datasets", { upload: "$upload", lab: "$lab" }, "401 - - - - - - 409"],
  ["POST", "/api/v1/intake", { files: [{ dataset: "$dataset", version: 1 }] }, "401 - - - - y y y"],
  ["HEAD", "/api/v1/uploads/$upload", undefined, "401 - - - - - - y"],
  // last, because it is done
  ["DELETE", "/api/v1/datasets/ds_unknown", undefined, "401 - - - - - - -"],
  ["POST", "/api/v1/datasets/$dataset/restore", undefined, "401 - - - - - - -"],
];

const title = { operations: [{ type: "set-title", title: "N" }] };

/** Documents and runs. */
export const runningCases: readonly RoleCase[] = [
  ["GET", "/api/v1/notebooks/$notebook/document", undefined, "401 - y y y y y y"],
  ["POST", "/api/v1/notebooks/$notebook/operations", title, "401 - n n y y y y"],
  ["GET", "/api/v1/notebooks/$notebook/export", undefined, "401 - y y y y y y"],
  [
    "POST",
    "/api/v1/notebooks/$notebook/import",
    { text: "---\nformat: 1\ntitle: N\n---\n", mode: "append" },
    "401 - n n y y y y",
  ],
  ["GET", "/api/v1/notebooks/$notebook/versions", undefined, "401 - y y y y y y"],
  ["POST", "/api/v1/notebooks/$notebook/versions", { name: "w" }, "401 - n n y y y y"],
  ["GET", "/api/v1/notebooks/$notebook/versions/$version", undefined, "401 - y y y y y y"],
  ["POST", "/api/v1/notebooks/$notebook/versions/$version/restore", undefined, "401 - n n y y y y"],
  ["GET", "/api/v1/notebooks/$notebook/session", undefined, "401 - y y y y y y"],
  ["POST", "/api/v1/notebooks/$notebook/demands", { cell: null, mode: "all" }, "401 - n y y y y y"],
  ["POST", "/api/v1/notebooks/$notebook/demands", { cell: null, mode: "all", overrides: { cell_p: 1 } }, "401 - y y y y y y"],
  [
    "POST",
    "/api/v1/notebooks/$notebook/demands",
    { cell: null, mode: "all", fresh: true, overrides: { cell_p: 1 } },
    "401 - n y y y y y",
  ],
  ["GET", "/api/v1/notebooks/$notebook/demands/dem_unknown", undefined, "401 - - - - - - -"],
  ["DELETE", "/api/v1/notebooks/$notebook/demands/dem_unknown", undefined, "401 - y y y y y y"],
  ["DELETE", "/api/v1/notebooks/$notebook/cells/cell_none/run", undefined, "401 - n y y y y y"],
  ["GET", "/api/v1/notebooks/$notebook/feed", undefined, "401 - y y y y y y"],
  ["GET", "/api/v1/runs", undefined, "401 y y y y y y y"],
  ["GET", "/api/v1/runs/$run/log", undefined, "401 - y y y y y y"],
  ["POST", "/api/v1/runs/$run/cancel", undefined, "401 - n y y y y y"],
  ["GET", "/api/v1/runs/run_unknown/log", undefined, "401 - - - - - - -"],
  // Kernels have tokens of their own: no person is one.
  ["POST", "/api/v1/kernel/lease", { kernel: "k", caps: {}, versions: {}, waitMs: 0 }, "401 401 401 401 401 401 401 401"],
];

const chosen = { cells: ["cell_kept"] };
const published = { ...chosen, title: "T", reason: "for the meeting", audience: "link" };

/** What cells show, how it was made, and dashboards. Everybody in the notebook may see the data behind it. */
export const shownCases: readonly RoleCase[] = [
  ["GET", "/api/v1/notebooks/$notebook/cells/cell_kept/outputs/out", undefined, "401 - y y y y y y"],
  ["GET", "/api/v1/notebooks/$notebook/cells/cell_kept/outputs/steps/json", undefined, "401 - y y y y y y"],
  ["GET", "/api/v1/notebooks/$notebook/cells/cell_kept/outputs/out/window?limit=2", undefined, "401 - y y y y y y"],
  ["GET", "/api/v1/notebooks/$notebook/cells/cell_kept/outputs/out/summary", undefined, "401 - y y y y y y"],
  // It is a table, and no file.
  ["GET", "/api/v1/notebooks/$notebook/cells/cell_kept/outputs/out/along?place=chr1", undefined, "401 - 422 422 422 422 422 422"],
  ["GET", "/api/v1/notebooks/$notebook/cells/cell_kept/outputs/out/search?what=columns", undefined, "401 - y y y y y y"],
  ["GET", "/api/v1/notebooks/$notebook/cells/cell_kept/outputs/out/download?format=csv", undefined, "401 - y y y y y y"],
  ["GET", "/api/v1/notebooks/$notebook/cells/cell_none/outputs/out", undefined, "401 - - - - - - -"],
  ["GET", "/api/v1/notebooks/$notebook/cells/cell_kept/lineage", undefined, "401 - y y y y y y"],
  ["POST", "/api/v1/notebooks/$notebook/cells/cell_kept/verify", {}, "401 - n y y y y y"],
  // Nobody here sees results only: nothing is asked of anybody. Deciding is for who may share the data.
  ["GET", "/api/v1/notebooks/$notebook/releases", undefined, "401 - y y y y y y"],
  ["POST", "/api/v1/notebooks/$notebook/releases", { cell: "cell_kept" }, "401 - y y y y y y"],
  ["PUT", "/api/v1/notebooks/$notebook/releases/cell_kept", { released: true, key: "of another day" }, "401 - n n n n 409 409"],
  ["POST", "/api/v1/notebooks/$notebook/publications/check", chosen, "401 - n n n n y y"],
  ["POST", "/api/v1/notebooks/$notebook/publications", published, "401 - n n n n y y"],
  ["GET", "/api/v1/notebooks/$notebook/publications", undefined, "401 - y y y y y y"],
  ["POST", "/api/v1/notebooks/$notebook/publications/proposals", chosen, "401 - n n n n y y"],
  ["GET", "/api/v1/notebooks/$notebook/publications/proposals", undefined, "401 - y y y y y y"],
  // For a data set of the guests' lab: she who runs that lab, and nobody else; and to nothing that was not proposed.
  [
    "POST",
    "/api/v1/notebooks/$notebook/publications/agreements",
    { dataset: "ds_theirs", proposal: "0".repeat(64) },
    "401 - - n n - - -",
  ],
  ["GET", "/api/v1/publications", undefined, "401 y y y y y y y"],
  ["GET", "/api/v1/read/$link", undefined, "y y y y y y y y"],
  ["GET", "/api/v1/read/$link/tiles", undefined, "y y y y y y y y"],
  ["GET", "/api/v1/read/$forLabs", undefined, "401 n n n n y y y"],
  ["GET", "/api/v1/read/$forLabs/tiles", undefined, "401 n n n n y y y"],
  ["GET", "/api/v1/read/unknown", undefined, "- - - - - - - -"],
  ["GET", "/api/v1/read/unknown/tiles", undefined, "- - - - - - - -"],
  ["POST", "/api/v1/publications/$publication/verify", {}, "401 - n y y y y y"],
  // last, because it is done
  ["POST", "/api/v1/publications/$publication/withdraw", { reason: "over" }, "401 - n n n n y 409"],
];

/** The mark of each role for one line; names that the suite knows are put in. */
export async function marksOf(
  [method, at, body]: RoleCase,
  people: { readonly [role: string]: Person },
  names: { readonly [name: string]: string },
  seen: (answer: Awaited<ReturnType<Person["ask"]>>) => void = () => {},
): Promise<string> {
  const fill = (text: string): string => text.replace(/\$(\w+)/g, (_whole, name: string) => names[name] ?? "?");
  const found: string[] = [];
  for (const role of roles) {
    const person = people[role] as Person;
    const sent = body === undefined ? undefined : JSON.parse(fill(JSON.stringify(body)));
    // A stream that is let through does not end by itself.
    if (at.endsWith("/feed")) found.push(markOf(await person.knock(fill(at))));
    else {
      const answer = await person.ask(method, fill(at), sent, { "tus-resumable": "1.0.0" });
      seen(answer);
      found.push(markOf(answer.status));
    }
  }
  return found.join(" ");
}
