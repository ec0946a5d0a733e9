/**
 * Biome on every cell, each a file of its own: several cells may declare the same name, and end with an expression.
 * Flow: cells → **style** → findings.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { courseRoot } from '../setup/paths.mjs';

const BIOME = join(courseRoot, 'node_modules/@biomejs/biome/bin/biome');

/** The course's own rules, without those that are not true of cells. */
function settings() {
  const { rules } = JSON.parse(readFileSync(join(courseRoot, 'biome.json'), 'utf8')).linter;
  return {
    root: true,
    formatter: { enabled: false }, // comments stand in columns
    assist: { enabled: false },
    linter: {
      rules: {
        ...rules,
        suspicious: { ...rules.suspicious, noConsole: 'off' },
        // Later cells use what a cell declares, and may change it; a learner uses what a starter is given. types.mjs
        // asks about imports.
        style: { ...rules.style, useConst: 'off' },
        correctness: { noUnusedVariables: 'off', noUnusedFunctionParameters: 'off', noUnusedImports: 'off' },
      },
    },
  };
}

/** @type {import('./rules.mjs').CourseCheck} */
export function style({ lessons }) {
  // Outside the course: inside, another Biome would take these settings for its own.
  const folder = mkdtempSync(join(tmpdir(), 'digits-cnn-cells-'));
  try {
    writeFileSync(join(folder, 'biome.json'), JSON.stringify(settings()));
    for (const { name, cells } of lessons) {
      mkdirSync(join(folder, name));
      for (const { kind, source, line } of cells)
        if (kind === 'code') writeFileSync(join(folder, name, `${line}.ts`), `${source}\n`);
    }
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [BIOME, 'lint', '--reporter=github', '--max-diagnostics=none', '--error-on-warnings', '.'],
      { cwd: folder, encoding: 'utf8' },
    );
    const faults = [
      ...stdout.matchAll(/^::(?:error|warning) title=([^,]+),file=(.+)\/(\d+)\.ts,line=(\d+),[^:]*::(.*)$/gm),
    ];
    if (status !== 0 && faults.length === 0) throw new Error(`Biome failed: ${stdout}${stderr}`);
    return faults.flatMap(([, rule, name, cell, row, message]) => {
      const lesson = lessons.find(other => other.name === name);
      if (lesson === undefined) return [];
      return [{ lesson, line: Number(cell) + Number(row) - 1, says: `${rule}: ${message}` }];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
