// Whether each accepted order was decided, asked as its caller.
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const FINAL = new Set(['CONFIRMED', 'REJECTED', 'CANCELLED']);
const AT_ONCE = 4;
const BETWEEN_ROUNDS_MS = 500;

/** The orders that the scenario noted: a line of JSON each. */
export function acceptedOrders(file) {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return lines.filter(Boolean).map((line) => JSON.parse(line));
}

/**
 * Waits until all orders are decided, or the time is over.
 *
 * @param statusOf gives an order's status, or nothing where it cannot be told now
 * @returns counts by status; those without a final one are `undecided`
 */
export async function settled(orders, statusOf, limitMs, betweenRoundsMs = BETWEEN_ROUNDS_MS) {
  const end = Date.now() + limitMs;
  const counts = { accepted: orders.length };
  let open = orders;
  for (;;) {
    open = await stillOpen(open, statusOf, counts, end);
    if (open.length === 0 || Date.now() >= end) {
      return { ...counts, undecided: open.length };
    }
    await pause(betweenRoundsMs);
  }
}

async function stillOpen(orders, statusOf, counts, end) {
  const queue = [...orders];
  const open = [];
  const askAll = async () => {
    while (queue.length > 0 && Date.now() < end) {
      const order = queue.shift();
      const status = await statusOf(order);
      if (FINAL.has(status)) {
        counts[status] = (counts[status] ?? 0) + 1;
      } else {
        open.push(order);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askAll));
  return [...open, ...queue];
}
