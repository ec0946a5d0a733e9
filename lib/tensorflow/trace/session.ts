/**
 * TensorFlow's own Session, opened on a graph: the construction site to GraphBuilder's blueprint.
 * Flow: GraphBuilder → **Session** → traceTrainStep and traceFunction run it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cannotWrite } from '../../data/cannotWrite';
import type { Binding, NativeBackend, TensorMetadata, Values } from './binding';
import type { GraphBuilder, Reference } from './graphBuilder';
import { bytesField, integerField, message } from './protobuf';

/** A value on its way in: for the placeholder `name`. */
export interface Feed {
  name: string;
  type: number;
  shape: readonly number[];
  values: Values;
}

const TAG = 'serve';

/**
 * Variables live in the session that made them: two sessions never see each other's, even of the same name.
 */
export class Session {
  private id: number | undefined;
  private readonly binding: Binding;

  constructor(
    private readonly backend: NativeBackend,
    graph: GraphBuilder,
  ) {
    this.binding = backend.binding;
    // The C library opens a session on a SavedModel folder only; once it is open the folder is not needed.
    const folder = mkdtempSync(join(tmpdir(), 'digits-graph-'));
    const file = join(folder, 'saved_model.pb');
    try {
      write(file, savedModel(graph));
      this.id = this.binding.loadSavedModel(folder, TAG);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /**
   * Computes what `fetches` need, and nothing else. Synchronous: the event loop waits.
   *
   * @returns handles of the fetched values, in order; the caller deletes them.
   * @throws Error if the session is disposed, a step is being recorded, or TensorFlow refuses a value.
   */
  run(fetches: readonly Reference[], feeds: readonly Feed[] = []): TensorMetadata[] {
    if (this.id === undefined) throw new Error('run: the session is disposed');
    if (this.backend.binding !== this.binding) {
      throw new Error('run: a step must not run a traced one while it is recorded');
    }
    if (fetches.length === 0) return [];
    const { binding } = this;
    const fed = feeds.map(({ shape, type, values }) => binding.createTensor(shape, type, values));
    try {
      const inputs = feeds.map(({ name }) => `${name}:0`).join(',');
      const outputs = fetches.map(fetch => (fetch.includes(':') ? fetch : `${fetch}:0`)).join(',');
      return binding.runSavedModel(this.id, fed, inputs, outputs);
    } finally {
      for (const id of fed) binding.deleteTensor(id);
    }
  }

  /** Like `run`, for operations whose result does not matter. */
  perform(fetches: readonly Reference[], feeds: readonly Feed[] = []): void {
    for (const { id } of this.run(fetches, feeds)) this.binding.deleteTensor(id);
  }

  /** Frees the graph and its variables; a second call changes nothing. */
  dispose(): void {
    if (this.id !== undefined) this.binding.deleteSavedModel(this.id);
    this.id = undefined;
  }
}

/** A graph as a SavedModel message: version, and one MetaGraph with its tag. */
function savedModel(graph: GraphBuilder): Uint8Array {
  const metaGraph = message(bytesField(1, bytesField(4, TAG)), bytesField(2, graph.encode()));
  return message(integerField(1, 1), bytesField(2, metaGraph));
}

function write(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}
