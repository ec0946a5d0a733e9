/**
 * Reads `config.json` of a Keras file: names and numbers, nothing that is run.
 * Flow: readArchive → **parseConfig** → fromKeras.
 */
import { InputError } from '../../check/inputError';
import { commonLayer, type KerasLayer, type LayerConfig, Uncommon } from './kerasLayers';

export interface ParsedLayer {
  readonly layer: KerasLayer;
  readonly name: string;
  readonly trainable: boolean;
  readonly options: LayerConfig;
}

export interface ParsedConfig {
  readonly name: string;
  /** Of one example. */
  readonly inputShape: number[];
  readonly layers: readonly ParsedLayer[];
}

type Json = Readonly<Record<string, unknown>>;

/** @throws InputError naming the file and the first layer that TensorFlow.js would not compute as Keras does. */
export function parseConfig(caller: string, path: string, bytes: Uint8Array): ParsedConfig {
  const refuse = (expected: string, found: unknown): never => {
    const text = typeof found === 'string' ? found : (JSON.stringify(found) ?? 'none');
    throw new InputError(
      `${caller}: ${path}: expected ${expected}, found ${text.replaceAll('\n', ' ').slice(0, 80)}`,
    );
  };
  const top = object(parsed(bytes) ?? refuse('config.json of a Keras model', 'something else'));
  if (top.class_name !== 'Sequential' || top.module !== 'keras') {
    refuse('a keras.Sequential, a chain of layers', `${top.module}.${top.class_name}`);
  }
  const { name, layers, build_input_shape } = object(top.config);
  if (!Array.isArray(layers)) return refuse('a list of layers', layers);
  const described = layers.map(object);
  const isInput = (layer: Json): boolean => layer.class_name === 'InputLayer';
  const input =
    described[0] && isInput(described[0]) ? object(described[0].config).batch_shape : build_input_shape;
  return {
    name: plainName(name) ?? refuse('a name for the model', name),
    inputShape: exampleShape(input) ?? refuse('an input shape such as [null,28,28,1]', input),
    layers: described
      .filter((layer, index) => index > 0 || !isInput(layer))
      .map(layer => parseLayer(layer, refuse)),
  };
}

function parseLayer(
  { module, class_name, config, registered_name }: Json,
  refuse: (expected: string, found: unknown) => never,
): ParsedLayer {
  const given = object(config);
  const name = plainName(given.name) ?? refuse('a name for every layer', given.name);
  if (module !== 'keras.layers' || registered_name) {
    refuse(`layer ${name} to be one of Keras's own`, registered_name || `${module}.${class_name}`);
  }
  const common = commonLayer(class_name, given);
  if (common instanceof Uncommon) return refuse(`layer ${name} ${common.must}`, common.found);
  const dtype = typeof given.dtype === 'string' ? given.dtype : object(object(given.dtype).config).name;
  if (dtype !== 'float32') refuse(`layer ${name} in float32`, dtype);
  return { ...common, name, trainable: given.trainable !== false };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** What is no object has no members. */
function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function plainName(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.-]{1,100}$/.test(value) ? value : undefined;
}

function exampleShape(value: unknown): number[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const [, ...shape] = value as unknown[];
  return shape.length > 0 && shape.every(size => Number.isSafeInteger(size) && (size as number) > 0)
    ? (shape as number[])
    : undefined;
}
