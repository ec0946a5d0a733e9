/**
 * The line of numbers above a live board while a network trains.
 * Flow: fit's events → **trainingNotes** → liveBoard.
 */
import { formatNumber } from '../plot/formatNumber';
import type { EpochEvent, StepEvent } from '../train/events';

/** @example 'epoch 1 · step 120 of 469 · loss 0.2143 · accuracy 93 % · 3 412 images/s · 1 min 12 s left' */
export function stepNote(event: StepEvent): string {
  return [
    `epoch ${event.epoch}`,
    `step ${formatNumber(event.step)} of ${formatNumber(event.steps)}`,
    `loss ${formatNumber(event.loss)}`,
    `accuracy ${percent(event.accuracy)}`,
    speed(event.imagesPerSecond),
    `${duration(event.secondsLeft)} left`,
  ].join(' · ');
}

/** @example 'after epoch 1 · loss 0.1602 · held-out loss 0.05911 · held-out accuracy 98.1 % · 3 412 images/s · 16 s' */
export function epochNote(event: EpochEvent): string {
  const { validationLoss, validationAccuracy } = event;
  return [
    `after epoch ${event.epoch}`,
    `loss ${formatNumber(event.loss)}`,
    ...(validationLoss === undefined ? [] : [`held-out loss ${formatNumber(validationLoss)}`]),
    ...(validationAccuracy === undefined ? [] : [`held-out accuracy ${percent(validationAccuracy)}`]),
    speed(event.imagesPerSecond),
    duration(event.seconds),
  ].join(' · ');
}

function percent(part: number): string {
  return `${formatNumber(100 * part)} %`;
}

function speed(imagesPerSecond: number): string {
  return `${formatNumber(Math.round(imagesPerSecond))} images/s`;
}

function duration(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
