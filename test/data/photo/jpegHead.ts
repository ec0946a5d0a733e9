/** The beginning of a JPEG file, up to the size, written byte by byte. */
interface Head {
  width: number;
  height: number;
  /** Written as EXIF, if given. */
  orientation?: number;
  order?: 'little' | 'big';
}

/** Start of image, EXIF, start of frame with its size. */
export function jpegHead({ width, height, orientation, order = 'little' }: Head): Buffer {
  const frame = Buffer.from('ffc0000b080000000001011100', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const exif = orientation === undefined ? Buffer.alloc(0) : exifSegment(orientation, order);
  return Buffer.concat([Buffer.from('ffd8', 'hex'), exif, frame]);
}

/** An APP1 segment whose one directory has a width and the orientation. */
export function exifSegment(orientation: number, order: 'little' | 'big' = 'little'): Buffer {
  const little = order === 'little';
  const short = (value: number): Buffer => {
    const bytes = Buffer.alloc(2);
    if (little) bytes.writeUInt16LE(value);
    else bytes.writeUInt16BE(value);
    return bytes;
  };
  const long = (value: number): Buffer => {
    const bytes = Buffer.alloc(4);
    if (little) bytes.writeUInt32LE(value);
    else bytes.writeUInt32BE(value);
    return bytes;
  };
  const entry = (tag: number, value: number): Buffer =>
    Buffer.concat([short(tag), short(3), long(1), short(value), short(0)]);
  const tiff = [Buffer.from(little ? 'II' : 'MM'), short(42), long(8)];
  const directory = [short(2), entry(0x0100, 6), entry(0x0112, orientation), long(0)];
  const content = Buffer.concat([Buffer.from('Exif\0\0'), ...tiff, ...directory]);
  const head = Buffer.from('ffe10000', 'hex');
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}
