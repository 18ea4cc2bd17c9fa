// What is wrong with one file of several is said with its name.

import { FailureError } from "../../base/failure.ts";

export async function namingPart<T>(name: string, act: () => Promise<T> | T): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    const { failure } = error;
    throw new FailureError({ ...failure, params: { ...failure.params, name } }, { cause: error });
  }
}
