// Addresses of the screen.

import { expect, test } from "vitest";
import { parseRoute, toPath } from "./route.ts";

test("every address reads back as the page that it was made for", () => {
  for (const path of [
    "/",
    "/files",
    "/files#ds_1",
    "/runs",
    "/store",
    "/store/ds_1",
    "/store/ds_1/a%20b%2Fc",
    "/bin",
    "/bin#nb_1",
    "/lab",
    "/lab/audit",
    "/account/keys",
    "/n/nb_1",
    "/n/nb_1#cell_2",
    "/d/demo",
    "/invite/i",
    "/link/t",
    "/confirm/t",
    "/confirm/t?next=%2Finvite%2Fi",
  ])
    expect(toPath(parseRoute(path))).toBe(path);
});

test("an unknown address is a page that says so", () => {
  expect(parseRoute("/nowhere")).toEqual({ page: "not-found" });
  expect(parseRoute("/n/nb_1/more/of/it")).toEqual({ page: "not-found" });
});

test("after signing in one goes to a page of ours, never to another site", () => {
  expect(parseRoute("/sign-in?next=%2Fn%2Fnb_1")).toEqual({ page: "sign-in", next: "/n/nb_1" });
  for (const next of ["//evil.test", "https://evil.test", "/\\evil.test", "javascript:alert(1)"])
    expect(parseRoute(`/sign-in?next=${encodeURIComponent(next)}`)).toEqual({ page: "sign-in", next: null });
});
