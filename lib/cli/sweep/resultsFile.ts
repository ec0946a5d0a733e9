/**
 * The results of a sweep, one line of JSON for each finished job; whatever dies, a line that was written stays.
 * Flow: sweep → **ResultsFile** → the same sweep, started again.
 */
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError } from '../../check/inputError';
import type { TrainReport } from '../trainReport';
import { jobKey } from './jobs';
import type { JobOptions } from './planOptions';

/** A line of the file. */
export interface SweepResult {
  options: JobOptions;
  threads: number;
  /** Of digits-cnn. */
  version: string;
  /** Where it was trained. */
  machine: string;
  /** What `digits train --json` printed. */
  report: TrainReport;
}

/** Of each line. */
const BEGINNING = '{"options":';

export class ResultsFile {
  /** By the jobs' keys; also those of other plans. */
  readonly results: Map<string, SweepResult> = new Map();

  private constructor(
    private readonly file: FileHandle,
    /** Whether the last line had been cut off, so that its job has to run again. */
    readonly torn: boolean,
  ) {}

  /**
   * Reads the file, or makes it. A last line without its end is taken away: whoever wrote it was killed meanwhile.
   *
   * @throws InputError if it cannot be a file, or a whole line is no result.
   */
  static async open(path: string): Promise<ResultsFile> {
    const file = await openFile(path);
    try {
      const bytes = await file.readFile();
      const end = bytes.lastIndexOf('\n') + 1;
      const opened = new ResultsFile(file, end < bytes.length);
      const lines = bytes.toString('utf8', 0, end).split('\n').slice(0, -1);
      const cut = bytes.toString('utf8', end, end + BEGINNING.length);
      for (const [index, line] of [...lines, cut].entries()) {
        const result = parse(line);
        if (result) opened.keep(result);
        else if (index < lines.length || !BEGINNING.startsWith(cut)) {
          throw new InputError(
            `sweep: ${path} line ${index + 1}: expected a result of a sweep, found something else`,
          );
        }
      }
      if (opened.torn) await file.truncate(end);
      return opened;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Returns when the line is on the disk. */
  async append(result: SweepResult): Promise<void> {
    await this.file.appendFile(`${JSON.stringify(result)}\n`);
    await this.file.datasync();
    this.keep(result);
  }

  close(): Promise<void> {
    return this.file.close();
  }

  private keep(result: SweepResult): void {
    const key = jobKey(result.options, result.threads, result.version);
    if (!this.results.has(key)) this.results.set(key, result);
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    await mkdir(dirname(path), { recursive: true });
    return await open(path, 'a+');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError(
      `sweep: results ${path}: expected a file to write to, found ${code === 'EISDIR' ? 'a folder' : code}`,
    );
  }
}

function parse(line: string): SweepResult | undefined {
  try {
    const { options, threads, version, report } = JSON.parse(line) as Partial<SweepResult>;
    const whole =
      typeof options === 'object' &&
      threads !== undefined &&
      version !== undefined &&
      Number.isFinite(report?.testAccuracy) &&
      Number.isFinite(report?.testLoss);
    return whole ? (JSON.parse(line) as SweepResult) : undefined;
  } catch {
    return undefined;
  }
}
