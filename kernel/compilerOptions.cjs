'use strict';
/**
 * Fault: tslab ignores tsconfig.json; cells are checked without `strict`, with Node 10's module resolution.
 * Cause: the options are a literal inside tslab's converter.
 * Cure: change them on their way into the compiler.
 */
const { swapExports } = require('./swapExports.cjs');

function useModernCompilerOptions() {
  swapExports('@tslab/typescript-for-tslab', ts => ({
    /** @type {(files: string[], options: object, ...rest: unknown[]) => unknown} */
    createWatchCompilerHost: (files, options, ...rest) =>
      ts.createWatchCompilerHost(
        files,
        {
          ...options,
          strict: true,
          lib: ['lib.es2023.d.ts'],
          // Reads the "exports" of a package, so that `digits-cnn/tensorflow` is found.
          moduleResolution: ts.ModuleResolutionKind.Bundler,
          // Without it every cell that imports an untyped package type-checks that package's JavaScript (+600 ms).
          maxNodeModuleJsDepth: 0,
          types: ['node'],
          // Read by cellLines.cjs.
          inlineSourceMap: true,
        },
        ...rest,
      ),
  }));
}

module.exports = { useModernCompilerOptions };
