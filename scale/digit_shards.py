"""The digits of TFRecord shards, as batches: each worker reads its part."""
import random
import time
from pathlib import Path

from workers import stop


def find_shards(args, workers):
    files = sorted(str(file) for file in args.data.glob("train-*-of-[0-9][0-9][0-9][0-9][0-9].tfrecord"))
    if not files:
        stop(f"{args.data}: expected TFRecord shards, found none; write them: digits data --format tfrecord")
    named = int(Path(files[0]).stem.rsplit("-", 1)[1])
    if len(files) != named:
        stop(f"{args.data}: expected {named} shards as their names say, found {len(files)}; write them again")
    if args.shard == "file" and len(files) < len(workers):
        stop(f"--shard file: expected at least {len(workers)} shards, one for each worker, found {len(files)}")
    return files


def batches(tf, files, args, worker, workers, epoch):
    """This worker's part of every batch of an epoch, in an order that depends on seed and epoch alone."""
    part = args.batch_size // workers
    form = {"image": tf.io.FixedLenFeature([], tf.string), "label": tf.io.FixedLenFeature([], tf.int64)}

    def parse(examples):
        parsed = tf.io.parse_example(examples, form)
        pixels = tf.reshape(tf.io.decode_raw(parsed["image"], tf.uint8), [-1, 28, 28, 1])
        return tf.cast(pixels, tf.float32) / 255, parsed["label"]

    if args.shard == "file":
        files = files[worker::workers]  # Its own files: with another number of workers the batches are others.
    files = random.Random(args.seed + epoch).sample(files, len(files))
    records = tf.data.TFRecordDataset(files).shuffle(10_000, seed=args.seed + epoch)
    if args.shard == "file":
        return records.repeat().batch(part).map(parse)
    # All files, and its slice of every batch: together the workers see the batches that one alone would see.
    return records.batch(args.batch_size).map(lambda rows: parse(rows[worker * part : (worker + 1) * part]))


def input_speed(tf, files, args, worker, workers, steps):
    """How fast the digits come without training: one pass over this worker's part."""
    start = time.perf_counter()
    images = sum(int(labels.shape[0]) for _, labels in batches(tf, files, args, worker, workers, 0).take(steps))
    seconds = time.perf_counter() - start
    read = files[worker::workers] if args.shard == "file" else files
    megabytes = sum(Path(file).stat().st_size for file in read) / 1e6
    return {"seconds": seconds, "imagesPerSecond": images / seconds, "megabytesPerSecond": megabytes / seconds}
