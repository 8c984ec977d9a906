import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awaitCalm } from '../calm.mjs';

test('calmIsThreeCalmSecondsOnEnd', async () => {
  const busy = [0.9, 0.1, 0.2, 0.8, 0.1, 0.5, 0.0, 0.9];
  assert.equal(await awaitCalm(async () => busy.shift()), true);
  assert.deepEqual(busy, [0.9]);
});

test('aMachineThatStaysBusyIsNotWaitedForWithoutEnd', async () => {
  assert.equal(await awaitCalm(async () => 0.9), false);
});
