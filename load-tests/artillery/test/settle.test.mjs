import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { acceptedOrders, settled } from '../settle.mjs';

const orders = ['a', 'b', 'c'].map((orderId) => ({ userId: 'ada', orderId }));

test('asksAgainUntilEachOrderIsDecided', async () => {
  const asked = {};
  const statusOf = async ({ orderId }) => {
    asked[orderId] = (asked[orderId] ?? 0) + 1;
    return asked[orderId] < 3 ? 'PENDING' : 'CONFIRMED';
  };
  assert.deepEqual(await settled(orders, statusOf, 60_000, 1), { accepted: 3, CONFIRMED: 3, undecided: 0 });
});

test('anOrderThatStaysPendingOrCannotBeFoundIsUndecided', async () => {
  const statusOf = async ({ orderId }) => ({ a: 'PENDING', b: undefined, c: 'REJECTED' })[orderId];
  assert.deepEqual(await settled(orders, statusOf, 50, 1), { accepted: 3, REJECTED: 1, undecided: 2 });
});

test('ordersNotedAreReadBack', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'accepted-'));
  const file = path.join(folder, 'accepted');
  assert.deepEqual(acceptedOrders(file), []);
  writeFileSync(file, orders.map((order) => `${JSON.stringify(order)}\n`).join(''));
  assert.deepEqual(acceptedOrders(file), orders);
  rmSync(folder, { recursive: true });
});
