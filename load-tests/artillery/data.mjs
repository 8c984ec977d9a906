// What callers ask for: made up, and drawn with the skew of real traffic.

/** Those of `./warmpath seed`. */
export const PRODUCTS = 200;

const IMPORTED_USERS = 5_000;
const IMPORTED_ITEMS = 500;
const USERS_PER_IMPORT = 100;
const ITEMS_PER_IMPORT = 25;
const POPULAR = 0.2;

/** A whole number below `count`: four of five draws go to the first fifth. */
export function skewed(count, random = Math.random) {
  const popular = Math.ceil(count * POPULAR);
  const hit = popular === count || random() < 1 - POPULAR;
  return hit ? Math.floor(random() * popular) : popular + Math.floor(random() * (count - popular));
}

export function aSku(random = Math.random) {
  return `SKU-${String(skewed(PRODUCTS, random) + 1).padStart(5, '0')}`;
}

/** Distinct ones, `most` or a few less. */
export function someSkus(most, random = Math.random) {
  return [...new Set(Array.from({ length: most }, () => aSku(random)))];
}

/** One to three lines of one to three pieces each. */
export function anOrder(random = Math.random) {
  const upToThree = () => 1 + Math.floor(random() * 3);
  return { lines: someSkus(upToThree(), random).map((sku) => ({ sku, quantity: upToThree() })) };
}

/** Users of an import; ids repeat from import to import, so that tables do not grow without end. */
export function usersToImport(random = Math.random) {
  return fromRing(IMPORTED_USERS, USERS_PER_IMPORT, random).map((number) => ({
    userId: `load-${number}`,
    email: `load-${number}@example.com`,
    name: `Imported ${number}`,
  }));
}

/** Products of an import, apart from those that orders are about. */
export function itemsToImport(random = Math.random) {
  return fromRing(IMPORTED_ITEMS, ITEMS_PER_IMPORT, random).map((number) => ({
    sku: `LOAD-${String(number).padStart(5, '0')}`,
    name: `Imported ${number}`,
    available: 1_000,
    unitPrice: 100 + number,
    currency: 'EUR',
  }));
}

function fromRing(size, count, random) {
  const first = Math.floor(random() * size);
  return Array.from({ length: count }, (_, index) => (first + index) % size);
}
