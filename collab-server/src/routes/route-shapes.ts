// What the definitions of routes are made of: bodies and answers as JSON, the errors that every route may answer.

import { z } from "@hono/zod-openapi";
import { errorBody } from "../../contract/error-body.ts";

export const answer = <T extends z.ZodType>(schema: T, description = "Done") => ({
  200: { description, content: { "application/json": { schema } } },
  ...errorAnswers,
});

// A component of its own: it stands at every route.
const error = z.object({ error: errorBody.shape.error }).openapi("Error");
const problem = (description: string) => ({ description, content: { "application/json": { schema: error } } });
export const errorAnswers = {
  401: problem("Not signed in"),
  403: problem("Not allowed"),
  404: problem("Not there, or not for you"),
  409: problem("Does not go together with the present state"),
  422: problem("Cannot be used as it is"),
  429: problem("Too many requests"),
  503: problem("The database or the disk is not available"),
};

export const body = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { "application/json": { schema } } },
});

const parameter = (name: string, what: string) =>
  z
    .string()
    .min(1)
    .max(120)
    .openapi({ param: { name, in: "path" }, description: what });
export const idParam = (what: string) => z.object({ id: parameter("id", `Id of the ${what}`) });
export const labParam = z.object({ lab: parameter("lab", "Id of the lab") });
export const tokenParam = z.object({ token: parameter("token", "The last part of the address that was handed out") });
export const pathParam = parameter;
