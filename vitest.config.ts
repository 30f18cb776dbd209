import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // By default a core is left idle; what tests wait for is mostly other processes and the disk.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: { name: "tidy", include: ["test/tidy.test.ts", "test/tidy/*.test.ts"] },
      },
      {
        extends: true,
        test: {
          name: "core",
          include: ["src/**/*.test.ts", "test/**/*.test.ts"],
          exclude: ["test/tidy.test.ts", "test/tidy/**", "test/clients/**", "**/node_modules/**"],
        },
      },
    ],
  },
});
