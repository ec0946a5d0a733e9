'use strict';
/**
 * Starts the course's Jupyter kernel: tslab with its faults mended, each in a file of its own.
 * Flow: Jupyter reads kernels/tslab/kernel.json → `node launcher.cjs --config-path FILE` → cells run until shutdown.
 * Order matters: what changes tslab's parts comes before tslab is loaded.
 */
const { requireVersion } = require('./requireVersion.cjs');
requireVersion('1.0.22');

// Before tslab loads: the compiler and the sockets it will use.
const { useModernCompilerOptions } = require('./compilerOptions.cjs');
const { ignoreFileChanges } = require('./fileWatchers.cjs');
const { recordCellLines } = require('./cellLines.cjs');
const { writeOutShorthandProperties } = require('./shorthandProperties.cjs');
const { useUnboundedOutput } = require('./unboundedOutput.cjs');
const { bindAtOnce } = require('./bindAtOnce.cjs');
useModernCompilerOptions();
ignoreFileChanges();
recordCellLines();
writeOutShorthandProperties();
useUnboundedOutput();
bindAtOnce();

// What cells find around them.
// Node tells on stderr that a package calls something old: no matter of the cell that happens to import it.
process.noDeprecation = true;
const { redirectOutput } = require('./redirectOutput.cjs');
const { installHook } = require('./hook.cjs');
const { openTensorflowDoor } = require('./tensorflowDoor.cjs');
redirectOutput();
installHook();
openTensorflowDoor();

// tslab itself, running cells one after another, each to its real end.
const { createCellExecutor, blame } = require('./runCell.cjs');
const { Kernel } = require('./messages.cjs');
const { exitWithParent } = require('./lifetime.cjs');
const configPath = process.argv[process.argv.indexOf('--config-path') + 1] ?? '';
const kernel = new Kernel(createCellExecutor(), configPath);
process.on('SIGINT', () => kernel.running?.interrupt());
process.on('uncaughtException', blame);
process.on('unhandledRejection', blame);
exitWithParent();
kernel.init();
