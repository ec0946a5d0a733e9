/** The checksum, against the values of RFC 3720 and a way of computing it that has no table. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { crc32c, maskedCrc32c } from '../../../lib/tensorflow/records/crc32c';

/** Long division of polynomials over bits, as it is defined. */
function divided(bytes: Uint8Array): number {
  let rest = 0xffffffffn;
  for (const byte of bytes) {
    rest ^= BigInt(byte);
    for (let bit = 0; bit < 8; bit++) rest = rest & 1n ? (rest >> 1n) ^ 0x82f63b78n : rest >> 1n;
  }
  return Number(rest ^ 0xffffffffn);
}

test("RFC 3720's examples: zeros, ones, counting up and down", () => {
  const counting = Uint8Array.from({ length: 32 }, (_, index) => index);
  const written = (bytes: Uint8Array) => crc32c(bytes).toString(16).padStart(8, '0');
  assert.equal(written(new Uint8Array(32)), '8a9136aa');
  assert.equal(written(new Uint8Array(32).fill(0xff)), '62a8ab43');
  assert.equal(written(counting), '46dd794e');
  assert.equal(written(counting.slice().reverse()), '113fdb5c');
  assert.equal(written(Buffer.from('123456789')), 'e3069283');
});

test('the checksum of nothing is 0, and the mask moves it', () => {
  assert.equal(crc32c(new Uint8Array(0)), 0);
  assert.equal(maskedCrc32c(new Uint8Array(0)), 0xa282ead8);
});

test('any bytes: the same as by long division, and one turned bit is noticed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(), (bytes, chance) => {
      assert.equal(crc32c(bytes), divided(bytes));
      const turned = bytes.slice();
      turned[chance % bytes.length]! ^= 1 << (chance % 8);
      assert.notEqual(crc32c(turned), crc32c(bytes));
    }),
    { seed: 1 },
  );
});
