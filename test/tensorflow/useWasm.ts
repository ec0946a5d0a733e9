/** Imported first, makes the door choose the fallback as on a machine without native TensorFlow. */
process.env.DIGITS_TENSORFLOW = 'wasm';
