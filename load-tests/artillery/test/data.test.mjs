import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anOrder, aSku, itemsToImport, PRODUCTS, skewed, someSkus, usersToImport } from '../data.mjs';

/** Draws the given numbers in turn, over and over. */
function drawing(...numbers) {
  let next = 0;
  return () => numbers[next++ % numbers.length];
}

test('fourOfFiveDrawsGoToTheFirstFifth', () => {
  assert.equal(skewed(100, drawing(0.79, 0.99)), 19);
  assert.equal(skewed(100, drawing(0.81, 0)), 20);
  assert.equal(skewed(100, drawing(0.81, 0.999)), 99);
});

test('aDrawOfOneIsTheFirst', () => {
  assert.equal(skewed(1, drawing(0.99)), 0);
});

test('skusAreThoseOfTheSeed', () => {
  assert.equal(aSku(drawing(0)), 'SKU-00001');
  assert.equal(aSku(drawing(0.999)), `SKU-00${PRODUCTS}`);
});

test('linesOfAnOrderHaveDistinctSkusAndOneToThreePieces', () => {
  assert.deepEqual(anOrder(drawing(0)).lines, [{ sku: 'SKU-00001', quantity: 1 }]);
  for (let draw = 0; draw < 200; draw++) {
    const { lines } = anOrder();
    assert.ok(lines.length >= 1 && lines.length <= 3);
    assert.equal(new Set(lines.map(({ sku }) => sku)).size, lines.length);
    assert.ok(lines.every(({ quantity }) => quantity >= 1 && quantity <= 3));
  }
});

test('skusDrawnTwiceAreAskedForOnce', () => {
  assert.deepEqual(someSkus(20, drawing(0)), ['SKU-00001']);
});

test('anImportHasDistinctIdsAlsoWhereTheRingEnds', () => {
  const users = usersToImport(drawing(0.9999)).map(({ userId }) => userId);
  const items = itemsToImport(drawing(0.9999)).map(({ sku }) => sku);
  assert.equal(new Set(users).size, 100);
  assert.equal(new Set(items).size, 25);
  assert.deepEqual(users.slice(0, 2), ['load-4999', 'load-0']);
});
