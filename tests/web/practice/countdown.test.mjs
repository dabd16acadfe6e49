// SPDX-License-Identifier: MIT
/** The timer: off until it is started, paused and extended at any time, and over without any further effect. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { webModule } from "../../support/module.mjs";

const { clock, Countdown } = await webModule("practice/countdown");

/** A countdown and a clock of its own to turn on, in seconds. */
function timed(t, seconds) {
  let now = 5000;
  t.mock.method(performance, "now", () => now);
  return { countdown: new Countdown(seconds), wait: (passed) => void (now += passed * 1000) };
}

test("it is off until it is started, and counts whole seconds up", (t) => {
  const { countdown, wait } = timed(t, 180);
  wait(100);
  assert.deepEqual([countdown.state, countdown.left], ["off", 180]);
  countdown.start();
  wait(0.2);
  assert.deepEqual([countdown.state, countdown.left], ["running", 180]);
  wait(60);
  assert.equal(countdown.left, 120);
});

test("while it is paused no time passes", (t) => {
  const { countdown, wait } = timed(t, 60);
  countdown.start();
  wait(10);
  countdown.pause();
  wait(100);
  assert.deepEqual([countdown.state, countdown.left], ["paused", 50]);
  countdown.start();
  wait(10);
  assert.deepEqual([countdown.state, countdown.left], ["running", 40]);
});

test("a minute more: while it runs, while it is paused, and when it is over, then it runs again", (t) => {
  const { countdown, wait } = timed(t, 60);
  countdown.start();
  wait(10);
  countdown.add(60);
  assert.deepEqual([countdown.state, countdown.left], ["running", 110]);
  countdown.pause();
  countdown.add(60);
  assert.deepEqual([countdown.state, countdown.left], ["paused", 170]);
  countdown.start();
  wait(1000);
  assert.deepEqual([countdown.state, countdown.left], ["over", 0]);
  countdown.add(60);
  assert.deepEqual([countdown.state, countdown.left], ["running", 60]);
});

test("started when it is over, or turned off, it begins anew", (t) => {
  const { countdown, wait } = timed(t, 60);
  countdown.start();
  wait(61);
  countdown.start();
  assert.deepEqual([countdown.state, countdown.left], ["running", 60]);
  wait(30);
  countdown.turnOff();
  assert.deepEqual([countdown.state, countdown.left], ["off", 60]);
});

test("minutes and two digits of seconds", () => {
  assert.deepEqual([0, 5, 60, 125, 3600].map(clock), ["0:00", "0:05", "1:00", "2:05", "60:00"]);
});
