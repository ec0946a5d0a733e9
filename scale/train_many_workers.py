"""Trains an exported network on many workers at once: each computes its part of every batch, all keep the same weights.

    python scale/train_many_workers.py --model exports/keras/model.keras --data data/shards --out runs/first \\
        --workers host0:2222,host1:2222 --index 0           # and on host1 the same with --index 1

Without --workers it takes TF_CONFIG; without that it trains alone. All workers must see the folder --out.
A worker that is lost is started again with its command; the others wait for it, and all go on from the last backup.
"""
import argparse
import json
import os
import re
import sys
import time
import zlib
from pathlib import Path

from digit_shards import batches, find_shards, input_speed
from workers import answers, cluster, compare, stop

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # Errors come as exceptions.


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", required=True, type=Path, help="the network, a .keras file that gives logits")
    parser.add_argument("--data", required=True, type=Path, help="a folder of TFRecord shards")
    parser.add_argument("--out", required=True, type=Path, help="for backup, history.json and the trained model.keras")
    parser.add_argument("--workers", help="host:port of every worker, with commas between")
    parser.add_argument("--index", type=int, default=0, help="which of them this is, from 0")
    parser.add_argument("--shard", choices=["data", "file"], default="data", help="how the digits are shared out")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--batch-size", type=int, default=128, help="images in a step, of all workers together")
    parser.add_argument("--learning-rate", type=float, default=0.001)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--backup-every", type=int, default=100, help="steps from one backup to the next")
    args = parser.parse_args()
    for name in ("epochs", "batch_size", "learning_rate", "backup_every"):
        if not getattr(args, name) > 0:
            stop(f"--{name.replace('_', '-')}: expected a number above 0, found {getattr(args, name)}")
    return args


def write_beside(path, write):
    """The file is there whole or not at all."""
    write(path.with_name(f"part-{path.name}"))
    os.replace(path.with_name(f"part-{path.name}"), path)


def train(tf, keras, args, workers, index, files):
    count = len(workers)
    if count > 1:
        print(f"worker {index} ({workers[index]}) waits until all {count} are there", flush=True)
    strategy = tf.distribute.MultiWorkerMirroredStrategy()
    keras.utils.set_random_seed(args.seed)
    images = sum(len(rows) for rows in tf.data.TFRecordDataset(files).batch(1000).as_numpy_iterator())
    steps = images // args.batch_size
    if steps == 0:
        stop(f"{args.data}: expected at least {args.batch_size} digits, one batch, found {images}")
    with strategy.scope():
        try:
            model = keras.saving.load_model(args.model, compile=False)
        except (ValueError, TypeError, OSError, KeyError) as error:
            stop(f"{args.model}: expected a .keras file, found: {str(error).splitlines()[0][:160]}")
        if model.input_shape != (None, 28, 28, 1):
            stop(f"{args.model}: expected a network of images [28, 28, 1], found {list(model.input_shape[1:])}")
        optimizer = keras.optimizers.Adam(args.learning_rate)
        optimizer.build(model.trainable_variables)
        done = tf.Variable(0, dtype=tf.int64, trainable=False)
    checkpoint = tf.train.Checkpoint(model=model, optimizer=optimizer, done=done)
    # All take part in saving, since some variables are the mean of all workers'; only the chief's copy is read.
    mine = args.out / "backup" / ("chief" if index == 0 else f"worker-{index}")
    args.out.mkdir(parents=True, exist_ok=True)
    manager = tf.train.CheckpointManager(checkpoint, str(mine), max_to_keep=2)
    backup = tf.train.latest_checkpoint(str(args.out / "backup" / "chief"))
    checkpoint.restore(backup)
    first = int(done.numpy())

    def agree(facts):
        row = tf.constant([list(json.dumps(facts).ljust(400).encode())])
        rows = strategy.run(lambda: tf.distribute.get_replica_context().all_gather(row, axis=0))
        rows = strategy.experimental_local_results(rows)[0].numpy().tolist()
        compare([json.loads(bytes(each)) for each in rows[:: len(rows) // count]], workers)

    said = [args.batch_size, args.learning_rate, args.seed, args.shard, images, len(files)]
    settings = zlib.crc32(json.dumps(said).encode() + args.model.read_bytes())
    versions = {"TensorFlow": tf.__version__, "Keras": keras.__version__}
    agree({**versions, "checksum of settings and model": settings, "step in the backup of --out": first})
    history = {"workers": count, "batchSize": args.batch_size, "shard": args.shard, "stepsPerEpoch": steps, **versions}
    history.update(settings=settings, input=input_speed(tf, files, args, index, count, steps))
    history.update(loss=[], accuracy=[], epochs=[])
    if backup:
        try:
            earlier = json.loads((args.out / "history.json").read_text())
        except (OSError, ValueError):
            earlier = {"settings": "no history.json that can be read"}
        if earlier["settings"] != settings:
            stop(f"{args.out}: expected the backup of this training, found that of another; choose another --out")
        history.update({name: earlier[name][:first] for name in ("loss", "accuracy")})
        history["epochs"] = earlier["epochs"][: first // steps]
        print(f"worker {index} goes on after step {first}", flush=True)

    @tf.function
    def step(images, labels):
        def replica(images, labels):
            with tf.GradientTape() as tape:
                logits = model(images, training=True)
                losses = tf.nn.sparse_softmax_cross_entropy_with_logits(labels, logits)
                loss = tf.reduce_sum(losses) / args.batch_size  # Its part of the mean over all workers.
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables))  # The sum of all workers'.
            return loss, tf.reduce_sum(tf.cast(tf.argmax(logits, 1) == labels, tf.float32)) / args.batch_size

        return [strategy.reduce("SUM", part, axis=None) for part in strategy.run(replica, args=(images, labels))]

    def save():
        if index == 0:  # First: what is too long is cut when training goes on, what is missing is lost.
            text = json.dumps(history, indent=1) + "\n"
            write_beside(args.out / "history.json", lambda path: path.write_text(text))
        manager.save()

    for epoch in range(first // steps, args.epochs):
        skip = int(done.numpy()) - epoch * steps
        part = batches(tf, files, args, index, count, epoch).skip(skip).prefetch(2)
        digits = iter(strategy.distribute_datasets_from_function(lambda _: part))
        for at in range(skip, steps):
            loss, accuracy = (float(value) for value in step(*next(digits)))
            history["loss"].append(loss)
            history["accuracy"].append(accuracy)
            done.assign_add(1)
            now = time.perf_counter()
            if at == skip:  # The first step builds the graph.
                start = told = now
            speed = (at - skip) / max(now - start, 1e-9)
            if index == 0 and now - told > 1:
                told, left = now, ((args.epochs - epoch) * steps - at - 1) / speed
                print(f"epoch {epoch + 1} of {args.epochs}, step {at + 1} of {steps}: loss {loss:.4f}, "
                      f"{speed:.1f} steps/s, {speed * args.batch_size:.0f} images/s, {left:.0f} s left", flush=True)
            if (at + 1) % args.backup_every == 0 and at + 1 < steps:
                save()
        mean = {name: sum(history[name][-steps:]) / steps for name in ("loss", "accuracy")}
        rates = {"stepsPerSecond": speed, "imagesPerSecond": speed * args.batch_size}
        history["epochs"].append({"epoch": epoch + 1, **mean, "seconds": now - start, **rates})
        save()
        print(f"worker {index}: epoch {epoch + 1} of {args.epochs} done, loss {mean['loss']:.4f}", flush=True)
    if index == 0:
        write_beside(args.out / "model.keras", model.save)
    agree({"last step": int(done.numpy())})  # Nobody leaves before the network is written.
    print(f"worker {index}: trained, {args.out / 'model.keras'} is written", flush=True)


def main():
    args = arguments()
    workers, index = cluster(args)
    files = find_shards(args, workers)
    try:
        import keras
        import tensorflow as tf
    except ImportError as error:
        stop(f"expected TensorFlow 2.16 or later, which has Keras 3, found: {error}; pip install -r scale/requirements.txt")
    tf.get_logger().setLevel("ERROR")
    try:
        train(tf, keras, args, workers, index, files)
    except tf.errors.DataLossError as error:
        stop(f"{args.data}: expected whole shards, found: {error.message.splitlines()[0]}; write them again")
    except (tf.errors.UnavailableError, tf.errors.AbortedError, tf.errors.DeadlineExceededError,
            tf.errors.CancelledError, tf.errors.InternalError, tf.errors.FailedPreconditionError) as error:
        if len(workers) == 1:
            raise
        others = {int(task) for task in re.findall(r"/task:(\d+)", error.message)} - {index}
        silent = [worker for worker in workers if worker != workers[index] and not answers(worker)]
        lost = ", ".join(silent or [workers[other] for other in others] or ["other than this"])
        print(f"train_many_workers: worker {lost} is lost ({type(error).__name__}); "
              "start it again with its command: all go on from the last backup", file=sys.stderr, flush=True)
        time.sleep(2)
        os.execv(sys.executable, [sys.executable, *sys.argv])  # A cluster cannot be mended, only made anew.


if __name__ == "__main__":
    main()
