/** The bytes of protocol buffers, against the examples of the format's own description. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { intsOf, shapeOf } from '../../../lib/tensorflow/trace/attributes';
import {
  bytesField,
  doubleField,
  floatField,
  integerField,
  mapField,
  message,
  varint,
} from '../../../lib/tensorflow/trace/protobuf';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

test('the examples of the description come out byte by byte', () => {
  assert.equal(hex(integerField(1, 150)), '089601');
  assert.equal(hex(bytesField(2, 'testing')), '120774657374696e67');
  assert.equal(hex(bytesField(3, integerField(1, 150))), '1a03089601');
});

test('negative numbers take ten bytes, Booleans one, floats four, doubles eight', () => {
  assert.equal(hex(varint(-2)), 'feffffffffffffffff01');
  assert.equal(hex(integerField(1, true)), '0801');
  assert.equal(hex(floatField(5, 1)), '2d0000803f');
  assert.equal(hex(doubleField(1, 1)), '09000000000000f03f');
  assert.equal(hex(message()), '');
});

test('a number reads back by the rule of seven bits to a byte', () => {
  const decoded = (bytes: Uint8Array): bigint =>
    bytes.reduceRight((value, byte) => (value << 7n) | BigInt(byte & 127), 0n);
  fc.assert(
    fc.property(fc.maxSafeNat(), value => {
      const bytes = varint(value);
      assert.equal(decoded(bytes), BigInt(value));
      assert.ok(bytes.every((byte, index) => byte >= 128 === index < bytes.length - 1));
    }),
    { seed: 1 },
  );
});

test('a map is an entry per name, a list is packed, a shape is a size per axis', () => {
  assert.equal(hex(mapField(5, { T: integerField(6, 1) })), '2a07' + '0a0154' + '12023001');
  assert.equal(hex(intsOf([1, 150])), '0a05' + '1a03019601');
  assert.equal(hex(shapeOf([-1, 2])), '3a11' + '120b08ffffffffffffffffff01' + '12020802');
});
