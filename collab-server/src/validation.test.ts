// What a program is told of a request that does not fit.

import { z } from "@hono/zod-openapi";
import { expect, test } from "vitest";
import { validationFailure } from "./validation.ts";

const schema = z.object({ title: z.string().max(5), days: z.number().optional() }).strict();
const reason = (body: unknown) => {
  const parsed = schema.safeParse(body);
  return parsed.success ? null : validationFailure(parsed.error);
};

test("a field that is missing, unknown or wrong is named", () => {
  expect(reason({})).toMatchObject({ reason: "server.field-missing", params: { field: "title" } });
  expect(reason({ title: "x", titel: "y" })).toMatchObject({ reason: "server.field-unknown", params: { field: "titel" } });
  expect(reason({ title: "too long" })).toMatchObject({ reason: "server.bad-field", params: { field: "title" } });
  expect(reason({ title: "x", days: "3" })).toMatchObject({ reason: "server.bad-field", params: { field: "days" } });
});
