// The steps of scenarios that are code. Artillery tells functions that return a promise by `async`.
import { appendFileSync, readFileSync } from 'node:fs';
import { anOrder, aSku, itemsToImport, someSkus, usersToImport } from './data.mjs';

const { LOAD_CALLERS: callersFile, LOAD_ACCEPTED: acceptedFile } = process.env;
const who = callersFile ? JSON.parse(readFileSync(callersFile, 'utf8')) : { callers: [] };
let began;

/** Who asks, and for what. */
export async function aCaller(context) {
  const caller = who.callers[Math.floor(Math.random() * who.callers.length)];
  Object.assign(context.vars, caller, { sku: aSku(), skus: someSkus(20), order: anOrder() });
  began ??= Date.now();
  context.vars.recovering = Date.now() - began >= context.vars.recoversAfter * 1_000;
}

/** What an administrator imports, and what is read back. */
export async function anImport(context) {
  const users = usersToImport();
  const ids = users.slice(0, 50).map((user) => user.userId);
  Object.assign(context.vars, { admin: who.admin, users, items: itemsToImport(), ids });
}

/** One of the orders listed; without any, the steps that need one are left out. */
export async function pickOrder(request, response, context) {
  const { orders = [] } = json(response);
  context.vars.orderId = orders[Math.floor(Math.random() * orders.length)]?.orderId;
}

/** Keeps accepted orders, so that each can be asked for after the load. */
export async function noteOrder(request, response, context, events) {
  events.emit('counter', 'orders.asked', 1);
  events.emit('counter', 'orders.throttled', response.statusCode === 429 ? 1 : 0);
  if (response.statusCode === 202) {
    appendFileSync(acceptedFile, `${JSON.stringify({ userId: context.vars.userId, orderId: json(response).orderId })}\n`);
  }
}

/** A batch route answers 200 even where it could not store some of the batch: that is an error here. */
export async function nothingFailed(request, response) {
  const { failed = [] } = json(response);
  if (failed.length > 0) {
    throw new Error(`${request.name} did not store all`);
  }
}

/** Times of what was asked after the spike, apart. */
export async function noteRecovery(request, response, context, events) {
  if (context.vars.recovering) {
    events.emit('histogram', 'recovery.response_time', response.timings.phases.firstByte);
  }
}

function json(response) {
  try {
    return JSON.parse(response.body);
  } catch {
    return {};
  }
}
