/** The exercises of lesson 10 where native TensorFlow is missing. */
import '../tensorflow/useWasm';
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { ExerciseDefinition } from '../../lib/lesson/exerciseDefinition';
import { tensorflow } from '../../lib/lesson/exercises/tensorflow';
import { judge } from '../../lib/lesson/judge';
import { ready, tf } from '../../lib/tensorflow/tf';

before(ready);

for (const [name, typed] of Object.entries(tensorflow)) {
  const definition = typed as unknown as ExerciseDefinition<unknown[], unknown>;
  test(`${name}: judges alike without native TensorFlow`, () => {
    assert.equal(tf.getBackend(), 'wasm');
    assert.equal(judge(definition, definition.solution, 1).state, 'right');
    assert.equal(judge(definition, definition.starter, 1).state, 'not attempted');
    for (const { is, does } of definition.mistakes) {
      const verdict = judge(definition, does, 1);
      assert.equal(verdict.state === 'wrong' && verdict.mistake?.is, is);
    }
  });
}
