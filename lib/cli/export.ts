/**
 * Exports a saved network from the command line.
 * Flow: exportCommand → **exportNetwork** → loadModel, exportModel.
 */
import { join } from 'node:path';
import { InputError } from '../check/inputError';
import type { ExportFormat } from '../model/export/exportFormats';
import { exportModel } from '../model/export/exportModel';
import { loadModel } from '../model/loadModel';
import type { ExportOptions } from './exportCommand';
import type { Io } from './io';

/** What `--json` prints. */
export interface ExportReport {
  format: ExportFormat;
  /** The paths of the files written. */
  files: string[];
}

export async function exportNetwork({ model, format, out, json }: ExportOptions, io: Io): Promise<void> {
  const names = await exported(model, format, out);
  const files = names.map(name => join(out, name));
  const report: ExportReport = { format, files };
  io.out(json ? `${JSON.stringify(report)}\n` : files.map(file => `${file}\n`).join(''));
}

/** The network is the user's: a layer that a format lacks is bad input, and its folder is named. */
async function exported(folder: string, format: ExportFormat, out: string): Promise<string[]> {
  const model = await loadModel(folder);
  try {
    return await exportModel(model, format, out);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError(`digits export: ${folder}: ${error.message}`);
  }
}
