// Settings that ways to draw a map share.

import { z } from "zod";

export const of = (usual: "components" | "features") =>
  z.enum(["components", "features"]).default(usual).meta({
    title: "Compared by",
    description: "components: the principal components that are kept; features: the features themselves",
  });

export const axes = z
  .union([z.literal(2), z.literal(3)])
  .default(2)
  .meta({ title: "Axes", description: "2 or 3" });
