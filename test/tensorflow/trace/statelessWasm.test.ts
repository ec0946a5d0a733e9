/** Random numbers without native TensorFlow keep the same promises. */
import '../useWasm';
import './stateless.test';
