/**
 * Processor and clock of a training, also of one that was stopped and goes on from a checkpoint.
 * Flow: trainRung, every epoch → **SpentTime** → the costs in data/ladder.json.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Time {
  cpuSeconds: number;
  wallSeconds: number;
}

/** Starts now. */
export function stopwatch(): () => Time {
  const cpu = process.cpuUsage();
  const start = performance.now();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { cpuSeconds: (user + system) / 1e6, wallSeconds: (performance.now() - start) / 1000 };
  };
}

/** What was spent before the last checkpoint, and since. */
export class SpentTime {
  private readonly file: string;
  private readonly before: Time;
  private readonly since: () => Time = stopwatch();

  /** @param folder of the checkpoints. */
  constructor(folder: string) {
    this.file = join(folder, 'time.json');
    mkdirSync(folder, { recursive: true });
    this.before = existsSync(this.file)
      ? (JSON.parse(readFileSync(this.file, 'utf8')) as Time)
      : { cpuSeconds: 0, wallSeconds: 0 };
  }

  total(): Time {
    const { cpuSeconds, wallSeconds } = this.since();
    return {
      cpuSeconds: this.before.cpuSeconds + cpuSeconds,
      wallSeconds: this.before.wallSeconds + wallSeconds,
    };
  }

  /** Call it where a checkpoint is about to be written. */
  keep(): void {
    writeFileSync(this.file, JSON.stringify(this.total()));
  }
}
