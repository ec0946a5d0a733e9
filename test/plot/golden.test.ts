/** Every builder's figure, drawn, against the picture that somebody has looked at. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { toSvg } from '../../lib/plot/svg/toSvg';
import { goldenFigures } from './golden/figures';
import { goldenPath, unpacked } from './golden/pictures';
import { readSvg } from './page';

suite('golden pictures', () => {
  for (const [name, figure] of Object.entries(goldenFigures)) {
    test(`${name} is drawn as before, with its description inside`, async () => {
      const svg = await toSvg(figure);
      assert.equal(readSvg(svg).querySelector('title')?.textContent, figure.alt);
      assert.ok(
        unpacked(svg) === unpacked(readFileSync(goldenPath(name), 'utf8')),
        `${name} has changed; npx tsx test/plot/golden/write.ts draws it anew: look at it before you commit`,
      );
    });
  }

  test('every picture belongs to a figure', () => {
    const pictures = readdirSync(join(__dirname, 'golden')).filter(file => file.endsWith('.svg'));
    assert.deepEqual(
      pictures.sort(),
      Object.keys(goldenFigures)
        .map(name => `${name}.svg`)
        .sort(),
    );
  });
});
