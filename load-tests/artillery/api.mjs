// The calls that surround a load: tokens, a look at who is there, orders to browse, and what became of orders.
import { setTimeout as pause } from 'node:timers/promises';
import { UserError } from './options.mjs';
import { anOrder } from './data.mjs';

const USER_SCOPES = 'users:read users:write orders:read orders:write';
const ORDERS_TO_BROWSE = 5;
const ANSWER_LIMIT_MS = 40_000;
const A_DAY = 86_400;
const GAVE_UP = 503;
const ATTEMPTS = 5;
const BEFORE_ANOTHER_MS = 5_000;

/** A running API. */
export class Api {
  constructor(url) {
    this.url = url;
  }

  /** A token of a local run's issuer. */
  async token(sub, scope = USER_SCOPES) {
    const { status, body } = await this.send('POST', '/_warmpath/token', undefined, { sub, scope, expiresIn: A_DAY });
    check(status === 200, `${this.url} gives no tokens: expected the URL of a run by ./warmpath up.`);
    return body.access_token;
  }

  /** Starts the functions that seeding uses, one after the other, by requests that change nothing. */
  async wakeWriters(token) {
    await this.send('PUT', '/inventory', token, {});
    await this.send('POST', '/users/import', token, {});
  }

  async hasProducts() {
    return (await this.send('GET', '/products/SKU-00001')).status === 200;
  }

  /** @throws UserError unless the caller has a profile, which reads and orders need */
  async checkCaller({ userId, token }) {
    const { status } = await this.send('GET', `/users/${userId}`, token);
    check(status !== 401 && status !== 403, `the API answers ${status} to the token: expected a valid one with the scopes ${USER_SCOPES}.`);
    check(status === 200, `the token's user ${userId} has no profile (${status}): create it with POST /users, or take another user's token.`);
  }

  /** Gives the caller some orders to look at, unless there are. */
  async placeSomeOrders({ token }) {
    const { body } = await this.send('GET', '/orders?limit=1', token);
    if (body.orders?.length === 0) {
      const orders = Array.from({ length: ORDERS_TO_BROWSE }, () => anOrder());
      const { status } = await this.send('POST', '/orders/batch', token, { orders });
      check(status === 202, `orders to browse were answered ${status}, expected 202.`);
    }
  }

  /** The order's status as its caller sees it; none where the API answers no order. */
  async statusOf(orderId, token) {
    const { status, body } = await this.send('GET', `/orders/${orderId}`, token);
    return status === 200 ? body.status : undefined;
  }

  /** Asks again after a 503: on a busy machine a function's first start takes longer than the API waits. */
  async send(method, path, token, json) {
    let answer = await this.ask(method, path, token, json);
    for (let attempt = 1; answer.status === GAVE_UP && attempt < ATTEMPTS; attempt++) {
      await pause(BEFORE_ANOTHER_MS);
      answer = await this.ask(method, path, token, json);
    }
    return answer;
  }

  async ask(method, path, token, json) {
    const headers = { ...(token && { authorization: `Bearer ${token}` }), ...(json && { 'content-type': 'application/json' }) };
    const body = json && JSON.stringify(json);
    const signal = AbortSignal.timeout(ANSWER_LIMIT_MS);
    try {
      const response = await fetch(this.url + path, { method, headers, body, signal });
      return { status: response.status, body: parse(await response.text()) };
    } catch (error) {
      throw new UserError(`${method} ${this.url}${path} got no answer (${error.cause?.code ?? error.message}).`);
    }
  }
}

/** Whose token it is; its signature is the API's to check. */
export function subjectOf(token) {
  const { sub } = parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  check(sub, '--token is no JWT with a subject.');
  return sub;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function check(holds, sentence) {
  if (!holds) {
    throw new UserError(sentence);
  }
}
