// Waiting until a local run has made its snapshots, which it does in the background after a function's first use.
import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

const CALM_SHARE = 0.5;
const CALM_SECONDS = 3;
const LIMIT_SECONDS = 30;

/**
 * Waits until the machine has been half idle for three seconds on end.
 *
 * @param busyNow takes a second, and gives the share of all processors that was in use then
 * @returns whether it came to that within 30 seconds
 */
export async function awaitCalm(busyNow = busyForASecond) {
  let calm = 0;
  for (let second = 0; second < LIMIT_SECONDS && calm < CALM_SECONDS; second++) {
    calm = (await busyNow()) <= CALM_SHARE ? calm + 1 : 0;
  }
  return calm === CALM_SECONDS;
}

async function busyForASecond() {
  const before = spent();
  await pause(1_000);
  const after = spent();
  return (after.busy - before.busy) / Math.max(1, after.all - before.all);
}

function spent() {
  const times = cpus().map((cpu) => cpu.times);
  const all = times.reduce((sum, time) => sum + time.user + time.nice + time.sys + time.irq + time.idle, 0);
  const idle = times.reduce((sum, time) => sum + time.idle, 0);
  return { all, busy: all - idle };
}
