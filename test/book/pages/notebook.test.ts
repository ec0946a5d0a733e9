import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLessons } from '../../../book/pages/notebook';
import { temporaryFolder, writeIn } from '../../setup/temporaryFolder';

test('a notebook that is damaged is named', t => {
  const folder = temporaryFolder(t);
  writeIn(folder, '00-start.ipynb', '{ "cells": [{ "cell_type": "markdown", "source": ["# Start"] }] }');
  assert.deepEqual(
    readLessons(folder).map(({ name, title }) => [name, title]),
    [['00-start', 'Start']],
  );
  for (const damage of ['', '{ "cells": [', 'null', '[]', '{ "cells": 3 }']) {
    writeIn(folder, '01-next.ipynb', damage);
    assert.throws(() => readLessons(folder), {
      message: '01-next.ipynb: expected a notebook, found a damaged file',
    });
  }
});
