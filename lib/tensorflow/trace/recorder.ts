/**
 * Listens to TensorFlow.js while it runs eagerly, and writes down every operation.
 * Flow: a step run once → **Recorder** → recorded nodes → Emitter.
 *
 * Every native kernel passes through the backend's `binding.executeOp`, the ones of gradients too, so listening
 * there records a whole training step.
 */
import { tf } from '../tf';
import { type Attributes, recordedAttribute } from './attributes';
import type { Binding, NativeBackend, OperationAttribute, TensorMetadata, Values } from './binding';
import { CONSTANT, type RecordedNode, type RecordedTensor, SOURCE } from './recording';
import { type FeedType, INT64, typeNumber } from './types';

type NodeDetails = Pick<RecordedNode, 'op' | 'inputs' | 'attributes' | 'source' | 'values'>;

export class Recorder {
  readonly nodes: RecordedNode[] = [];
  private readonly tensors = new Map<number, RecordedTensor>();
  private readonly made = new WeakSet<Values>();

  constructor(
    private readonly caller: string,
    private readonly backend: NativeBackend,
  ) {}

  /** Makes a tensor known before the run: it stands for the value that the graph has at `source`. */
  source(source: string, tensor: tf.Tensor): void {
    const id = this.idOf(tensor);
    const { shape, dtype } = tensor;
    const type = typeNumber[dtype as FeedType];
    this.note({ op: SOURCE, inputs: [], attributes: {}, source }, [{ id, shape, dtype: type }]);
  }

  /** The recorded value of a tensor of the run, or of a variable after it. */
  find(tensor: tf.Tensor): RecordedTensor {
    const id = this.idOf(tensor);
    return this.tensors.get(id) ?? this.refuseOutside('the result', entry => entry.id === id);
  }

  /** Runs `step` and records it. */
  record<T>(step: () => T): T {
    const { backend } = this;
    const { binding } = backend;
    const move = backend.move.bind(backend);
    backend.binding = this.listening(binding);
    backend.move = (dataId, values, ...rest) => {
      this.made.add(values);
      move(dataId, values, ...rest);
    };
    try {
      return step();
    } finally {
      backend.binding = binding;
      delete (backend as Partial<NativeBackend>).move; // The prototype's is there again.
    }
  }

  private listening(binding: Binding): Binding {
    const overrides: Partial<Binding> = {
      createTensor: (shape, type, values) => {
        // TensorFlow.js hands over a tensor's numbers when an operation first needs them. The 64-bit scalars
        // that kernels make for themselves are not tensors of the program.
        if (type !== INT64 && !this.made.has(values)) {
          this.refuseOutside('an operation', entry => entry.values === values);
        }
        const id = binding.createTensor(shape, type, values);
        this.note({ op: CONSTANT, inputs: [], attributes: {}, values }, [
          { id, shape: [...shape], dtype: type },
        ]);
        return id;
      },
      executeOp: (op, attributes, ids, count) => {
        const inputs = ids.map(
          id => this.tensors.get(id) ?? this.refuseOutside(op, entry => entry.id === id),
        );
        const outputs = binding.executeOp(op, attributes, ids, count);
        this.note({ op, inputs, attributes: encode(binding, attributes) }, outputs);
        return outputs;
      },
      tensorDataSync: () => {
        throw new Error(
          `${this.caller}: the step must not read the numbers of a tensor (dataSync, arraySync, data, array): ` +
            'a graph computes them later; return what you want to see',
        );
      },
    };
    // The binding's own properties are read-only, so they cannot simply be assigned.
    return Object.create(binding, Object.getOwnPropertyDescriptors(overrides)) as Binding;
  }

  private note(details: NodeDetails, outputs: readonly TensorMetadata[]): void {
    const tensors: RecordedTensor[] = [];
    const node: RecordedNode = { ...details, position: this.nodes.length, outputs: tensors };
    for (const [output, { id, shape, dtype }] of outputs.entries()) {
      const tensor = { node, output, shape, type: dtype };
      tensors.push(tensor);
      this.tensors.set(id, tensor);
    }
    this.nodes.push(node);
  }

  private idOf(tensor: tf.Tensor): number {
    return this.backend.getInputTensorIds([tensor])[0]!;
  }

  /** Names the variable, if it is one, that has the entry. */
  private refuseOutside(
    user: string,
    matches: (entry: { id: number; values: Values | null }) => boolean,
  ): never {
    const variable = Object.values(tf.engine().registeredVariables).find(({ dataId }) =>
      matches(this.backend.tensorMap.get(dataId)),
    );
    throw new Error(
      variable
        ? `${this.caller}: ${user} uses the variable ${variable.name}, which is not in variables; list it there`
        : `${this.caller}: ${user} uses a tensor made outside the step; pass it as an input or make it a tf.variable`,
    );
  }
}

function encode(binding: Binding, attributes: readonly OperationAttribute[]): Attributes {
  return Object.fromEntries(
    attributes.map(attribute => [attribute.name, recordedAttribute(binding, attribute)]),
  );
}
