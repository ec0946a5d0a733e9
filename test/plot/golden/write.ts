/**
 * Draws every golden picture anew. Look at each one that changed before you commit it.
 *
 *     npx tsx test/plot/golden/write.ts
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { toSvg } from '../../../lib/plot/svg/toSvg';
import { goldenFigures } from './figures';
import { goldenPath, unpacked } from './pictures';

async function write(): Promise<void> {
  for (const [name, figure] of Object.entries(goldenFigures)) {
    const svg = await toSvg(figure);
    const path = goldenPath(name);
    if (existsSync(path) && unpacked(readFileSync(path, 'utf8')) === unpacked(svg)) continue;
    writeFileSync(path, svg);
    console.log(`${name}.svg`);
  }
}

void write();
