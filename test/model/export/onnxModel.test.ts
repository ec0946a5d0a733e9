import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { onnxModel } from '../../../lib/model/export/onnxModel';
import { originNet } from '../../../lib/model/originNet';
import { toLayers } from '../../../lib/model/transplant/toLayers';
import { ready } from '../../../lib/tensorflow/tf';
import { ndarray } from '../../../lib/types/ndarray';
import { network } from '../transplant/smallNetwork';
import { integers, messages, readMessage, texts } from './readMessage';

before(ready);

function graphOf(network: Parameters<typeof toLayers>[0]) {
  const [file] = onnxModel(toLayers(network));
  assert.equal(file!.name, 'model.onnx');
  const model = readMessage(file!.bytes);
  assert.deepEqual(integers(model, 1), [8]);
  assert.deepEqual(integers(messages(model, 8)[0]!, 2), [17]);
  return messages(model, 7)[0]!;
}

/** Operations as `output = Op(inputs) attribute=numbers`, without the weights' prefixes. */
const nodesOf = (graph: ReturnType<typeof graphOf>): string[] =>
  messages(graph, 1).map(node => {
    const attributes = messages(node, 5).map(attribute => {
      const [name] = texts(attribute, 1);
      const float = attribute.get(2)?.[0] as Buffer | undefined;
      const numbers = [...integers(attribute, 3), ...integers(attribute, 8)];
      return ` ${name}=${float ? Number(float.readFloatLE().toPrecision(6)) : numbers}`;
    });
    const inputs = texts(node, 1).map(name => name.split('/').at(-1));
    return `${texts(node, 2)} = ${texts(node, 4)}(${inputs})${attributes.join('')}`;
  });

test('every layer becomes its operation, with the pads that TensorFlow would choose', () => {
  assert.deepEqual(nodesOf(graphOf(network)), [
    'channelsFirst = Transpose(images) perm=0,3,1,2',
    'conv2d1 = Conv(channelsFirst,kernel,bias) kernel_shape=3,5 strides=1,1 dilations=1,1 pads=1,2,1,2',
    'relu2 = Relu(conv2d1)',
    'batchNorm3 = BatchNormalization(relu2,gamma,beta,mean,variance) epsilon=0.01',
    'maxPool2d4 = MaxPool(batchNorm3) kernel_shape=3,3 strides=2,2 pads=1,0,1,1', // 9 × 8 → 5 × 4
    'conv2d5 = Conv(maxPool2d4,kernel,bias) kernel_shape=2,2 strides=1,2 dilations=1,1 pads=0,0,0,0',
    'tanh6 = Tanh(conv2d5)',
    'averagePool2d7 = AveragePool(tanh6) kernel_shape=2,1 strides=1,1 pads=0,0,1,0',
    'flatten8/channelsLast = Transpose(averagePool2d7) perm=0,2,3,1',
    'flatten8 = Flatten(channelsLast)',
    'dense10 = Gemm(flatten8,kernel,bias)',
    'sigmoid11 = Sigmoid(dense10)',
    'dense12 = Gemm(sigmoid11,kernel,bias)',
    'logits = Identity(dense12)',
    'probabilities = Softmax(logits) axis=1',
    'classes = ArgMax(logits) axis=1 keepdims=0',
  ]);
});

test('a kernel has its filters first, then channels, height, width', () => {
  const kernel = ndarray([1, 2, 2, 1], [1, 2, 3, 4]); // [row, column, channel, filter]
  const layer = { type: 'conv2d', filters: 1, kernelSize: [1, 2], kernel, bias: ndarray([1], [5]) } as const;
  const graph = graphOf({ inputShape: [1, 2, 2], layers: [layer, { type: 'flatten' }] });
  const weights = messages(graph, 5).map(weight => {
    const bytes = Buffer.from(weight.get(9)![0] as Buffer);
    const numbers = Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(4 * index));
    return [...texts(weight, 8), integers(weight, 1), integers(weight, 2), numbers];
  });
  assert.deepEqual(weights, [
    ['conv2d1/kernel', [1, 2, 1, 2], [1], [1, 3, 2, 4]],
    ['conv2d1/bias', [1], [1], [5]],
  ]);
});

test('inputs and outputs have names, types and a batch of any size', () => {
  const graph = graphOf(network);
  const described = [...messages(graph, 11), ...messages(graph, 12)].map(value => {
    const [tensor] = messages(messages(value, 2)[0]!, 1);
    const sizes = messages(messages(tensor!, 2)[0]!, 1).map(size => texts(size, 1)[0] ?? texts(size, 2)[0]);
    return `${texts(value, 1)} ${integers(tensor!, 1)} [${sizes}]`;
  });
  assert.deepEqual(described, [
    'images 1 [batch,9,8,2]',
    'logits 1 [batch,3]',
    'probabilities 1 [batch,3]',
    'classes 7 [batch]',
  ]);
});

test('a layer that has no counterpart is refused by name', () => {
  const message = 'fromLayers: layer pixels must have a counterpart by hand, got Rescaling';
  assert.throws(() => onnxModel(originNet({ seed: 1 })), new RangeError(message));
});
